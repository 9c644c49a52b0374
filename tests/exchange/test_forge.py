"""A forge over real HTTP: which request a commit belongs to, what it changes, where the comment is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.exchange.forge import FORGE_MARK, Forge, ForgePull, find_pulls, write_comment
from generator.model.problem import Problem
from tests.forge import REPOSITORY, TOKEN, SmallForge, small_forge


def told(forge: SmallForge, token: str = TOKEN) -> Forge:
    return Forge(forge.address, REPOSITORY, token)


def found(forge: Forge, commit: str) -> Sequence[ForgePull]:
    pulls = find_pulls(forge, commit)
    assert not isinstance(pulls, Problem), pulls
    return pulls


def post(forge: Forge, commit: str, body: str) -> list[Problem | None]:
    return [write_comment(forge, pull, commit, body) for pull in found(forge, commit)]


def named(count: int) -> list[dict[str, str]]:
    return [{"filename": f"data/{number}.yaml"} for number in range(count)]


def test_the_comment_goes_to_the_pull_request_with_that_newest_commit() -> None:
    pulls = {number: f"commit-{number}" for number in range(1, 121)}
    with small_forge(pulls) as forge:
        assert post(told(forge), "commit-117", "检查通过") == [None]
    assert {number: [each["body"] for each in comments] for number, comments in forge.comments.items()} == {
        117: [f"{FORGE_MARK}\n检查通过"]
    }


def test_a_second_review_replaces_the_first_instead_of_adding_another_comment() -> None:
    with small_forge({7: "first"}) as forge:
        post(told(forge), "first", "有一个错误")
        forge.pulls[7] = "second"
        post(told(forge), "second", "检查通过")
    assert [each["body"] for each in forge.comments[7]] == [f"{FORGE_MARK}\n检查通过"]


def test_a_person_who_copies_the_mark_is_not_overwritten() -> None:
    theirs = {"id": 1, "body": f"{FORGE_MARK}\n可以合并", "user": {"type": "User", "login": "somebody"}}
    for account in ("", "shili-bot"):
        with small_forge({7: "first"}) as forge:
            forge.comments[7], forge.account = [dict(theirs)], account
            post(told(forge), "first", "有一个错误")
            post(told(forge), "first", "没有错误")
        assert forge.comments[7][0] == theirs
        assert [each["body"] for each in forge.comments[7][1:]] == [f"{FORGE_MARK}\n没有错误"]


def test_a_commit_nobody_proposes_any_more_gets_no_comment() -> None:
    with small_forge({7: "newer"}) as forge:
        assert found(told(forge), "older") == ()
        assert write_comment(told(forge), ForgePull(7, (), True), "older", "检查通过") is None
    assert forge.comments == {}


def test_all_pages_of_files_are_read_and_both_names_of_one_that_moved() -> None:
    with small_forge({7: "first"}) as forge:
        forge.files[7] = [*named(120), {"filename": "a", "previous_filename": "generator/b.py"}]
        (pull,) = found(told(forge), "first")
    assert (len(pull.paths), pull.is_whole, "generator/b.py" in pull.paths) == (122, True, True)


def test_what_a_forge_cannot_list_whole_is_known() -> None:
    with small_forge({7: "first", 8: "second"}) as forge:
        forge.files = {7: named(3_050), 8: named(300)}
        assert [each.is_whole for each in found(told(forge), "first")] == [False]
        forge.counts = False
        assert [each.is_whole for each in found(told(forge), "second")] == [False]
        forge.files[8] = named(299)
        assert [each.is_whole for each in found(told(forge), "second")] == [True]
        forge.files[8] = []
        assert [each.is_whole for each in found(told(forge), "second")] == [False]


def test_gitee_has_its_comments_below_the_request() -> None:
    with small_forge({7: "first"}) as forge:
        forge.place, forge.account = "pulls", "shili-bot"
        gitee = replace(told(forge), api=f"{forge.address}/api/v5")
        assert post(gitee, "first", "一") == [None]
        assert post(gitee, "first", "二") == [None]
    assert [each["body"] for each in forge.comments[7]] == [f"{FORGE_MARK}\n二"]


def test_what_goes_wrong_is_told_without_the_token() -> None:
    with small_forge({7: "first"}) as forge:
        problems = [find_pulls(told(forge, "wrong-token"), "first")]
    problems += [find_pulls(told(forge), "first"), find_pulls(Forge("file:///etc/passwd", REPOSITORY, TOKEN), "first")]
    assert [each.rule.code for each in problems if isinstance(each, Problem)] == ["comment-failed"] * 3
    assert not any(TOKEN in str(each) or "wrong-token" in str(each) for each in problems)

from __future__ import annotations

from generator.exchange.forge import FORGE_MARK, Forge, post_comment
from tests.forge import REPOSITORY, TOKEN, SmallForge, small_forge


def told(forge: SmallForge, token: str = TOKEN) -> Forge:
    return Forge(forge.address, REPOSITORY, token)


def test_the_comment_goes_to_the_pull_request_with_that_newest_commit() -> None:
    pulls = {number: f"commit-{number}" for number in range(1, 121)}
    with small_forge(pulls) as forge:
        assert post_comment(told(forge), "commit-117", "检查通过") == ()
    assert {number: [each["body"] for each in found] for number, found in forge.comments.items()} == {
        117: [f"{FORGE_MARK}\n检查通过"]
    }


def test_a_second_review_replaces_the_first_instead_of_adding_another_comment() -> None:
    with small_forge({7: "first"}) as forge:
        post_comment(told(forge), "first", "有一个错误")
        forge.pulls[7] = "second"
        post_comment(told(forge), "second", "检查通过")
    assert [each["body"] for each in forge.comments[7]] == [f"{FORGE_MARK}\n检查通过"]


def test_a_person_who_copies_the_mark_is_not_overwritten() -> None:
    theirs = {"id": 1, "body": f"{FORGE_MARK}\n可以合并", "user": {"type": "User"}}
    with small_forge({7: "first"}) as forge:
        forge.comments[7] = [dict(theirs)]
        post_comment(told(forge), "first", "有一个错误")
    assert forge.comments[7][0] == theirs
    assert len(forge.comments[7]) == 2


def test_a_commit_nobody_proposes_any_more_gets_no_comment() -> None:
    with small_forge({7: "newer"}) as forge:
        assert post_comment(told(forge), "older", "检查通过") == ()
    assert forge.comments == {}


def test_what_goes_wrong_is_told_without_the_token() -> None:
    with small_forge({7: "first"}) as forge:
        problems = post_comment(told(forge, "wrong-token"), "first", "检查通过")
    problems += post_comment(told(forge), "first", "检查通过")
    problems += post_comment(Forge("file:///etc/passwd", REPOSITORY, TOKEN), "first", "检查通过")
    assert [each.rule.code for each in problems] == ["comment-failed"] * 3
    assert not any(TOKEN in str(each) or "wrong-token" in str(each) for each in problems)

"""Somebody went back to an earlier release: it stays, every night as of that day, until what was wrong is mended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.instances import mingshan
from tests.instances import files_of, make_site, write
from tests.known import lay_what_is_known
from tests.repositories import commit, edit, git

PERSON = "示例何淑贤"
LAST, NEXT, LATER = "2026-11-25", "2026-11-26", "2026-12-02"
VISITS = """\
name: visits
title: 探访记
path: "{id}.yaml"
schema:
  fields:
    - {name: id, type: string, title: 编号, constraints: {required: true}}
    - {name: title, type: string, title: 标题, constraints: {required: true}}
    - {name: person, type: string, title: 探访的人}
    - {name: agreed_how, type: string, title: 同意方式}
    - {name: agreed_to, type: list, itemType: string, delimiter: ";", title: 同意公开什么}
    - {name: agreed_until, type: date, title: 同意到期日}
  primaryKey: [id]
directory:
  label: title
  privacy: public
  consent: {scope: agreed_to, basis: agreed_how, until: agreed_until, hides: [person]}
"""
VISIT = """\
id: {id}
title: 第 {id} 次探访
person: {person}
agreed_how: written
agreed_to: [name]
agreed_until: {until}
"""
NOTE = "data/notes/n1.yaml"
HELD = "本站暂时显示"


class Host:
    """An instance in git and the folder of the machine that shows it."""

    def __init__(self, folder: Path) -> None:
        self.root, self.www = make_site(folder / "instance", "minimal"), folder / "www"
        write(self.root, "data/visits/dataset.yaml", VISITS)
        write(self.root, ".gitignore", "site/\n.mingshan/\n")
        for key, person, until in (("v1", f"{PERSON}甲", LAST), ("v2", f"{PERSON}乙", "2027-12-31")):
            write(self.root, f"data/visits/{key}.yaml", VISIT.format(id=key, person=person, until=until))
        edit(self.root, NOTE, "name: ", "name: 示例初版")
        git(self.root, "init", "-q", "-b", "main")
        self.good = commit(self.root, "good")
        lay_what_is_known(self.root)
        self.publish(LAST)
        edit(self.root, NOTE, "name: 示例初版", "name: 示例错版")
        self.bad = commit(self.root, "bad")
        self.publish(LAST)

    def publish(self, day: str) -> str:
        done = mingshan("publish", self.www, "--root", self.root, "--as-of", day)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stderr

    def rollback(self, *words: str) -> None:
        done = mingshan("rollback", self.www, *words, "--as-of", LAST)
        assert done.returncode == 0, done.stdout + done.stderr

    def says(self, word: str) -> bool:
        return any(word.encode() in text for text in files_of(self.www / "current/").values())


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Gone back, and published again the next night from the same commit."""
    made = Host(tmp_path_factory.mktemp("held"))
    assert made.says("示例错版")
    made.rollback()
    assert made.says("示例初版") and made.says(f"{PERSON}甲")
    made.publish(NEXT)
    yield made


def test_the_next_night_shows_the_earlier_state_and_says_so_on_every_page(host: Host) -> None:
    assert host.says("示例初版") and not host.says("示例错版")
    pages = {name: text for name, text in files_of(host.www / "current/").items() if name.endswith("index.html")}
    assert pages and [name for name, text in pages.items() if HELD.encode() not in text] == ["admin/forms/index.html"]


def test_what_expired_meanwhile_is_hidden(host: Host) -> None:
    assert not host.says(f"{PERSON}甲")
    assert host.says(f"{PERSON}乙")


def test_what_was_withdrawn_meanwhile_is_hidden_the_decision_stands_and_ends_with_the_mending(host: Host) -> None:
    (host.root / "data/visits/v2.yaml").unlink()
    commit(host.root, "withdrawn")
    host.publish(NEXT)
    assert host.says("示例初版") and not host.says(PERSON)
    edit(host.root, NOTE, "name: 示例错版", "name: 示例改版")
    mended = commit(host.root, "mended")
    hold = json.loads((host.www / "held.json").read_text("utf-8"))
    assert hold["commit"] == host.good
    (host.www / "held.json").write_text(json.dumps({**hold, "mended_by": mended}), "utf-8")
    host.publish(NEXT)
    assert host.says("示例改版") and not host.says(HELD)
    assert not (host.www / "held.json").exists()


def test_a_decision_in_the_repository_counts_where_the_folder_is_new_each_time(host: Host, tmp_path: Path) -> None:
    """As a workflow publishes."""
    write(host.root, "held.json", json.dumps({"commit": host.good[:10], "until": NEXT}))
    shown = {}
    for day in (NEXT, LATER):
        done = mingshan("publish", tmp_path / day, "--root", host.root, "--as-of", day)
        assert done.returncode == 0, done.stdout + done.stderr
        shown[day] = (tmp_path / day / "current/notes/n1/index.html").read_text("utf-8")
    assert "示例初版" in shown[NEXT] and NEXT in shown[NEXT]
    assert "示例改版" in shown[LATER] and HELD not in shown[LATER]


def test_a_decision_that_nobody_can_read_publishes_nothing(host: Host) -> None:
    before = host.www.joinpath("current").readlink()
    for text in ("{", '{"commit": "0000000"}', '{"commit": "HEAD", "until": "明天"}'):
        write(host.root, "held.json", text)
        done = mingshan("publish", host.www, "--root", host.root, "--as-of", LATER)
        assert done.returncode == 1
        assert "[hold-unreadable]" in done.stdout
    assert host.www.joinpath("current").readlink() == before


def test_a_state_that_cannot_be_made_again_is_not_held_once_somebody_in_it_no_longer_agrees(tmp_path: Path) -> None:
    """Published without a commit: the consent of the first visit ended on the day of its publication."""
    root, www = make_site(tmp_path / "instance", "minimal"), tmp_path / "www"
    lay_what_is_known(root)
    write(root, "data/visits/dataset.yaml", VISITS)
    write(root, "data/visits/v1.yaml", VISIT.format(id="v1", person=PERSON, until=LAST))
    for name in ("name: 示例初版", "name: 示例错版"):
        edit(root, NOTE, "name: ", f"{name}")
        assert mingshan("publish", www, "--root", root, "--as-of", LAST).returncode == 0
    assert mingshan("rollback", www, "--as-of", LAST).returncode == 0
    done = mingshan("publish", www, "--root", root, "--as-of", NEXT)
    assert (done.returncode, "[hold-ended]" in done.stdout) == (1, True)

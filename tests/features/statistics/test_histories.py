"""Editions that were public once are attacked whatever became of them since, or the audit says what it cannot see."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.build.pipeline import open_project, read_catalogue
from generator.features.statistics.audit.weaknesses import Weakness
from generator.features.statistics.audited_history import audit_project
from generator.features.statistics.entering import enter_all
from generator.model.catalogue import Catalogue
from generator.model.project import Project
from tests.cli.instances import HOUSE, commit, git, make_instance

HEAD = "period,division,waiting,measure,value,obs_status,conf_status\n"
TABLE, LEDGER = "data/statistics/aid_waiting", "data/statistics/table_editions"
TODAY = date(2026, 11, 30)
SAFE = (40, 20, 9, 8)
BANDS = ("within-7", "within-15", "within-30", "over-30")


def table(*counts: int, division: str = "120101") -> str:
    rows = [f"2026H1,{division},{band},helped,{count},A,F" for band, count in zip(BANDS, counts, strict=True)]
    return HEAD + "\n".join([*rows, f"2026H1,{division},_T,helped,{sum(counts)},A,F"]) + "\n"


def publish(root: Path, text: str, name: str = "2026H1.csv") -> None:
    """A new edition, committed and entered."""
    (root / TABLE / name).write_text(text, "utf-8")
    commit(root)
    enter(root)
    commit(root)


def read(root: Path) -> tuple[Project, Catalogue]:
    project, _ = open_project(root, TODAY, None)
    return project, read_catalogue(project, lambda _: None).catalogue


def enter(root: Path, reason: str = "示例：重新核对") -> None:
    enter_all(*read(root), reason)


def weak(root: Path) -> list[Weakness]:
    return list(audit_project(*read(root)).weaknesses)


def found(root: Path) -> set[str]:
    """Kinds of weaknesses, and rules of what could not be seen."""
    audited = audit_project(*read(root))
    return {*(str(each.kind) for each in audited.weaknesses), *(each.rule.code for each in audited.problems)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """One edition, and a file of today in which one household more stands, entered as the next."""
    instance = make_instance(tmp_path / "instance")
    publish(instance, table(*SAFE))
    publish(instance, table(41, *SAFE[1:]))
    return instance


def change_ledger(root: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    for file in (root / LEDGER).glob("*.csv"):
        with file.open(encoding="utf-8") as text:
            rows = list(csv.DictReader(text))
        columns = list(rows[0])
        change(rows)
        with file.open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, columns, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)


def clone(root: Path, to: Path, *words: str) -> Path:
    git(root, "config", "uploadpack.allowFilter", "true")
    git(root.parent, "clone", "-q", *words, root.as_uri(), str(to))
    return to


def without_git(root: Path, to: Path) -> Path:
    return shutil.copytree(root, to, ignore=shutil.ignore_patterns(".git", ".mingshan"))


def squashed(root: Path, to: Path) -> Path:
    commit(without_git(root, to))
    return to


def moved(root: Path, to: Path) -> Path:
    without_git(root, to)
    (to / TABLE).rename(to / "data/aid_waiting")
    return to


PLACES: dict[str, Callable[[Path, Path], Path]] = {
    "a full clone": clone,
    "a shallow clone": lambda root, to: clone(root, to, "--depth", "1"),
    "a clone without old contents": lambda root, to: clone(root, to, "--filter=blob:none"),
    "a zip": without_git,
    "a squashed history": squashed,
    "another folder": moved,
}


@pytest.mark.parametrize("place", PLACES)
def test_one_household_more_is_found_from_any_copy(root: Path, tmp_path: Path, place: str) -> None:
    assert found(PLACES[place](root, tmp_path / "copy")) == {"revision"}


def test_and_after_it_was_withdrawn_for_thirty_commits(root: Path) -> None:
    (root / TABLE / "2026H1.csv").unlink()
    for number in range(30):
        (root / "content/other.md").write_text(str(number), "utf-8")
        commit(root)
    publish(root, table(42, *SAFE[1:]))
    assert found(root) == {"revision"}


def test_and_by_way_of_an_edition_that_changed_by_many(tmp_path: Path) -> None:
    root = make_instance(tmp_path / "instance")
    for count in (10, 16, 11):
        publish(root, table(count, *SAFE[1:]))
    assert found(root) == {"revision"}


def tell(root: Path) -> None:
    """A line for everything that the audit finds, as the guide says."""
    cells = weak(root)

    def add(rows: list[dict[str, str]]) -> None:
        for number, each in enumerate(cells):
            rows.append({**dict.fromkeys(rows[0], ""), "edition": f"told-{number}", "kind": "told"})
            rows[-1].update(day=rows[0]["day"], table="aid_waiting", cell=str(each.cell))
            rows[-1].update(low=str(int(each.low)), high=str(int(each.high or 0)))

    change_ledger(root, add)


TELLING = (2, 58, 9, 8)
"""Told too well in one cell; of the other that differs from `SAFE`, both figures and their difference are large."""


def line_of_the_guide() -> str:
    """What the city's guide tells people to write, of the invented place that it names."""
    guide = (HOUSE / "content/guides/city.md").read_text("utf-8")
    return next(line for line in guide.splitlines() if ",told," in line).strip().replace("990101", "120101") + "\n"


def told_and_withdrawn(root: Path) -> Path:
    for counts in (SAFE, TELLING, SAFE):
        publish(root, table(*counts))
    return root


def test_a_figure_that_was_told_stays_told_when_the_edition_before_is_published_again(tmp_path: Path) -> None:
    root = told_and_withdrawn(make_instance(tmp_path / "instance"))
    for name, place in PLACES.items():
        (one,) = weak(place(root, tmp_path / name))
        assert (dict(one.cell.place)["waiting"], str(one.kind), one.low, one.high) == ("within-7", "past", 2, 2)
    (ledger,) = (root / LEDGER).glob("*.csv")
    ledger.write_text(ledger.read_text("utf-8") + line_of_the_guide(), "utf-8")
    assert found(root) == set()
    publish(root, table(*TELLING))
    assert found(root) == {"small"}, "what is acknowledged may not be said again"


def test_old_bytes_published_again_are_an_edition_of_their_own(tmp_path: Path) -> None:
    root = told_and_withdrawn(make_instance(tmp_path / "instance"))
    enter(root)
    with next((root / LEDGER).glob("*.csv")).open(encoding="utf-8") as text:
        digests = [row["sha256"] for row in csv.DictReader(text)]
    assert digests == [sha256(table(*counts).encode()).hexdigest() for counts in (SAFE, TELLING, SAFE)]
    (root / TABLE / "2026H1.csv").write_text(table(*TELLING), "utf-8")
    assert found(root) == {"edition-unlisted", "small"}


def test_and_so_it_does_when_the_whole_table_is_withdrawn(tmp_path: Path) -> None:
    root = make_instance(tmp_path / "instance")
    publish(root, table(*TELLING))
    (root / TABLE / "2026H1.csv").unlink()
    commit(root)
    assert found(root) == {"edition-lost"}
    enter(root)
    assert found(root) == {"past"}
    tell(root)
    assert found(root) == set()


def test_without_a_ledger_only_a_whole_history_is_enough(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / LEDGER)
    commit(root)
    assert found(root) == {"revision"}
    assert found(clone(root, tmp_path / "shallow", "--depth", "1")) == {"audit-history-partial"}
    assert found(without_git(root, tmp_path / "zip")) == {"audit-history-partial"}


def test_a_file_changed_by_hand_is_told_and_so_is_one_that_was_committed_and_never_entered(root: Path) -> None:
    (root / TABLE / "2026H1.csv").write_text(table(80, *SAFE[1:]), "utf-8")
    assert found(root) == {"edition-unlisted", "edition-lost"}
    commit(root)
    (root / TABLE / "2026H1.csv").write_text(table(41, *SAFE[1:]), "utf-8")
    assert found(root) == {"edition-unlisted", "revision"}


def test_an_edition_whose_bytes_are_gone_or_are_others_is_lost(root: Path) -> None:
    (kept,) = (root / "data/statistics/kept_editions").glob("*.csv")
    kept.write_text(table(50, *SAFE[1:]), "utf-8")
    assert found(root) == {"edition-lost"}
    kept.unlink()
    assert found(root) == {"edition-lost"}


def test_what_was_erased_by_law_leaves_no_digest_and_is_not_missed(root: Path, tmp_path: Path) -> None:
    def erase(rows: list[dict[str, str]]) -> None:
        rows[0].update(kind="erased", sha256="", reason="依法删去（示例）")

    (kept,) = (root / "data/statistics/kept_editions").glob("*.csv")
    outside = kept.rename(tmp_path / "2026H1.csv")
    change_ledger(root, erase)
    purged = without_git(root, tmp_path / "purged")
    assert found(purged) == {"edition-erased"}, "it says that it cannot see it"
    assert found(root) == {"edition-unlisted", "edition-erased"}, "git still has it"
    own = audit_project(*read(purged), erased=[outside])
    assert {str(each.kind) for each in own.weaknesses} == {"revision"}, "on the bureau's own machine it is attacked"
    assert found(purged) == {"edition-erased"}, "and nothing of that is kept"


def test_a_false_entry_is_voided_by_a_further_one(root: Path, tmp_path: Path) -> None:
    def void(rows: list[dict[str, str]]) -> None:
        rows.append({**dict.fromkeys(rows[0], ""), "edition": "void-1", "kind": "void", "table": "aid_waiting"})
        rows[-1].update(day=rows[0]["day"], about=rows[0]["edition"])

    change_ledger(root, void)
    assert found(without_git(root, tmp_path / "copy")) == set()
    assert found(root) == {"edition-unlisted"}, "it was no false one: the history has it"


def test_a_proposal_that_was_only_seen_is_no_fault_but_what_was_published_is_not_only_seen(
    root: Path, tmp_path: Path
) -> None:
    def seen(rows: list[dict[str, str]]) -> None:
        rows[0].update(kind="seen")

    change_ledger(root, seen)
    shutil.rmtree(root / "data/statistics/kept_editions")
    assert found(without_git(root, tmp_path / "copy")) == set()
    assert found(root) == {"edition-unlisted"}


def test_a_line_that_somebody_struck_out_is_missed_where_the_bytes_are_kept(root: Path, tmp_path: Path) -> None:
    change_ledger(root, lambda rows: rows.pop(0))
    assert found(without_git(root, tmp_path / "copy")) == {"edition-unlisted"}


def test_a_history_that_git_will_not_read_to_us_is_none(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another owner's folder: with the ledger everything is attacked all the same."""
    plain = make_instance(tmp_path / "plain")
    shutil.rmtree(plain / LEDGER)
    (plain / TABLE / "2026H1.csv").write_text(table(*SAFE), "utf-8")
    commit(plain)
    assert found(plain) == set()
    wrapper = tmp_path / "bin/git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{shutil.which("git")}" "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{wrapper.parent}:{os.environ['PATH']}")
    (plain / TABLE / "2026H1.csv").write_text(table(*SAFE) + "\n", "utf-8")
    assert found(plain) == {"audit-history-partial"}
    assert found(root) == {"revision"}


def test_line_ends_that_a_copy_on_windows_has_are_no_other_edition(root: Path, tmp_path: Path) -> None:
    copy = without_git(root, tmp_path / "copy")
    for file in (*(copy / TABLE).glob("*.csv"), *(copy / "data/statistics/kept_editions").glob("*.csv")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert found(copy) == {"revision"}


def test_an_edition_on_a_branch_that_nobody_merged_is_not_held_against_main(root: Path, tmp_path: Path) -> None:
    main = make_instance(tmp_path / "main")
    publish(main, table(*SAFE))
    git(main, "checkout", "-q", "-b", "proposal")
    publish(main, table(41, *SAFE[1:]))
    assert found(main) == {"revision"}
    git(main, "checkout", "-q", "-")
    assert found(main) == set()


def test_a_large_revision_with_its_reason_and_lines_of_two_machines_are_safe(tmp_path: Path) -> None:
    root = make_instance(tmp_path / "instance")
    publish(root, table(*SAFE))
    publish(root, table(50, *SAFE[1:]))
    change_ledger(root, lambda rows: rows.reverse())
    (root / TABLE / "2026H2.csv").write_text(table(*SAFE).replace("2026H1", "2026H2"), "utf-8")
    enter(root)
    assert found(root) == set()


def test_what_was_told_once_and_cannot_be_undone_fails_no_more_but_nothing_beyond_it(root: Path) -> None:
    tell(root)
    assert found(root) == set()
    publish(root, table(40, 21, *SAFE[2:]))
    assert found(root) == {"revision"}


def test_a_table_that_is_declared_no_more_keeps_its_editions(root: Path) -> None:
    text = (root / TABLE / "dataset.yaml").read_text("utf-8").replace("name: aid_waiting", "name: waiting_of_today")
    (root / TABLE / "dataset.yaml").write_text(text, "utf-8")
    (root / TABLE).rename(root / "data/statistics/waiting_of_today")
    assert "edition-unread" in found(root)


def test_an_edition_that_took_the_place_of_another_says_why(tmp_path: Path) -> None:
    root = make_instance(tmp_path / "instance")
    publish(root, table(*SAFE))
    (root / TABLE / "2026H1.csv").write_text(table(80, *SAFE[1:]), "utf-8")
    enter(root, "")
    assert found(root) == {"edition-unexplained"}
    change_ledger(root, lambda rows: rows[-1].update(reason="示例：按自然日重算"))
    assert found(root) == set()


OLD_BANDS = ("days-1-3", "days-4-7", *BANDS[1:])


def merge_bands(root: Path, since: str = "2027-01-01") -> None:
    """Two invented bands of before are one of today's."""
    file = root / "data/statistics/code_successions/2027.csv"
    rows = (f"2027-waiting-{old},waiting,{old},示例{old},within-7,{since},示例：分档合并" for old in OLD_BANDS[:2])
    file.write_text("\n".join(["id,column,old,old_name,new,since,reason", *rows, ""]), "utf-8")


def by_old_bands(*counts: int | str) -> str:
    marks = {"": "Q,C"}
    rows = [
        f"2026H1,120101,{band},helped,{count},{marks.get(str(count), 'A,F')}"
        for band, count in zip((*OLD_BANDS, "_T"), counts, strict=True)
    ]
    return HEAD + "\n".join(rows) + "\n"


def test_bands_that_were_merged_are_laid_beside_those_of_before(tmp_path: Path) -> None:
    """40 in the merged band less 37 in one of its parts, which a first edition gave: 3 in the other."""
    root = make_instance(tmp_path / "instance")
    merge_bands(root)
    publish(root, by_old_bands(37, "", 20, "", 8, 77))
    assert found(root) == set()
    publish(root, table(40, 20, 9, 8))
    (told,) = weak(root)
    assert (dict(told.cell.place)["waiting"], told.low, told.high) == ("days-4-7", 3, 3)


def test_and_without_a_word_on_them_nothing_is_called_clean(tmp_path: Path) -> None:
    root = make_instance(tmp_path / "instance")
    merge_bands(root)
    publish(root, by_old_bands(37, "", 20, "", 8, 77))
    publish(root, table(40, 20, 9, 8))
    shutil.rmtree(root / "data/statistics/code_successions")
    assert "edition-unread" in found(root)


def test_a_code_that_vanished_is_told(tmp_path: Path) -> None:
    """An invented district that was there once, and nobody says where it went."""
    root = make_instance(tmp_path / "instance")
    codes = root / "data/codes/divisions/divisions.csv"
    today = codes.read_text("utf-8")
    header, _, rest = today.partition("\n")
    line = dict.fromkeys(header.split(","), "") | {
        "code": "120199",
        "name": "示例区",
        "level": "district",
        "parent": "12",
    }
    codes.write_text(f"{header}\n{','.join(line[name] for name in header.split(','))}\n{rest}", "utf-8")
    publish(root, table(*SAFE, division="120199"))
    codes.write_text(today, "utf-8")
    (root / TABLE / "2026H1.csv").write_text(table(*SAFE), "utf-8")
    enter(root)
    assert found(root) == {"edition-unread"}

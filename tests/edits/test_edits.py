"""Whatever is edited, and in whatever order: building again gives the bytes that building from nothing gives.

`EDITS` compares after each edit; else only after every third, and after the last.
"""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.model.problem import has_errors
from tests.edits.town import (
    CITY,
    DECLARED,
    ORGANIZATIONS,
    PLACES,
    SETTINGS,
    TEMPLATES,
    WORDS_OF_DECLARATIONS,
    add_disclosure,
    add_saying,
    draw_with,
    edit_rows,
    project,
    replace_in,
    set_,
    without_memory,
    write_project,
    write_town,
)
from tests.instances import DAY, Problems, build, files_of

EDITS = int(os.environ.get("EDITS", "12"))
STEPS = min(EDITS, 12)
COMPARED = 1 if "EDITS" in os.environ else 3
WORDS = st.sampled_from(("甲", "乙", "丙", "换过的说法", "示例很长很长的名称"))
NUMBERS = st.integers(0, 999)
DAYS = st.sampled_from((1, 7, 31))
SHARED = Path(mkdtemp(prefix="edits-"))


def built_town() -> Path:
    """The site as it was first built, once for all machines."""
    town = SHARED / "town"
    if not town.exists():
        assert not has_errors(build(write_town(town)))
    return town


class Edits(RuleBasedStateMachine):
    """One site that is built again after every edit."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp(dir=SHARED))
        self.root, self.day, self.edits = self.place / "town", DAY, 0

    def teardown(self) -> None:
        """Nothing of it is needed any more."""
        if self.root.exists():
            self.compare(build(self.root, self.day))
        shutil.rmtree(self.place)

    @property
    def projects(self) -> list[str]:
        """The keys of those there are."""
        return sorted(file.stem for file in (self.root / "data/projects").glob("p*.yaml"))

    def pick(self, number: int) -> str:
        """Some project."""
        return self.projects[number % len(self.projects)]

    @initialize()
    def begin(self) -> None:
        """With a copy of the site as it was built first."""
        shutil.copytree(built_town(), self.root, symlinks=True)

    @rule(number=NUMBERS, words=WORDS)
    def say_something_else(self, number: int, words: str) -> None:
        replace_in(project(self.root, self.pick(number)), "^summary: .*$", f"summary: 这个示例项目{words}。")

    @rule(number=NUMBERS, words=WORDS)
    def rename_project(self, number: int, words: str) -> None:
        key = self.pick(number)
        replace_in(project(self.root, key), "^name: .*$", f"name: 示例{words}{key}")

    @rule(number=NUMBERS)
    def end_project(self, number: int) -> None:
        file = project(self.root, self.pick(number))
        replace_in(file, "^suspended_on: .*\n", "")
        replace_in(file, "^status: .*\n(ended_on: .*\n)?", "status: ended\nended_on: 2026-10-01\n")

    @rule(number=NUMBERS)
    def raise_budget(self, number: int) -> None:
        replace_in(project(self.root, self.pick(number)), "^budget: .*$", f"budget: {number + 1}")

    @rule(number=NUMBERS)
    def add_project(self, number: int) -> None:
        write_project(self.root, number, f"p9{number:05d}")

    @precondition(lambda self: len(self.projects) > 2)
    @rule(number=NUMBERS)
    def delete_project(self, number: int) -> None:
        project(self.root, self.pick(number)).unlink()

    @rule(number=NUMBERS)
    def give_another_key(self, number: int) -> None:
        old, new = self.pick(number), f"p8{number:05d}"
        project(self.root, old).rename(project(self.root, new))
        replace_in(project(self.root, new), "^id: .*$", f"id: {new}")

    @rule(number=NUMBERS, place=st.sampled_from(PLACES))
    def move_project(self, number: int, place: str) -> None:
        replace_in(project(self.root, self.pick(number)), "^divisions: .*$", f'divisions: ["{place}"]')

    @rule(number=NUMBERS, seed=st.integers(0, 40))
    def publish_something(self, number: int, seed: int) -> None:
        key = self.pick(number)
        if f"id: n{seed:03d}" not in project(self.root, key).read_text("utf-8"):
            add_disclosure(self.root, key, seed)

    @rule(which=st.sampled_from(ORGANIZATIONS), words=WORDS)
    def rename_organization(self, which: str, words: str) -> None:
        replace_in(self.root / f"data/organizations/{which}.yaml", "^name: .*$", f"name: 示例{words}服务中心{which}")

    @rule(number=NUMBERS, words=WORDS)
    def edit_entry(self, number: int, words: str) -> None:
        self._rows(lambda rows: rows[number % len(rows)].update(summary=f"示例{words}。"))

    @rule(number=NUMBERS)
    def close_entry(self, number: int) -> None:
        self._rows(lambda rows: rows[number % len(rows)].update(status="full"))

    @rule(number=NUMBERS)
    def delete_entry(self, number: int) -> None:
        self._rows(lambda rows: rows.pop(number % len(rows)) if len(rows) > 1 else None)

    @rule(place=st.sampled_from(PLACES), words=WORDS)
    def rename_place(self, place: str, words: str) -> None:
        file = self.root / "data/codes/divisions/divisions.csv"
        edit_rows(
            file, lambda rows: [row.update(name=f"示例{words}{place[-3:]}") for row in rows if row["code"] == place]
        )

    @rule(dataset=st.sampled_from(DECLARED), part=st.sampled_from(sorted(WORDS_OF_DECLARATIONS)), words=WORDS)
    def declare_otherwise(self, dataset: str, part: str, words: str) -> None:
        replace_in(self.root / f"data/{dataset}/dataset.yaml", part, WORDS_OF_DECLARATIONS[part].format(words))

    @rule(name=st.sampled_from(sorted(TEMPLATES)), words=WORDS)
    def draw_otherwise(self, name: str, words: str) -> None:
        draw_with(self.root, name, words)

    @rule(name=st.sampled_from(sorted(SETTINGS)), number=NUMBERS)
    def set_otherwise(self, name: str, number: int) -> None:
        set_(self.root, name, number)

    @rule(words=WORDS, place=st.sampled_from(PLACES))
    def say_otherwise(self, words: str, place: str) -> None:
        add_saying(self.root, words, place)

    @rule(words=WORDS)
    def write_article(self, words: str) -> None:
        (self.root / "content/about.md").write_text(f"# 示例说明\n\n{words}\n\n<!-- mingshan: figures -->\n", "utf-8")

    @rule(days=DAYS)
    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)

    def _rows(self, edit) -> None:  # type: ignore[no-untyped-def]
        edit_rows(self.root / f"data/supply/2026H2/{CITY}.csv", edit)

    @invariant()
    def is_what_it_would_be_from_nothing(self) -> None:
        """The search index, too."""
        if not self.root.exists():
            return
        again = build(self.root, self.day)
        assert not has_errors(again), again
        if self.edits % COMPARED == 0:
            self.compare(again)
        self.edits += 1

    def compare(self, again: Problems) -> None:
        """With a site that remembers no answers."""
        other = without_memory(self.root, self.place / "anew")
        assert again == build(other, self.day)
        ours, theirs = files_of(self.root / "site"), files_of(other / "site")
        assert ours.keys() == theirs.keys()
        assert [file for file, content in ours.items() if theirs[file] != content] == []


Edits.TestCase.settings = settings(
    max_examples=max(1, EDITS // STEPS),
    stateful_step_count=STEPS,
    deadline=None,
    derandomize="EDITS" not in os.environ,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
TestEdits = Edits.TestCase

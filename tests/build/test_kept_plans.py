"""A plan is made again when something that was read for it is another, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.base.cache import Cache
from generator.base.memoising import forget_answers, question
from generator.base.noted_day import noted_day
from generator.build.kept_plans import KeptPlans
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.noted import noted
from generator.model.page import Page, TopicSubject
from generator.model.project import Settings
from tests.builders import changed, dataset, field, linked, record

SETTINGS = Settings("", "", "", "", False, "", "", {}, 50, ())
THING = dataset("things", field("size"), field("note"))
MADE: list[str] = []


@question
def _size(catalogue: Catalogue, key: str) -> str:
    return str(catalogue.records["things"][key].values["size"])


def _plan(catalogue: Catalogue, _settings: Settings, as_of: date) -> Iterator[Page]:
    MADE.append("once")
    for key in catalogue.records["things"]:
        late = "late" if as_of >= date(2026, 3, 1) else "early"
        yield Page(f"{key}/", f"{_size(catalogue, key)} {late}", "t", "f", TopicSubject("t", key, ()), ())


TOPIC = Topic("sizes", "", None, (), _plan, is_far_read=True)


def _titles(cache: Path, catalogue: Catalogue, day: date) -> tuple[list[str], int]:
    """What is planned as by a process of its own, and how often that was worked out."""
    forget_answers()
    MADE.clear()
    pages = KeptPlans(Cache(cache), day).plan(TOPIC, noted(catalogue), SETTINGS, noted_day(day))
    return [each.title for each in pages], len(MADE)


def test_a_plan_is_kept_while_what_it_read_comes_out_the_same(tmp_path: Path) -> None:
    first, _ = linked((THING,), record(THING, "a", size="1", note="x"), record(THING, "b", size="2"))
    january, february, march = (date(2026, month, 9) for month in (1, 2, 3))
    assert _titles(tmp_path, first, january) == (["1 early", "2 early"], 1)
    assert _titles(tmp_path, first, february) == (["1 early", "2 early"], 0)
    noted_only = changed(first, "a", "things", note="y")
    assert _titles(tmp_path, noted_only, february) == (["1 early", "2 early"], 0)
    larger = changed(noted_only, "b", "things", size="3")
    assert _titles(tmp_path, larger, february) == (["1 early", "3 early"], 1)
    assert _titles(tmp_path, larger, march) == (["1 late", "3 late"], 1)
    more, _ = linked((THING,), record(THING, "a", size="1"), record(THING, "c", size="4"))
    assert _titles(tmp_path, more, march) == (["1 late", "4 late"], 1)

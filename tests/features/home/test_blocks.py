"""The blocks of the home page: what a visitor can use now, and what was made public last."""

from __future__ import annotations

from datetime import date

from generator.build.site import plan_site
from generator.features import FEATURES
from generator.features.home.blocks import BLOCKS
from generator.model.project import Settings
from generator.model.source import Source
from tests.builders import dataset, field, filter_, linked, record

PROJECT = dataset("projects", field("name"), label="name")
DISCLOSURE = dataset(
    "disclosures",
    field("project", target="projects"),
    field("title"),
    field("published_on", "date"),
    label="title",
    pages=False,
)
CATEGORY = dataset("categories", field("name"), label="name")
SUPPLY = dataset(
    "supply",
    field("category", target="categories"),
    field("status", categories={"open": "可申请", "expired": "本期已结束"}),
    filters=(filter_("category"), filter_("status")),
    ended=("status", ("expired",)),
)
AS_OF = date(2026, 6, 30)


def _source() -> Source:
    days = (date(2026, 1, 1), date(2026, 7, 1), date(2026, 6, 30))
    catalogue, _ = linked(
        (PROJECT, DISCLOSURE, CATEGORY, SUPPLY),
        record(PROJECT, "p", name="甲项目"),
        *(
            record(DISCLOSURE, f"d{at}", project="p", title=f"第{at}次", published_on=day)
            for at, day in enumerate(days)
        ),
        record(CATEGORY, "c", name="医疗"),
        *(
            record(SUPPLY, f"s{at}", category="c", status=status)
            for at, status in enumerate(("open", "expired", "open"))
        ),
    )
    settings = Settings("站", "", "", "", False, "", "", {}, 50, ())
    plan, _ = plan_site(catalogue, settings, (), AS_OF, FEATURES)
    return Source(catalogue, plan, settings, AS_OF, {})


def test_the_newest_come_first_and_the_future_has_not_happened() -> None:
    latest = BLOCKS["latest"](_source()).latest
    assert [(each.title, each.subject, each.anchor) for each in latest] == [
        ("第2次", "甲项目", "d2"),
        ("第0次", "甲项目", "d0"),
    ]


def test_a_way_in_counts_only_what_is_still_on_offer() -> None:
    (category,) = BLOCKS["categories"](_source()).entries
    assert category.count == 2


def test_figures_count_what_can_be_used_and_say_nothing_of_what_there_is_none_of() -> None:
    figures = BLOCKS["figures"](_source()).figures
    assert {each.label: each.value for each in figures} == {"现在可以申请的帮扶": 2, "慈善项目": 1, "项目公开记录": 3}

"""The tags that inspectors of government sites look for, held against the examples in the rules for them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.build.site import plan_site
from generator.features import FEATURES
from generator.features.government.page_tags import article_tags, page_tags
from generator.model.page import RecordSubject
from generator.model.project import Settings
from generator.model.record import Value
from generator.model.source import Source
from tests.builders import dataset, field, linked, record

BULLETINS = dataset(
    "bulletins", field("title"), field("issued_on", "date"), field("issuer"), label="title", role="bulletin"
)
DAY = date(2026, 11, 25)


def _tags(changed: date | None = None, **values: Value) -> list[str]:
    catalogue, _ = linked((BULLETINS,), record(BULLETINS, "b1", title="示例简报", **values))
    settings = Settings("站", "", "", "示例市民政局", True, "", "", {}, 50, ())
    plan, _ = plan_site(catalogue, settings, (), DAY, FEATURES)
    (page,) = [each for each in plan.pages if each.subject == RecordSubject("bulletins", "b1")]
    changes = {page.source or "": changed} if changed else {}
    return list(page_tags(Source(catalogue, plan, settings, DAY, changes), page))


def test_a_record_says_when_it_was_published_in_which_column_and_by_whom() -> None:
    assert _tags(issued_on=date(2026, 3, 2), issuer="示例区民政局") == [
        '<meta name="ColumnType" content="Bulletins">',
        '<meta name="PubDate" content="2026-03-02 00:00">',
        '<meta name="ContentSource" content="示例区民政局">',
    ]


def test_else_the_day_of_its_last_change_and_the_authority_stand_for_it() -> None:
    assert _tags(date(2026, 4, 5))[1:] == [
        '<meta name="PubDate" content="2026-04-05 00:00">',
        '<meta name="ContentSource" content="示例市民政局">',
    ]


def _source(demonstration: bool, named: str) -> tuple[Source, str]:
    catalogue, _ = linked((BULLETINS,), record(BULLETINS, "b1", title="示例简报", issued_on=DAY))
    settings = Settings("站", "", "", named, demonstration, "", "", {}, 50, ())
    plan, _ = plan_site(catalogue, settings, (), DAY, FEATURES)
    return Source(catalogue, plan, settings, DAY, {"content/help.md": date(2026, 4, 5)}), "content/help.md"


def test_an_article_says_the_day_of_its_last_change() -> None:
    assert list(article_tags(*_source(True, "示例市民政局"))) == [
        '<meta name="PubDate" content="2026-04-05 00:00">',
        '<meta name="ContentSource" content="示例市民政局">',
    ]


@pytest.mark.parametrize(("demonstration", "told"), [(True, 0), (False, 1)])
def test_no_real_authority_answers_for_a_record_or_an_article_of_a_demonstration(
    demonstration: bool, told: int
) -> None:
    source, file = _source(demonstration, "天津市民政局")
    (page,) = [each for each in source.plan.pages if each.subject == RecordSubject("bulletins", "b1")]
    heads = (*page_tags(source, page), *article_tags(source, file))
    assert sum("天津市民政局" in each for each in heads) == 2 * told


def test_what_has_no_date_says_only_who_answers_for_it() -> None:
    assert _tags() == ['<meta name="ContentSource" content="示例市民政局">']

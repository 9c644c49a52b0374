"""What authorities have to publish: each duty with the places told of it, districts' half-years by day."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.features import FEATURES
from generator.features.duties.authority_views import AuthorityDuty
from generator.render.context import page_names
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
PAGE = next(page for page in SOURCE.plan.pages if page.address == "duties/authorities/")
SHOWN: Any = page_names(SOURCE, PAGE, FEATURES)
DUTIES: dict[str, AuthorityDuty] = {each.name: each for each in SHOWN["duties"]}


def test_every_duty_without_a_day_is_told_once_and_none_that_a_charity_bears() -> None:
    """Counted by hand among the shipped rules: fifteen are an authority's and always so."""
    assert len(SHOWN["duties"]) == len(DUTIES) == 15
    assert {"有公开募捐资格的组织名单", "社会救助热线", "救助政策、标准和资金"} <= DUTIES.keys()
    assert not any("半年" in name or "年度工作报告" in name for name in DUTIES)


def test_a_place_stands_with_its_duty_and_its_authority_and_silence_stays_silence() -> None:
    """Seven rows of two authorities tell of seven duties; eight are told of by nobody."""
    told = {name: each.places for name, each in DUTIES.items() if each.places}
    assert {name: [place.authority for place in places] for name, places in told.items()} == {
        "慈善组织登记事项": ["天津市"],
        "有公开募捐资格的组织名单": ["天津市"],
        "税前扣除资格名单": ["天津市"],
        "表彰和处罚结果": ["天津市"],
        "社会救助热线": ["天津市"],
        "购买服务": ["河西区"],
        "救助政策、标准和资金": ["河西区"],
    }
    assert [name for name, places in told.items() if places[0].published_on is None] == ["表彰和处罚结果"]
    assert {str(place.seen_on) for places in told.values() for place in places} == {"2026-11-20", "2026-11-18"}


def test_districts_half_years_stand_by_day_both_of_this_year() -> None:
    """Sixteen districts, of which the site has kept the directories since the first of January."""
    assert Counter(str(each.due) for each in SHOWN["dated"]) == {"2026-06-30": 16, "2026-12-31": 16}


def test_what_is_open_stands_first_and_only_the_district_that_was_asked_in_writing_is_overdue() -> None:
    """The question of the tenth of November holds thirty days; nobody asked the other one."""
    first = [(each.subject, str(each.due), each.status) for each in SHOWN["dated"][:3]]
    assert first == [
        ("静海区", "2026-12-31", "due"),
        ("西青区", "2026-06-30", "overdue"),
        ("宁河区", "2026-06-30", "no_record"),
    ]
    assert {each.status for each in SHOWN["dated"][3:]} == {"met", "met_late"}

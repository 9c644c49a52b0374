"""Feeds tell what came, comes back and ends in a place; cards say what is there, and no more than that."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import feedparser
import pytest

from generator.features.following import FEATURE
from generator.features.following.views import (
    following_context,
    offer_following_context,
    place_following_context,
)
from generator.model.problem import has_errors
from generator.model.source import Source
from tests.demonstration import checked, opened
from tests.repositories import make_instance

ADDRESS = "https://example.org/sub/"
TODAY = date(2026, 11, 25)
OWN = "data/supply/2026H2/990101.csv"
STONE = """\
id: 2026-01
kind: supply
record: 2026H1/990101-008
basis: withdrawn
approval: 示例审批单2026-01
approved_by: 示例岗位
purged_on: 2026-11-01
"""
Rows = dict[str, dict[str, str]]


def write(root: Path, period: str, place: str, rows: Rows) -> None:
    """Each row is the one that `init` wrote, with other cells; keys are numbers."""
    (header, first) = csv.reader(StringIO((root / OWN).read_text("utf-8-sig")))
    columns = [*header, "service_area", "reopens_on"]
    usual = dict(zip(header, first, strict=True)) | {"organization": "", "project": ""}
    file = root / f"data/supply/{period}/{place}.csv"
    file.parent.mkdir(exist_ok=True)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="")
        writer.writeheader()
        for number, cells in rows.items():
            writer.writerow(usual | {"id": number, "name": f"示例{number[-3:]}"} | cells)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    root = make_instance(tmp_path_factory.mktemp("following") / "instance")
    before = {"valid_from": "2026-01-01", "valid_to": "2026-06-30", "status": "expired", "confirmed_on": "2026-03-01"}
    city = {"level": "city", "summary": "全市都能申请。"}
    write(root, "2026H1", "99", {"99-001": before | city, "99-009": before | city})
    write(
        root,
        "2026H2",
        "99",
        {
            "99-001": city,
            "99-002": city | {"valid_from": "2026-09-01", "confirmed_on": "2026-08-20"},
            "99-003": city | {"category": "living", "service_area": "990101001", "valid_from": "2026-10-01"},
        },
    )
    write(root, "2026H1", "990101", {"990101-001": before, "990101-004": before})
    write(
        root,
        "2026H2",
        "990101",
        {
            "990101-001": {"status": "closed", "confirmed_on": "2026-10-08"},
            "990101-004": {"reopens_on": "2026-11-02"},
            "990101-005": {"valid_to": "2026-12-10"},
            "990101-006": {"valid_to": "2026-11-20", "status": "open"},
        },
    )
    (root / "data/purges/2026-01.yaml").write_text(STONE, "utf-8")
    found = checked(root)
    assert not has_errors(found.problems)
    settings = replace(opened(root).settings, site_url=ADDRESS)
    return Source(found.catalogue, found.plan, settings, TODAY, {})


def made(source: Source) -> Mapping[str, str]:
    planned = FEATURE.downloads(source.catalogue, source.settings)
    return {each.address: str(FEATURE.files[each.format].write(source, each)) for each in planned}


@pytest.fixture(scope="module")
def files(source: Source) -> Mapping[str, str]:
    return made(source)


def told(files: Mapping[str, str], place: str, category: str = "medical") -> list[tuple[str, str]]:
    feed = feedparser.parse(files[f"follow/{place}/{category}.xml"])
    assert not feed.bozo
    return [(each.title, each.updated[:10]) for each in feed.entries]


def test_a_district_is_told_of_its_own_and_of_what_the_whole_city_has(files: Mapping[str, str]) -> None:
    """New by what the half-year before did not have; good until the half-year ends is no end."""
    assert told(files, "990101") == [
        ("快要结束：示例005", "2026-11-10"),
        ("再次开放：示例004", "2026-11-02"),
        ("已停办：示例001", "2026-10-08"),
        ("新增：示例002（示例市）", "2026-08-20"),
        ("新增：示例005", "2026-07-01"),
    ]
    assert told(files, "99") == [("新增：示例002", "2026-08-20")]
    feed = feedparser.parse(files["follow/990101/medical.xml"]).feed
    assert "示例市办的、示例区的人也能申请的，都在里面" in feed.subtitle


def test_what_is_for_one_street_only_is_told_to_nobody_else(files: Mapping[str, str]) -> None:
    assert told(files, "99", "living") == [("新增：示例003", "2026-10-01")]
    assert "follow/990101/living.xml" not in files


def test_feeds_are_there_where_there_is_help_and_lead_back(files: Mapping[str, str]) -> None:
    feeds = {address for address in files if address.endswith(".xml")}
    assert feeds == {"follow/99/medical.xml", "follow/99/living.xml", "follow/990101/medical.xml"}
    feed = feedparser.parse(files["follow/990101/medical.xml"])
    assert {each.link.partition("/supply/")[0] for each in feed.entries} == {ADDRESS.removesuffix("/")}
    assert len({each.id for each in feed.entries}) == len(feed.entries)


def test_the_news_stay_the_same_news_on_another_day(source: Source, files: Mapping[str, str]) -> None:
    later = made(replace(source, day=date(2026, 12, 1)))
    ids = [
        {each.id: each.updated for each in feedparser.parse(text["follow/990101/medical.xml"]).entries}
        for text in (files, later)
    ]
    assert ids[0] == ids[1]
    gone = made(replace(source, day=date(2026, 12, 11)))
    assert "快要结束：示例005" not in dict(told(gone, "990101"))


def test_without_an_address_there_are_cards_and_no_feeds(source: Source) -> None:
    bare = replace(source, settings=replace(source.settings, site_url=""))
    assert {address.rpartition(".")[2] for address in made(bare)} == {"html"}
    assert all(not each.feeds and not each.snippet for each in following_context(bare, "").places)


def test_an_entry_gives_the_line_for_its_card_on_its_newest_page(source: Source, files: Mapping[str, str]) -> None:
    offers = source.catalogue.with_role("offer")
    found = {key: offer_following_context(source, each).snippet for key, each in offers.items()}
    assert f'src="{ADDRESS}embed/offer-99-001.html"' in found["2026H2/99-001"]
    assert found["2026H1/99-001"] == ""
    named = {each.rpartition("embed/")[2].partition('"')[0] for each in found.values() if each}
    cards = {each.removeprefix("embed/") for each in files if each.startswith("embed/offer-")}
    assert named == cards - {"offer-990101-008.html"}


def test_a_card_has_no_script_and_no_number_and_says_since_when(files: Mapping[str, str]) -> None:
    cards = {address: text for address, text in files.items() if address.startswith("embed/")}
    assert len(cards) == 2 + 4 + 5
    for text in cards.values():
        assert not re.search(r"<script|<form|<iframe|javascript:|tel:|\d{3,}-?\d{4,}(?!\w*/)|示例号码", text)
        assert "default-src 'none'" in text or "default-src &#x27;none&#x27;" in text
        assert re.search("截至 2026年[0-9]+月[0-9]+日", text)
        assert all(each.startswith("../") for each in re.findall('<a href="([^"]*)"', text))


def test_cards_say_what_there_is_today(files: Mapping[str, str]) -> None:
    place, offer = files["embed/place-990101.html"], files["embed/offer-99-002.html"]
    assert "示例区：现在能申请的帮扶 4 项" in place and "医疗" in place and "截至 2026年11月25日" in place
    assert "全市都能申请。" in offer and "可申请" in offer and "截至 2026年8月20日" in offer
    assert 'href="../supply/2026H2/99-002/"' in offer


def test_a_card_of_what_is_over_says_so_and_nothing_else(files: Mapping[str, str]) -> None:
    for number, why in (
        ("990101-001", "已经停办"),
        ("990101-006", "有效期已经过了"),
        ("99-009", "新一期目录里没有这一项"),
        ("990101-008", "这一项的内容已经删除"),
    ):
        text = files[f"embed/offer-{number}.html"]
        assert "已撤下" in text and why in text and "embed--over" in text
        assert "可申请" not in text and "医药费" not in text


def test_a_street_without_a_catalogue_follows_its_district(source: Source) -> None:
    street = source.catalogue.records["divisions"]["990101001"]
    found = place_following_context(source, street)
    assert found.following is not None and not found.is_own
    assert found.following.place.title == "示例区" and found.following.above == "示例市"
    assert found.following.snippet.startswith(f'<iframe src="{ADDRESS}embed/place-990101.html"')
    assert "script" not in found.following.snippet
    assert [each.address for each in found.feeds] == ["follow/990101/medical.xml"]

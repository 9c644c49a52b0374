"""What a window prints: everything its residents can apply for; written again only where something of it changed."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from generator.features.packs.sheets import COLUMNS, handbook_data, poster_data, workbook_data
from generator.features.packs.views import place_pack_context
from generator.model.noted import noted
from generator.model.page import Download
from generator.model.source import Source
from generator.store.answers import Kept
from tests import builders
from tests.asking import kept_of, stale
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
TOWNSHIP, DISTRICT, ELSEWHERE = "120103007", "120103", "120102"
PLACES = (TOWNSHIP, DISTRICT, ELSEWHERE, "120103011")


def _pack(place: str) -> Download:
    return Download(f"packs/{place}/handbook", "pack-handbook", (), place)


PACKED = replace(SOURCE, plan=replace(SOURCE.plan, downloads=(*SOURCE.plan.downloads, *map(_pack, PLACES))))
ADDRESSES = {place: f"packs/{place}/handbook" for place in PLACES}
LINKED = replace(SOURCE, settings=replace(SOURCE.settings, site_url="https://example.org/"))


def download(place: str) -> Download:
    return Download("", "pack-handbook", (), place)


def handbook(place: str, source: Source = SOURCE) -> Any:
    return json.loads(handbook_data(source, download(place)))


def titles(place: str) -> set[str]:
    return {offer["title"] for category in handbook(place)["kinds"] for offer in category["offers"]}


def changed(key: str, **values: Any) -> Source:
    """The same site with one entry changed."""
    return replace(SOURCE, catalogue=noted(builders.changed(SOURCE.catalogue, key, of="supply", **values)))


@cache
def kept() -> Kept:
    return kept_of(PACKED, ADDRESSES.values())


def differ(after: Source, place: str) -> bool:
    return bool(stale(kept(), after, (ADDRESSES[place],)))


def test_a_townships_handbook_holds_its_own_help_its_districts_and_the_citys() -> None:
    records = SOURCE.catalogue.records["supply"].values()
    own = {each.values["name"] for each in records if each.values["division"] == TOWNSHIP}
    assert own
    assert own <= titles(TOWNSHIP)
    assert {place["name"] for place in handbook(TOWNSHIP)["desks"]} == {"友谊路街道社会救助服务窗口（示例）"}


def test_a_place_without_a_window_of_its_own_shows_the_one_above() -> None:
    catalogue = SOURCE.catalogue
    bare = replace(
        catalogue,
        backlinks={**catalogue.backlinks, "windows.division": {DISTRICT: (catalogue.records["windows"]["120103-01"],)}},
    )
    assert [each["name"] for each in handbook(TOWNSHIP, replace(SOURCE, catalogue=bare))["desks"]] == [
        "河西区社会救助服务中心（示例）"
    ]


def test_codes_dial_everywhere_and_lead_to_pages_only_where_the_site_knows_its_address() -> None:
    assert all(code.startswith("tel:") for code in handbook(TOWNSHIP)["codes"])
    codes = handbook(TOWNSHIP, LINKED)["codes"]
    assert f"https://example.org/divisions/{TOWNSHIP}/" in codes
    assert f"https://example.org/find/{DISTRICT}/" in codes
    assert any(code.startswith("https://example.org/supply/2026H2/") for code in codes)


def test_the_workbook_has_a_row_for_each_offer_of_the_handbook() -> None:
    book = json.loads(workbook_data(SOURCE, download(TOWNSHIP)))
    assert len(book["rows"]) == sum(len(each["offers"]) for each in handbook(TOWNSHIP)["kinds"])
    assert {len(row) for row in book["rows"]} == {len(COLUMNS)}


def test_the_poster_counts_what_the_handbook_lists() -> None:
    counts = {each["name"]: each["count"] for each in json.loads(poster_data(SOURCE, download(TOWNSHIP)))["kinds"]}
    assert counts == {each["name"]: len(each["offers"]) for each in handbook(TOWNSHIP)["kinds"]}


def test_nothing_in_a_pack_depends_on_the_day_while_the_same_help_can_be_had() -> None:
    tomorrow = replace(SOURCE, day=SOURCE.as_of.replace(day=26))
    assert handbook_data(tomorrow, download(TOWNSHIP)) == handbook_data(SOURCE, download(TOWNSHIP))
    assert not differ(tomorrow, TOWNSHIP)


def test_only_packs_that_show_an_entry_are_made_again_when_it_changes() -> None:
    own = changed(f"2026H2/{TOWNSHIP}-001", standard="改了", residence="living")
    assert differ(own, TOWNSHIP)
    assert differ(own, DISTRICT)
    assert not differ(own, ELSEWHERE)
    everybodys = changed("2026H2/12-002", standard="改了")
    assert differ(everybodys, ELSEWHERE)


def test_a_pack_is_looked_at_again_whenever_its_data_changes() -> None:
    for key in ("2026H2/12-002", "2026H2/120103-001", f"2026H2/{TOWNSHIP}-001"):
        after = changed(key, standard="改了")
        for place in (TOWNSHIP, DISTRICT, ELSEWHERE, "120103011"):
            if handbook_data(after, download(place)) != handbook_data(SOURCE, download(place)):
                assert differ(after, place), (key, place)


def test_a_place_offers_its_own_pack_and_nobody_where_none_is_made() -> None:
    town = SOURCE.catalogue.records["divisions"][TOWNSHIP]
    files = [file.address for file in place_pack_context(SOURCE, town).pack.files]
    assert files == [f"packs/{TOWNSHIP}/{name}" for name in ("handbook.pdf", "poster.pdf", "catalogue.xlsx")]
    without = replace(SOURCE, plan=replace(SOURCE.plan, downloads=()))
    assert place_pack_context(without, town).pack is None

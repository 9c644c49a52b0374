"""Books, sheets and feeds of the demonstration look like no real authority's: laws are cited, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.base.noted_day import noted_day
from generator.build.site import plan_site
from generator.features import FEATURES
from generator.model.feature import file_kinds, pack_kinds, print_kinds
from generator.model.source import Source
from tests.demonstration import TODAY, demonstration_source

BODIES = "民政局|委员会|教育局|医疗保障局|医保局|卫健委|残疾人联合会|残联|妇联|总工会|团市委|红十字会|慈善协会|人民政府"
REAL = re.compile(
    rf"(?<!示例)(?:天津市?|(?:和平|河东|河西|南开|河北|红桥|滨海新)区)[^，。；、\s\"']{{0,6}}(?:{BODIES})"
)
CITED = re.compile("《[^》]*》|天津市人民政府令|天津市社会救助基金会")
"""Titles of what was enacted, and the one body that the policy itself gives a task."""
FEEDS = (".xml", ".ics")
DISTRICT = "/120103/"
"""Whose packs are looked at; those of other places say the same of other entries."""


def texts(source: Source) -> Iterator[tuple[str, str]]:
    """By address, everything that is written for feeds and calendars, and everything that is set or bound."""
    files, packs, prints = file_kinds(FEATURES), pack_kinds(FEATURES), print_kinds(FEATURES)
    for each in source.plan.downloads:
        if each.address.endswith(FEEDS) and each.format in files:
            yield each.address, str(files[each.format].write(source, each))
        elif each.format in packs and DISTRICT in each.address:
            yield each.address, packs[each.format].write(source, each)
        elif each.format in prints:
            yield each.address, repr(prints[each.format].make(source, each))


def test_no_feed_book_or_pack_names_a_real_authority_but_where_law_is_cited() -> None:
    source = demonstration_source()
    settings = replace(source.settings, site_url="https://example.org/")
    plan, _ = plan_site(source.catalogue, settings, (), noted_day(TODAY), FEATURES)
    found = dict(texts(replace(source, settings=settings, plan=plan)))
    assert {address.rpartition(".")[2] for address in found} >= {"xml", "ics", "epub", "pdf"} and len(found) > 60
    named = {(address, name[0]) for address, text in found.items() for name in REAL.finditer(CITED.sub("", text))}
    assert named == set()

"""The golden list: every query finds in Chromium what the data says it should, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser

from tests.browser.conftest import HOUSE, Site, open_reader
from tests.browser.expectations import Texts, pages_with, site_texts

QUERIES: Mapping[str, list[Any]] = yaml.load(
    Path(__file__).with_name("queries.yaml").read_text("utf-8"), yaml.BaseLoader
)
SPELLED = dict(QUERIES["same"])
LEAST_RECALL = 0.99
NAMED = 252

ASK = """async ([home, queries]) => {
  const folder = new URL("assets/mingshan/search/", home);
  const { openIndex } = await import(new URL("pagefind_index.js", folder).href);
  const { find } = await import(new URL("ranking.js", folder).href);
  const index = await openIndex();
  const all = (await find(index, "")).ids;
  const cards = await Promise.all(all.map((id) => index.readCard(id)));
  const addresses = new Map(all.map((id, at) => [id, cards[at].address]));
  const answers = {};
  for (const query of queries) {
    const { ids, how } = await find(index, query);
    answers[query] = { how, found: ids.map((id) => addresses.get(id)) };
  }
  return answers;
}"""


class Answer(NamedTuple):
    """What the search says: how it found the pages, and their addresses, the best first."""

    how: str
    found: tuple[str, ...]


class Golden(NamedTuple):
    """The answers to all queries, and what the data says."""

    site: Site
    texts: Texts
    answers: Mapping[str, Answer]
    synonyms: tuple[tuple[str, ...], ...]

    def expected(self, query: str) -> frozenset[str]:
        """What a query should find; one in another spelling, what the usual spelling should."""
        return pages_with(self.texts, SPELLED.get(query, query), self.synonyms)

    def titled(self, title: str) -> str:
        """The address of the record of this name."""
        records = self.site.checked.catalogue.records
        return next(
            f"{one.dataset}/{one.key}/"
            for name in records
            for one in records[name].values()
            if title in one.values.values()
        )


def _townships(site: Site) -> list[str]:
    places = site.checked.catalogue.records["divisions"].values()
    return [str(each.values["name"]) for each in places if each.values["level"] == "township"]


def _all_queries(site: Site) -> list[str]:
    plain = ("partly", "contained", "characters", "mixed", "synonyms", "several", "absent")
    paired = (word for kind in ("same", "sounds") for pair in QUERIES[kind] for word in pair if word)
    return list(dict.fromkeys((*(each for kind in plain for each in QUERIES[kind]), *paired, *_townships(site))))


@pytest.fixture(scope="module")
def golden(browser: Browser, site: Site) -> Iterator[Golden]:
    reader = open_reader(browser, site)
    answers = reader.opens("search/").evaluate(ASK, [site.home, _all_queries(site)])
    checked = site.checked
    settings = yaml.safe_load((HOUSE / "mkdocs.yml").read_text("utf-8"))
    names = {"": settings["site_name"]}
    prose = [
        (each.file, each.address, names.get(each.address, "")) for each in checked.content if each.address is not None
    ]
    texts = site_texts(checked.catalogue, HOUSE / "content", prose)
    sayings = checked.catalogue.records["sayings"].values()
    synonyms = tuple((each.key, *words) for each in sayings if isinstance(words := each.values["words"], tuple))
    found = {query: Answer(each["how"], tuple(each["found"])) for query, each in answers.items()}
    yield Golden(site, texts, found, synonyms)
    reader.context.close()


def _exact(golden: Golden, queries: list[str]) -> list[str]:
    """Queries that find too little or too much, with some of what is wrong."""
    wrong = []
    for query in queries:
        found, expected = set(golden.answers[query].found), golden.expected(query)
        if found != expected:
            wrong.append(f"{query}: missing {sorted(expected - found)[:3]}, strange {sorted(found - expected)[:3]}")
    return wrong


def test_the_list_is_long_enough(golden: Golden) -> None:
    assert len(golden.answers) - NAMED >= 80
    assert len(golden.texts) > 700


def test_recall_over_all_queries(golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    met = [
        (golden.expected(query), set(answer.found)) for query, answer in golden.answers.items() if answer.how == "whole"
    ]
    hits = sum(len(expected & found) for expected, found in met)
    recall, precision = hits / sum(len(each) for each, _ in met), hits / sum(len(each) for _, each in met)
    with capsys.disabled():
        print(f"\nsearch: {len(golden.answers)} queries, recall {recall:.4f}, precision {precision:.4f}")  # noqa: T201
    assert recall >= LEAST_RECALL


@pytest.mark.parametrize("kind", ["contained", "characters", "mixed", "synonyms", "several"])
def test_what_pages_say_is_found_exactly(golden: Golden, kind: str) -> None:
    assert _exact(golden, QUERIES[kind]) == []


def test_every_township_is_found_by_its_name(golden: Golden) -> None:
    assert len(_townships(golden.site)) == NAMED
    assert _exact(golden, _townships(golden.site)) == []


def test_a_township_itself_stands_among_the_first(golden: Golden) -> None:
    places = golden.site.checked.catalogue.records["divisions"].values()
    for place in places:
        name = str(place.values["name"])
        if name in golden.answers:
            assert f"divisions/{place.key}/" in golden.answers[name].found[:6], name


def test_other_spellings_find_the_same(golden: Golden) -> None:
    for typed, plain in QUERIES["same"]:
        assert set(golden.answers[typed].found) == golden.expected(typed) == golden.expected(plain), typed


def test_sounds_find_the_name(golden: Golden) -> None:
    for typed, name in QUERIES["sounds"]:
        answer = golden.answers[typed]
        if name:
            assert (answer.how, golden.titled(name) in answer.found) == ("sound", True), typed


def test_when_nothing_says_all_of_it_what_says_much_of_it_is_shown(golden: Golden) -> None:
    for query in QUERIES["partly"]:
        assert golden.expected(query) == frozenset(), query
        assert golden.answers[query].how == "loose" and golden.answers[query].found, query


def test_what_nobody_speaks_of_is_not_found(golden: Golden) -> None:
    for query in QUERIES["absent"]:
        assert golden.answers[query] == Answer("none", ()), query

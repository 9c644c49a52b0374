"""Sentences as people say them to how often search finds the right kind of help, and danger its card.

The sentences were written by people who knew nothing of the words that search understands. `find_tuning.csv`,
`find_third.csv`, `find_heldout.csv`, `find_danger.csv` (danger by kind, and what only looks like it),
`find_voices.csv` (danger in many voices, 2026-11-30), `find_seventh.csv` (the same by somebody else),
`find_eighth.csv` (by a third, with what only sounds like danger), `find_short.csv` (300 short words, written blind),
`find_blind.csv` (2026-11-30: two of our own who saw no code, 600 each, all ways to type and speak; every third was
held back until all was chosen), `find_ninth.csv` (2026-12-01: 900 short words, 200 dangers and 200 near misses, every
third held back likewise), `find_tenth.csv` and `find_eleventh.csv` (the same day: sentences of all kinds by two more),
`find_thirteenth.csv`, `find_fifteenth.csv` to `find_nineteenth.csv` (2026-12-01, blind, by six who saw no code: 3,280
dangers, indirect and of every kind, and 3,300 quiet ones), `find_twentieth.csv` to `find_twenty_fifth.csv` (the same
day, by six more, each in one kind of voice: 2,900 and 3,400) and `find_written.csv` (by whoever mended) are what those
words may be mended by; `find_fourth.csv`, `find_fifth.csv`, `find_sixth.csv` (2026-11-30; half of its quiet sentences
look like danger), `find_twelfth.csv` (2026-12-01, by three writers: short words, indirect sentences, dangers, all
styles), `find_fourteenth.csv` (the same day, by one who wrote no other: 240 dangers, 200 near misses, 400 other
sentences) and `find_twenty_sixth.csv` (likewise; nothing in it stands in another list) are looked at as totals only,
and nothing is ever mended by them. Right is an offer that meets an acceptable kind of need: windows, numbers and
pages of categories are no find. Danger is judged on the card alone, on every kind that it names with a number of
that kind. `BENCH_SITE` names a built demonstration; without it, one is built.
"""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from playwright.sync_api import sync_playwright

from bench.figures import Figure
from bench.find_lists import KEPT_ASIDE, LEARNT_FROM
from bench.finder import ARGUMENTS
from bench.hosts import hosted
from bench.microdata import ROOT
from bench.programs import run_python

TIMED = 20
"""So many sentences tell what understanding costs beside the search for the words alone."""
COMMAND = "import sys; from generator.cli import run; sys.exit(run())"
ASK = """async ([home, sentences]) => {
  const assets = new URL("assets/mingshan/", home);
  const load = (name) => import(new URL(name, assets).href);
  const [{ openIndex }, { loadLexicon }, { answer }, { find }, { traitsOf }] = await Promise.all(
    ["pagefind_index", "lexicon", "answer_parts", "ranking", "traits"].map((name) => load(`search/${name}.js`)),
  );
  const { loadDangers, findDanger } = await load("danger/words.js");
  const [index, lexicon, dangers] = await Promise.all([openIndex(), loadLexicon(), loadDangers()]);
  await dangers.more;
  const answers = [];
  for (const sentence of sentences) {
    await find(index, sentence); // fetches what it needs of the index, so that neither pays for it
    const begun = performance.now();
    await find(index, sentence);
    const start = performance.now();
    const { exact, offers, partly, meant } = await answer(index, lexicon, sentence);
    const took = performance.now() - start;
    const card = findDanger(dangers, sentence) ?? findDanger(dangers, sentence, lexicon.sounds);
    const ids = [...exact.ids, ...offers, ...partly];
    const shown = ids.slice(0, 10).map((id) => traitsOf(index, id));
    const titles = await Promise.all(ids.slice(0, 3).map(async (id) => (await index.readCard(id)).title));
    answers.push({
      took, bare: start - begun, total: ids.length, shown, titles, how: exact.how,
      dangers: [card, card?.beside].filter(Boolean).map(({ id, numbers: [{ number }] }) => [id, number]),
      lacking: meant.lacking ?? "", said: meant.said, places: meant.places,
      needs: meant.needs.map(({ id, weight }) => `${id} ${weight.toFixed(1)}`),
    });
  }
  return answers;
}"""
FIRST = {
    "suicide": ("12356", "110", "120"),
    "violence": ("110",),
    "child": ("110",),
    "fire": ("119",),
    "medical-emergency": ("120",),
    "missing": ("110",),
    "fraud": ("110",),
    "no-shelter": ("110", "12345"),
}
"""The numbers that may stand first on each kind's card."""


class Sentence(NamedTuple):
    """What somebody says, and what is right: kinds of need, the district named, the danger spoken of."""

    style: str
    text: str
    needs: frozenset[str]
    place: str
    danger: str


class Judged(NamedTuple):
    """A sentence and what was found for it."""

    sentence: Sentence
    answer: Mapping[str, Any]

    def right(self, among: int) -> bool:
        """Whether the right kind of help, in the right district, is among the first so many."""
        is_told = (
            self.answer["lacking"] in self.sentence.needs
        )  # nobody there offers it: it says so and shows the window
        return is_told or any(self._is_right(each) for each in self.answer["shown"][:among])

    def _is_right(self, found: Mapping[str, Any]) -> bool:
        return bool(self.sentence.needs.intersection(found["needs"])) and self.serves(found["places"])

    def serves(self, places: Iterable[str]) -> bool:
        """Whether what is offered in these places is for somebody in the district that was named."""
        place, own = self.sentence.place, tuple(places)
        return not place or not own or any(place.startswith(each) or each.startswith(place) for each in own)


def measure_find(_scale: float) -> Iterator[Figure]:
    """By half and by style."""
    with TemporaryDirectory() as place:
        site = os.environ.get("BENCH_SITE") or _built(Path(place))
        for half in (*LEARNT_FROM, *KEPT_ASIDE):
            judged = ask(Path(site), read_sentences(half))
            yield from _totals(half, judged)
            yield from _styles(half, judged)
            yield from _cards(half, judged)


def _built(place: Path) -> str:
    run_python("-c", COMMAND, "build", "--output", str(place / "site"), "--as-of", "2026-11-25")
    return str(place / "site")


def read_sentences(half: str) -> tuple[Sentence, ...]:
    """The sentences of one list; districts by their codes."""
    codes = _codes()
    with (ROOT / "bench" / f"find_{half}.csv").open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    return tuple(
        Sentence(
            row["style"],
            row["sentence"],
            frozenset(filter(None, row["needs"].split(";"))),
            codes.get(row["place"], ""),
            row["danger"],
        )
        for row in rows
    )


def _codes() -> Mapping[str, str]:
    with (ROOT / "data/codes/divisions/divisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["code"] for row in csv.DictReader(file) if len(row["code"]) == 6}


def ask(site: Path, sentences: tuple[Sentence, ...]) -> tuple[Judged, ...]:
    """What the search page's own modules answer in Chromium."""
    with hosted(site) as home, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page()
        page.goto(f"{home}search/")
        answers = page.evaluate(ASK, [home, [each.text for each in sentences]])
        browser.close()
    return tuple(map(Judged, sentences, answers))


def _totals(half: str, judged: tuple[Judged, ...]) -> Iterator[Figure]:
    wanting = [each for each in judged if each.sentence.needs and each.sentence.style != "danger"]
    placed = [each for each in judged if each.sentence.place]
    dangers = [each for each in judged if each.sentence.danger]
    calm = [each for each in judged if not each.sentence.danger]
    foreign = [found for each in placed for found in each.answer["shown"] if not each.serves(found["places"])]
    yield Figure(
        f"{half}: {len(wanting)} sentences, nothing found", _missing(wanting, lambda each: each.answer["total"]), "%", 1
    )
    yield Figure(f"{half}: right kind not first", _missing(wanting, lambda each: each.right(1)), "%", 20)
    yield Figure(f"{half}: right kind not among three", _missing(wanting, lambda each: each.right(3)), "%", 10)
    yield Figure(f"{half}: results from a wrong district in the first ten", len(foreign), "", 0)
    yield Figure(f"{half}: {len(dangers)} dangers, not the right card", _missing(dangers, _is_warned), "%", 0)
    yield Figure(
        f"{half}: {len(calm)} others, wrong alarms", 100 - _missing(calm, lambda each: each.answer["dangers"]), "%", 1
    )
    yield from _seconds(half, dangers)
    yield from _times(half, judged)


def _times(half: str, judged: tuple[Judged, ...]) -> Iterator[Figure]:
    """What an answer takes beside the search for the words alone, on the same machine at the same moment."""
    timed = judged[:: max(1, len(judged) // TIMED)][:TIMED]
    bare, whole = (median(each.answer[name] for each in timed) for name in ("bare", "took"))
    yield Figure(f"{half}: an answer beside the search for its words, median of {len(timed)}", whole / bare, "×")
    yield Figure(f"{half}: so much more an answer takes, median of {len(timed)}", whole - bare, "ms", 100)


def _seconds(half: str, dangers: list[Judged]) -> Iterator[Figure]:
    """How often a card names a second kind, and how often that is the right one."""
    named = [each for each in dangers if len(each.answer["dangers"]) > 1]
    saved = [each for each in named if _is_warned(each) and each.answer["dangers"][0][0] != each.sentence.danger]
    yield Figure(f"{half}: {len(saved)} right by the second kind of a card; cards with two", len(named), "")


def _is_warned(each: Judged) -> bool:
    """Whether any kind that the card names is the right one, with a number of its own."""
    danger = each.sentence.danger
    return any(kind == danger and number in FIRST[danger] for kind, number in each.answer["dangers"])


LEAST = {"typo": 85, "pinyin": 85, "short": 93, "professional": 88, "place": 88}
"""Percent of a style that must be among the first three."""


def _styles(half: str, judged: tuple[Judged, ...]) -> Iterator[Figure]:
    for style in dict.fromkeys(each.sentence.style for each in judged):
        of_style = [each for each in judged if each.sentence.style == style and each.sentence.needs]
        if of_style and style != "danger":
            first = 100 - _missing(of_style, lambda each: each.right(1))
            name = f"{half} {style} ({len(of_style)}, {first:.0f} % first), not among three"
            yield Figure(name, _missing(of_style, lambda each: each.right(3)), "%", 100 - LEAST.get(style, 0) or None)


def _cards(half: str, judged: tuple[Judged, ...]) -> Iterator[Figure]:
    """Of a list that asks for danger in every style, how each style is heard."""
    if any(each.sentence.needs for each in judged):
        return
    for style in dict.fromkeys(each.sentence.style for each in judged):
        for is_danger, name in ((True, "dangers, not the right card"), (False, "others, wrong alarms")):
            of_style = [
                each for each in judged if each.sentence.style == style and bool(each.sentence.danger) == is_danger
            ]
            if of_style:
                failed = _missing(
                    of_style, lambda each: _is_warned(each) if each.sentence.danger else not each.answer["dangers"]
                )
                yield Figure(f"{half} {style}: {len(of_style)} {name}", failed, "%")


def _missing(judged: list[Judged], is_met: Callable[[Judged], Any]) -> float:
    """The percentage that fail."""
    return 100 * sum(not is_met(each) for each in judged) / len(judged) if judged else 0

"""`python -m bench.pack_sayings`: the shipped sayings to `generator/national/packed_sayings.json`, which browsers load.

What is sent has to be small, so a saying is left out where those that are sent already make the browser think of the
same need first (`theme/assets/search/likelihood.js`, again here): 肾癌 where there are 肾炎 and 胃癌. Sent in any case
is what our own lists say often, what a sentence of them was not understood without (`kept_sayings.txt`, found by
leaving all of it out), and what says more than needs. All of them stay in `sayings`, and a test tells when the pack is
older than they are.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from bench.danger_points import shipped_rows
from bench.microdata import ROOT
from bench.saying_bits import written
from generator.base.house import NATIONAL, engine_root
from generator.base.pairs import HAN, fold
from generator.features.words.shipped_sayings import digest_of_sources, letters_of

LISTS = ("tuning", "third", "heldout", "danger", "voices", "seventh", "eighth", "written", "blind", "short")
OFTEN = 4
"""In so many sentences of them."""
WORDS = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
DOUBT, SINGLE, LATER = 0.3, 0.8, 0.6
"""As in `likelihood.js`."""
LINE = 100
MARGIN = 0.5
"""So much likelier must the need of a saying be than the next for the saying to be left out."""
SHARES = (0.35, 0.35, 0.35, 0.35, 0.6, 0.6, 1.0)
"""Of those that are still missed, so many are taken in each round: one often stands for others."""


Shares = Mapping[str, float]


class Said(NamedTuple):
    """A saying: its words, and what it means."""

    phrase: str
    needs: tuple[str, ...]
    groups: str
    about: str
    unless: str

    @property
    def meaning(self) -> tuple[str, str, str, str]:
        """As it is sent."""
        return " ".join(self.needs), self.groups, self.about, self.unless

    @property
    def is_joined(self) -> bool:
        """Whether it has several parts or choices."""
        return not frozenset("_-.").isdisjoint(self.phrase)


def main() -> None:
    """Write the pack."""
    chosen = choose(sayings(), terms(), tuple(sentences()))
    meant: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in chosen:
        meant[each.meaning].append(each.phrase)
    meanings = sorted(meant)
    ids = list(dict.fromkeys(name for cells in meanings for cell in cells[:2] for name in cell.split()))
    firsts = list(dict.fromkeys(_first(each) for each in meanings))
    phrases = written((firsts.index(_first(each)), meant[each]) for each in meanings)
    letters = letters_of(phrases)
    document = {
        "of": digest_of_sources(),
        "ids": ids,
        "meanings": [_numbered(each, ids) for each in meanings],
        "phrases": [letters[start : start + LINE] for start in range(0, len(letters), LINE)],
    }
    print(f"{len(chosen)} of them, {len(meanings)} meanings, {len(phrases)} bytes of phrases")
    path = engine_root() / NATIONAL / "packed_sayings.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _first(meaning: Sequence[str]) -> str:
    return meaning[0].partition(" ")[0]


def _numbered(meaning: Sequence[str], ids: Sequence[str]) -> list[str]:
    needs, groups, *others = meaning
    numbers = (" ".join(str(ids.index(each)) for each in cell.split()) for cell in (needs, groups))
    return _trimmed([*numbers, *others])


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Without the empty cells at its end."""
    return list(cells[: max(at for at, cell in enumerate(cells, start=1) if cell)])


def sayings() -> list[Said]:
    """All that speak of no danger, in their order."""
    rows = (row for row in shipped_rows("sayings/sayings.csv") if not row["danger"])
    told = (
        Said(
            fold(row["phrase"]),
            tuple(_listed(row["needs"])),
            " ".join(_listed(row["groups"])),
            row["about"],
            " ".join(map(fold, _listed(row["unless"]))),
        )
        for row in rows
    )
    return [each for each in told if any(each.meaning)]


def terms() -> list[Said]:
    """The words by which offers are recognised, which are sent with the kinds."""
    rows = shipped_rows("need_kinds/need_kinds.csv")
    return [Said(fold(word), (row["id"],), "", "", "") for row in rows for word in _listed(row["terms"])]


def sentences() -> Iterator[str]:
    """What our own lists say."""
    for name in LISTS:
        with (ROOT / "bench" / f"find_{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from (fold(row["sentence"]) for row in csv.DictReader(file))


def _listed(cell: str) -> list[str]:
    return [each for each in cell.split(";") if each]


def choose(told: Sequence[Said], named: Sequence[Said], said: Sequence[str]) -> list[Said]:
    """Those that are sent."""
    needed = frozenset((ROOT / "bench/kept_sayings.txt").read_text("utf-8").splitlines())
    is_kept = {each.phrase: _is_kept(each, needed, said) for each in told}
    kept = [each for each in told if is_kept[each.phrase]]
    rest = [each for each in told if not is_kept[each.phrase]]
    chance = random.Random(3)
    for share in SHARES:
        likelihood = Likelihood([*kept, *named])
        missed = [each for each in rest if not likelihood.hears(each)]
        taken = {each.phrase for each in missed if chance.random() < share}
        kept += [each for each in rest if each.phrase in taken]
        rest = [each for each in rest if each.phrase not in taken]
    return [each for each in kept if not _is_within(each, _enough(kept))]


def _is_kept(each: Said, needed: frozenset[str], said: Sequence[str]) -> bool:
    if each.about or not each.needs or each.phrase in needed:
        return True
    return not each.is_joined and sum(each.phrase in line for line in said) >= OFTEN


def _enough(kept: Iterable[Said]) -> Mapping[tuple[str, ...], frozenset[str]]:
    """By what is meant first, the phrases that are heard in longer ones around them."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for each in kept:
        if not each.is_joined and len(each.phrase) > 1:
            found[_gist(each)].add(each.phrase)
    return {gist: frozenset(phrases) for gist, phrases in found.items()}


def _gist(each: Said) -> tuple[str, ...]:
    return (*each.needs[:1], *each.meaning[1:])


def _is_within(each: Said, enough: Mapping[tuple[str, ...], frozenset[str]]) -> bool:
    phrase = each.phrase
    parts = {phrase[start:end] for start in range(len(phrase)) for end in range(start + 2, len(phrase) + 1)} - {phrase}
    return not each.is_joined and not parts.isdisjoint(enough.get(_gist(each), frozenset()))


class Likelihood:
    """What `likelihood.js` is, as far as it tells which need is likeliest."""

    def __init__(self, told: Iterable[Said]) -> None:
        self._seen: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        counts: dict[str, float] = defaultdict(float)
        for each in told:
            shares = _shares(each.needs)
            for need, share in shares.items():
                counts[need] += share
            for sign in _signs(re.sub("[_-]|[^_-]+\\.", " ", each.phrase)) if shares else ():
                for need, share in shares.items():
                    self._seen[sign][need] += share
        total = sum(counts.values())
        self._share = {need: count / total for need, count in counts.items()}

    def hears(self, each: Said) -> bool:
        """Whether the first need is the likeliest, and by far."""
        odds = {need: log(share) for need, share in self._share.items()}
        for sign in _signs(each.phrase):
            seen = self._seen.get(sign, {})
            total = sum(seen.values()) + DOUBT
            for need, count in seen.items():
                more = log((count / self._share[need] + DOUBT) / total)
                odds[need] += max(0, more) * (1 if " " in sign else SINGLE)
        best, second = sorted(odds, key=odds.__getitem__)[:-3:-1]
        return best == each.needs[0] and odds[best] - odds[second] >= MARGIN


def _shares(needs: Sequence[str]) -> Shares:
    total = sum(LATER**at for at in range(len(needs)))
    return {need: LATER**at / total for at, need in enumerate(needs)}


def _signs(text: str) -> set[str]:
    """Each sign, each pair, and those at both ends; pairs hold a blank."""
    words = [each.group() for each in WORDS.finditer(fold(text))]
    found = {sign for word in words for sign in word} | {f"{a} {b}" for word in words for a, b in pairwise(word)}
    return found | ({f"^{words[0][0]}", f"{words[-1][-1]}$"} if words else set())


if __name__ == "__main__":
    main()

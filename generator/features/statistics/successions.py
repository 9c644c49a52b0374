"""Codes merged, split and renamed become hierarchies in which old codes and new ones add up to one another.

Whoever lays an edition by old codes beside one by new codes has these sums, so the audit has them too. Codes are in
force from a day to a day; a period is published by the codes in force when it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.features.statistics.dimensions import Dimension, Parents, build_dimension, with_former
from generator.features.statistics.periods import days_of
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record

SUCCESSION_ROLE = "code_succession"
OLD, NEW, COLUMN, SINCE, OLD_ABOVE = "old", "new", "column", "since", "old_above"
_FIRST, _LAST = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Succession:
    """What was counted under `old` in a column of the tables is counted under `new` since a day, in whole or in part.

    `old_above` is the code that the old one was part of, where that is not the one that the new one is part of.

    Several with one `new` are a merger, several with one `old` a split; without `old` a code begins, without `new` one
    ends.
    """

    column: str
    old: str
    old_name: str
    new: str
    since: date
    reason: str = ""
    old_above: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """The days from which and before which a code is in force, as they are written."""

    first: str = _FIRST
    until: str = _LAST

    def begins_within(self, period: str) -> bool:
        """Whether a period begins while the code is in force."""
        return self.first <= days_of(period)[0] < self.until


@dataclass(frozen=True, slots=True)
class Traced:
    """The codes of today with those of before: all that adds up, what old ones are called, and when each is in force;
    `replaced` are the old codes that a new one is the sum of."""

    dimension: Dimension
    titles: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, InForce] = field(default_factory=dict)
    replaced: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_in_force(self, code: str, period: str) -> bool:
        """Whether figures of a period stand under a code; sums that nobody publishes are never in force."""
        span = self.spans.get(code)
        return span is None or span.begins_within(period)

    def of_periods(self, today: Dimension, periods: Iterable[str]) -> Dimension:
        """The dimension by the codes in force in some periods."""
        times = tuple(periods)
        if not self.spans or not times:
            return today
        wanted = [code for code in self.dimension.codes if any(self.is_in_force(code, period) for period in times)]
        if set(wanted) == set(today.codes):
            return today
        main = [code for code in wanted if code not in today.codes or code in today.parents]
        parents = {code: self._above(code, today, main) for code in main}
        ordered = {code: parents[code] for code in sorted(main, key=lambda code: _order(code, today))}
        return build_dimension(today.name, today.title, ordered, today.total, today.inner, today.beside)

    def _above(self, code: str, today: Dimension, kept: Sequence[str]) -> str | None:
        if code in today.parents:
            return today.parents[code]
        above = (each for each in self.dimension.path(code)[1:] if each in kept and each not in self.spans)
        return next(above, today.total)


def _order(code: str, today: Dimension) -> tuple[bool, str]:
    """Today's codes as they stand, old ones behind them."""
    return code not in today.parents, "" if code in today.parents else code


def read_successions(catalogue: Catalogue) -> tuple[Succession, ...]:
    """Every declared succession, the newest first; one without a day is told elsewhere."""
    read = (_succession(record) for record in catalogue.with_role(SUCCESSION_ROLE).values())
    return tuple(sorted((each for each in read if each), key=lambda each: (each.since, each.old), reverse=True))


def _succession(record: Record) -> Succession | None:
    since = record.values.get(SINCE)
    if not isinstance(since, date):
        return None
    column, old, name, new, reason = (text_in(record, each) for each in (COLUMN, OLD, "old_name", NEW, "reason"))
    return Succession(column, old, name, new, since, reason, text_in(record, OLD_ABOVE))


def trace(today: Dimension, listed: Parents, successions: Iterable[Succession]) -> Traced:
    """A dimension with everything its codes were before; successions of other columns and levels are left out.

    `listed` are the codes of the codelist with those above them, also old ones that still stand there.
    """
    own = [each for each in successions if each.column == today.name]
    known = {*today.codes, *listed}
    steps: list[tuple[Succession, ...]] = []
    for step in _steps(own):
        if any(each.new in known or (not each.new and each.old in known) for each in step):
            known.update(code for each in step for code in (each.old, each.new) if code)
            steps.append(step)
    if not steps:
        return Traced(today)
    parents = dict(today.parents)
    former: list[Dimension] = []
    eras = _Eras(dict(today.parents))
    for step in steps:
        ended = [each.old for each in step if not each.new]
        parents |= {code: listed.get(code, today.total) for code in ended}
        linked = [each for each in step if each.old and each.new]
        moved = eras.go_back(step, listed)
        parents, sums = _with_step(today, parents, linked, moved)
        former += sums
    tree = build_dimension(today.name, today.title, parents, today.total, today.inner, today.beside)
    former += eras.before(today)
    dimension = with_former(replace(tree, holds=eras.today()), tuple(former))
    titles = {each.old: each.old_name for step in steps for each in step if each.old}
    return Traced(dimension, titles, dict(_spans(steps, dimension)), dict(_replaced(steps)))


class _Eras:
    """What the codes above others were made of, from today backwards: the one place where the tree changes."""

    def __init__(self, tree: dict[str, str | None]) -> None:
        self._tree = tree
        self._now: dict[str, tuple[str, tuple[str, ...]]] = {}
        """Codes above with the day until which, and the codes of which, they are made in the time gone back to."""
        self._past: list[tuple[str, tuple[str, ...], tuple[str, str]]] = []

    def go_back(self, step: Sequence[Succession], listed: Parents) -> bool:
        """To before a step; whether it moved anything from one code above to another."""
        linked = [each for each in step if each.old and each.new]
        above = {each.old: self._old_above(each, listed) for each in step if each.old}
        touched = {self._tree.get(each.new) for each in linked} | {above[each.old] for each in linked}
        moved, day = len(touched) > 1, step[0].since.isoformat()
        for code in touched if moved else ():
            if code is not None:
                until, parts = self._now.get(code, (_LAST, self._parts(code)))
                self._past.append((code, parts, (day, until)))
        for code in _codes(step, old=False):
            if code not in above:
                self._tree.pop(code, None)
        self._tree |= above
        for code in touched if moved else ():
            if code is not None:
                self._now[code] = (day, self._parts(code))
        return moved

    def today(self) -> dict[str, tuple[str, str]]:
        """Codes whose parts of today were others before, with the days between which those of today add up."""
        return {code: span for code, _, span in self._past if span[1] == _LAST}

    def before(self, today: Dimension) -> Iterator[Dimension]:
        """What these codes were made of in each time before today's."""
        oldest = [(code, parts, (_FIRST, until)) for code, (until, parts) in self._now.items()]
        for code, parts, (first, until) in (*(each for each in self._past if each[2][1] != _LAST), *oldest):
            if parts:
                tree = {code: None, **dict.fromkeys(parts, code)}
                built = build_dimension(today.name, f"{code}<{until}", tree, today.total, today.inner)
                yield replace(built, holds={code: (first, until)})

    def _parts(self, code: str) -> tuple[str, ...]:
        return tuple(below for below, above in self._tree.items() if above == code)

    def _old_above(self, each: Succession, listed: Parents) -> str | None:
        return each.old_above or listed.get(each.old) or self._tree.get(each.old) or self._tree.get(each.new)


def _steps(successions: Sequence[Succession]) -> Iterator[tuple[Succession, ...]]:
    """Successions of one day that share a code belong together."""
    left = list(successions)
    while left:
        step, left = [left[0]], left[1:]
        while more := [each for each in left if any(_touch(each, other) for other in step)]:
            step += more
            left = [each for each in left if each not in more]
        yield tuple(step)


def _touch(one: Succession, other: Succession) -> bool:
    shared = (one.old and one.old == other.old) or (one.new and one.new == other.new)
    return one.since == other.since and bool(shared)


def _with_step(
    today: Dimension, parents: Parents, step: Sequence[Succession], moved: bool
) -> tuple[dict[str, str | None], list[Dimension]]:
    """The tree with one step, and the sums it makes.

    Old codes stand where the new ones are, below one code that holds both: the only new one, the only old one, or a sum
    of its own that nobody publishes. Where something moved to another code above, new ones stay where they are.
    """
    olds, news = _codes(step, old=True), _codes(step, old=False)
    tree = dict(parents)
    if not olds:
        return tree, []
    whole = news[0] if len(news) == 1 else olds[0] if len(olds) == 1 else "+".join(olds)
    if not moved and (whole != news[0] or len(news) > 1):
        above = {parents.get(code) for code in news}
        tree |= {whole: above.pop() if len(above) == 1 else None, **dict.fromkeys(news, whole)}
    sums = [_sum(today, whole, codes) for codes in ((olds, news) if moved else (olds,)) if whole not in codes]
    if len(olds) > 1 and len(news) > 1:
        sums += [_sum(today, code, [_flow(step, *pair) for pair in _pairs(step) if code in pair]) for code in olds]
        sums += [_sum(today, code, [_flow(step, *pair) for pair in _pairs(step) if code in pair]) for code in news]
    return tree, [each for each in sums if each.children]


def _codes(step: Iterable[Succession], *, old: bool) -> tuple[str, ...]:
    return tuple(sorted({code for each in step if (code := each.old if old else each.new)}))


def _pairs(step: Iterable[Succession]) -> list[tuple[str, str]]:
    return sorted({(each.old, each.new) for each in step})


def _flow(step: Sequence[Succession], old: str, new: str) -> str:
    """What went from one code to another: all of the old one, all of the new one, or a share that nobody knows."""
    if len(_codes([each for each in step if each.old == old], old=False)) == 1:
        return old
    return new if len(_codes([each for each in step if each.new == new], old=True)) == 1 else f"{old}>{new}"


def _sum(today: Dimension, whole: str, parts: Iterable[str]) -> Dimension:
    below = [part for part in parts if part != whole]
    return build_dimension(today.name, f"{whole}={'+'.join(below)}", {whole: None, **dict.fromkeys(below, whole)})


def _spans(steps: Iterable[Sequence[Succession]], dimension: Dimension) -> Iterator[tuple[str, InForce]]:
    first: dict[str, str] = {}
    until: dict[str, str] = {}
    for each in (each for step in steps for each in step):
        day = each.since.isoformat()
        first |= {each.new: day} if each.new else {}
        until |= {each.old: day} if each.old else {}
    for code in (*first, *until):
        yield code, InForce(first.get(code, _FIRST), until.get(code, _LAST))
    for code in {code for tree in dimension.hierarchies for code in tree.parents}:
        if "+" in code or ">" in code:
            yield code, InForce(_LAST, _FIRST)


def _replaced(steps: Iterable[Sequence[Succession]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in steps:
        both = [each for each in step if each.old and each.new]
        if len(news := _codes(both, old=False)) == 1:
            yield news[0], _codes(both, old=True)


def without_old(parents: Parents, column: str, successions: Iterable[Succession]) -> dict[str, str | None]:
    """The codes of a codelist that no succession has replaced."""
    old = {each.old for each in successions if each.column == column}
    return {code: above for code, above in parents.items() if code not in old}

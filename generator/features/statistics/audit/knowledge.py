"""Releases in order become what an attacker knows: one unknown for each figure that stayed what it was, and all sums.

A withheld figure is taken to be the same in every release, unless the sum it stands in shows that something
unpublished changed: then its next release is a new unknown. So is a figure that nobody ever spoke of, such as the sum
of old codes, once something beside it changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.features.statistics.audit.overlaps import Derived, DerivedUnknowns, PlaceSum, rest_sums
from generator.features.statistics.audit.sums import Sum, Sums
from generator.features.statistics.cells import Cell
from generator.features.statistics.stages import is_rest
from generator.model.figure import Amount

Shown = Mapping[Cell, Amount | None]
"""The figures of one release; None where withheld."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Figures by position: the cell each is of, its value where it was ever published, and who withheld it."""

    cells: tuple[Cell, ...]
    values: tuple[Amount | None, ...]
    withheld: frozenset[int]
    """Unknown, and stated to be withheld; other unknowns are rows left out."""
    sums: tuple[PlaceSum, ...]
    least: Mapping[int, float] = field(default_factory=dict)
    """Unknowns that are surely no less, by what other records of the site say."""
    derived: Mapping[int, Derived] = field(default_factory=dict)
    """Unknowns that no cell stands for; of each, `cells` has the one it tells of."""


class _Notebook:
    """The attacker's notes while he reads one release after the other."""

    def __init__(self, overlaps: frozenset[str]) -> None:
        self.overlaps = overlaps
        self.cells: list[Cell] = []
        self.values: list[Amount | None] = []
        self.withheld: set[int] = set()
        self.latest: dict[Cell, int] = {}
        self.sums: dict[PlaceSum, Sum] = {}
        self.loose: dict[PlaceSum, Sum] = {}
        self.spoken: set[Cell] = set()

    def value(self, cell: Cell) -> Amount | None:
        return self.values[self.latest[cell]] if cell in self.latest else None

    def note(self, cell: Cell, value: Amount | None, anew: bool) -> None:
        old = self.value(cell)
        if anew or cell not in self.latest or (value is not None and old is not None and value != old):
            self.latest[cell] = len(self.cells)
            self.cells.append(cell)
            self.values.append(value)
        elif old is None:
            self.values[self.latest[cell]] = value

    def read(self, shown: Shown, sums: Sequence[Sum], distrusted: Collection[Cell]) -> None:
        self.spoken.update(shown)
        changed = {cell for each in sums for cell in self._unsettled_by(shown, each)}.union(distrusted)
        changed |= self._silent_beside(changed, sums)
        for cell, value in shown.items():
            self.note(cell, value, cell in changed)
            if value is None:
                self.withheld.add(self.latest[cell])
        for cell in sorted(changed & self.latest.keys() - shown.keys()):
            self.note(cell, None, anew=True)
        for each in sums:
            for cell in each.members:
                if cell not in self.latest:
                    self.note(cell, None, anew=True)
            (self.loose if each.axis in self.overlaps else self.sums)[self._places(each)] = each
        for each in rest_sums(sums, self.overlaps):
            self.loose[self._places(each)] = each

    def _places(self, each: Sum) -> PlaceSum:
        return tuple(self.latest[cell] for cell in each.members)

    def derive(self) -> DerivedUnknowns:
        """What sums that overlap leave to conclude."""
        found = DerivedUnknowns(len(self.cells))
        for places, each in self.loose.items():
            if is_rest(each.total):
                found.enclose_above(each.total, places)
            else:
                found.enclose(each.total, places, each.parts)
        return found

    def _unsettled_by(self, shown: Shown, each: Sum) -> Iterable[Cell]:
        """The unpublished members of a sum whose published members no longer balance as they did."""
        balance: Amount = 0
        dark: list[Cell] = []
        for number, cell in enumerate(each.members):
            old, new = self.value(cell), shown[cell] if cell in shown else self.value(cell)
            if old is None or new is None:
                dark.append(cell)
            else:
                balance += (new - old) if number else (old - new)
        return [cell for cell in dark if cell in self.latest] if balance else ()

    def _silent_beside(self, changed: set[Cell], sums: Sequence[Sum]) -> set[Cell]:
        """Figures nobody ever spoke of, in sums with one that changed, and so on."""
        silent = self.latest.keys() - self.spoken
        found: set[Cell] = set()
        fresh = changed if silent else found
        while fresh:
            near = {cell for each in sums for cell in _others(each.members, fresh) if cell in silent}
            fresh = near - found - changed
            found |= fresh
        return found


def _others(members: tuple[Cell, ...], changed: set[Cell]) -> tuple[Cell, ...]:
    return members if any(cell in changed for cell in members) else ()


def gather(releases: Sequence[Shown], sums: Sums, distrusted: Collection[Cell] = ()) -> Knowledge:
    """Everything known after the last release, from the first on; of `distrusted` cells nothing is carried over."""
    notebook = _Notebook(sums.overlaps)
    for shown in releases:
        notebook.read(shown, sums.over((*notebook.latest, *shown)), distrusted)
    still = frozenset(place for place in notebook.withheld if notebook.values[place] is None)
    more = notebook.derive()
    return Knowledge(
        (*notebook.cells, *more.cells),
        (*notebook.values, *(None for _ in more.cells)),
        still,
        (*notebook.sums, *more.sums),
        derived=more.kinds,
    )

"""Earlier releases and the one being made become one set of unknowns, as an attacker who keeps old copies sees them.

He holds that a figure is the same in every release unless something says otherwise: it was published twice with
different values, or an equation's published members moved and the withheld ones must have made up for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.margins import Margin, find_margins
from generator.features.statistics.protect.overlaps import lay_out
from generator.features.statistics.protect.system import Row
from generator.model.figure import Amount

Release = Mapping[Cell, Amount | None]
"""The figures of one release; None where withheld."""


@dataclass(slots=True)
class _Ledger:
    """What is known while releases are gone through in order: the one place where a value grows."""

    cells: list[Cell] = field(default_factory=list)
    values: list[Amount | None] = field(default_factory=list)
    current: dict[Cell, int] = field(default_factory=dict)
    margins: dict[Row, Margin] = field(default_factory=dict)

    def open(self, cell: Cell, value: Amount | None) -> None:
        self.current[cell] = len(self.values)
        self.cells.append(cell)
        self.values.append(value)

    def known(self, cell: Cell) -> Amount | None:
        position = self.current.get(cell)
        return None if position is None else self.values[position]


@dataclass(frozen=True, slots=True)
class LinkedEditions:
    """Unknowns by position, each with its value where some release gave it; `current` finds a cell's latest one."""

    cells: tuple[Cell, ...]
    values: tuple[Amount | None, ...]
    margins: tuple[Row, ...]
    current: Mapping[Cell, int]

    def known(self, cell: Cell) -> Amount | None:
        """What is known of a cell as it was last spoken of."""
        return self.values[self.current[cell]] if cell in self.current else None


def link_releases(
    releases: Sequence[Release],
    dimensions: Iterable[Dimension],
    loose: Collection[Cell] = (),
    overlaps: frozenset[str] = frozenset(),
) -> LinkedEditions:
    """One unknown for each figure that did not change, over all releases, and every equation that ever held.

    Rows that an equation needs and no release has are unknowns too. Of `loose` cells nobody assumes that they stayed
    what they were; over `overlaps` no sums hold, only what `lay_out` makes of them.
    """
    axes = tuple(dimensions)
    ledger = _Ledger()
    spoken: set[Cell] = set()
    for release in releases:
        margins = tuple(find_margins({**ledger.current, **release}, axes, gaps=True))
        spoken.update(release)
        moved = _find_moved(ledger, release, margins) | set(loose)
        moved |= _silent_beside(moved, margins, ledger.current.keys() - spoken)
        _enter(ledger, release, moved)
        for cell in sorted(moved & ledger.current.keys() - release.keys()):
            ledger.open(cell, None)
        for margin in margins:
            for part in margin.parts:
                if part not in ledger.current:
                    ledger.open(part, None)
            ledger.margins[ledger.current[margin.total], *(ledger.current[part] for part in margin.parts)] = margin
    laid = lay_out([(margin, row) for row, margin in ledger.margins.items()], overlaps, len(ledger.cells))
    sums = (row for row, margin in ledger.margins.items() if margin.axis not in overlaps)
    return LinkedEditions(
        (*ledger.cells, *laid.cells),
        (*ledger.values, *(None for _ in laid.cells)),
        (*sums, *laid.rows),
        dict(ledger.current),
    )


def _enter(ledger: _Ledger, release: Release, moved: set[Cell]) -> None:
    for cell, value in release.items():
        known = ledger.known(cell)
        changed = None not in (known, value) and known != value
        if cell not in ledger.current or cell in moved or changed:
            ledger.open(cell, value)
        elif known is None:
            ledger.values[ledger.current[cell]] = value


def _find_moved(ledger: _Ledger, release: Release, margins: Iterable[Margin]) -> set[Cell]:
    """Cells given again of which an equation says that they, or others beside them, are not what they were."""
    moved: set[Cell] = set()
    for total, parts, _ in margins:
        shift: Amount = 0
        silent: list[Cell] = []
        for cell, sign in ((total, -1), *((part, 1) for part in parts)):
            before, now = ledger.known(cell), release.get(cell, ledger.known(cell))
            if before is None or now is None:
                silent.append(cell)
            else:
                shift += sign * (now - before)
        if shift:
            moved.update(cell for cell in silent if cell in ledger.current)
    return moved


def _silent_beside(moved: set[Cell], margins: Sequence[Margin], silent: Collection[Cell]) -> set[Cell]:
    """Rows that no release has, in an equation with one that moved, and so on: such as the sum of old codes."""
    found: set[Cell] = set()
    fresh = moved if silent else found
    while fresh:
        near = {
            cell
            for total, parts, _ in margins
            if not fresh.isdisjoint((total, *parts))
            for cell in (total, *parts)
            if cell in silent
        }
        fresh = near - found - moved
        found |= fresh
    return found

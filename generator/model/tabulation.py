"""How the rows of a dataset form a statistical table: its axes, its measures, and what adds up to what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grouping:
    """A second hierarchy over the codes of an axis: each record of `codes` is what its `members` add up to."""

    codes: str
    members: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One dimension: the column `field` holds codes of the dataset `codes`, or periods where that is None.

    `levels` are the steps of the hierarchy that the table has (empty: all), `total` is the code that stands for
    everything where the codelist has none of its own. `only` are the codes that the table has (empty: all): a codelist
    may grow without tables having to be made again. `also` are further hierarchies over the same codes, such as
    service areas beside administrative districts.
    """

    field: str
    codes: str | None
    levels: tuple[str, ...]
    total: str | None
    only: frozenset[str]
    also: tuple[Grouping, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """What one household gets by a published rule, from `least` to `most`, at places with the codes `where`.

    It holds in periods that begin no earlier than `first` and end no later than `last`, where these are given.
    """

    where: tuple[tuple[str, str], ...]
    least: int
    most: int
    first: str
    last: str
    source: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing the table counts, by the code that stands in the column `measure`.

    `counted_by` is the count behind an amount of money; `part_of` is the count whose households this one is a part of.
    """

    code: str
    unit: str
    counted_by: str | None
    part_of: str | None
    standards: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True)
class Rounded:
    """A table of which only one level of one axis is published, each figure rounded at random by the bureau's key.

    `field` is the axis, `level` the step of its hierarchy. `base` is what figures are multiples of; `never` are
    places, as columns with their codes, where the case cannot exist: nothing is counted there and no row stands for it.
    `drawn_as` is the table whose thresholds these figures have too (empty: the table's own name): numbers that may be
    the same, rounded by two, would tell each other.
    """

    field: str
    level: str
    base: int
    never: tuple[tuple[tuple[str, str], ...], ...]
    drawn_as: str = ""


VISITS, ONCE, DISTINCT = "visits", "once", "distinct"


@dataclass(frozen=True, slots=True)
class CountedRows:
    """What a row of the raw sheet is: one of `visits` by households that may come again, told apart by a column with
    one of the headings `household_key`; or a household that comes `once` at most, whoever makes the sheet sees to it.

    `distinct` are visits of which each household counts once in every cell and total; over `additive` columns a
    household has one code alone, so that sums hold there.
    """

    kind: str
    household_key: tuple[str, ...] = ()
    additive: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contained:
    """Numbers (`count`) of other `records` that a `measure` holds: whoever they count stands in the table as well.

    `of` is the field that leads to the record with place and case; empty where they name these themselves.
    """

    records: str
    count: str
    measure: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Tabulation:
    """The `statistics:` block of a declaration."""

    axes: tuple[Axis, ...]
    measures: tuple[Measured, ...]
    rounded: Rounded | None = None
    rows: CountedRows | None = None
    contains: tuple[Contained, ...] = ()

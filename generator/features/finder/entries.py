"""Records to what matching works on: the entries that can still be applied for, and what codes are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.features.finder.answers import Entry, Names, Place
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, is_set, records_in, text_in, words_in
from generator.model.record import Record

OVER = frozenset({"closed", "expired"})
"""States of entries that nobody can apply for any more."""


def entries_of(records: Iterable[Record], day: date) -> tuple[Entry, ...]:
    """The entries that hold on a day or begin later."""
    return all_entries(record for record in records if is_open(record, day))


def all_entries(records: Iterable[Record]) -> tuple[Entry, ...]:
    """Records as matching sees them."""
    return tuple(_entry(record) for record in records)


def is_open(record: Record, day: date) -> bool:
    """Whether an entry is neither over nor closed, and its last day has not passed."""
    last = day_in(record, "valid_to")
    return text_in(record, "status") not in OVER and (last is None or last >= day)


def names_of(catalogue: Catalogue) -> Names:
    """What divisions, categories, groups and kinds of household are called."""
    groups = records_in(catalogue, "groups")
    return Names(
        places={code: Place(text_in(each, "name"), text_in(each, "parent")) for code, each in _places(catalogue)},
        categories=_called(records_in(catalogue, "categories")),
        groups=_called(groups),
        household_types=_called(records_in(catalogue, "household_types")),
        simplified=frozenset(key for key, each in groups.items() if is_set(each, "simplified")),
    )


def _entry(record: Record) -> Entry:
    level, residence = text_in(record, "level"), text_in(record, "residence")
    return Entry(
        key=record.key,
        name=text_in(record, "name"),
        division=text_in(record, "division"),
        level=level,
        category=(text_in(record, "category"),),
        groups=words_in(record, "groups"),
        household_types=words_in(record, "household_types"),
        age_min=_age(record, "age_min"),
        age_max=_age(record, "age_max"),
        # The place that publishes a city's catalogue is the city: its own household register is the city's.
        residence="city" if (level, residence) == ("city", "local") else residence,
        areas=words_in(record, "service_area"),
        status=text_in(record, "status"),
        valid_from=day_in(record, "valid_from") or date.min,
        valid_to=day_in(record, "valid_to") or date.max,
        conditions=text_in(record, "conditions"),
        simplified=is_set(record, "simplified"),
    )


def _places(catalogue: Catalogue) -> Iterator[tuple[str, Record]]:
    yield from records_in(catalogue, "divisions").items()


def _called(records: Mapping[str, Record]) -> Mapping[str, str]:
    return {key: text_in(each, "short_name") or text_in(each, "name") for key, each in records.items()}


def _age(record: Record, field: str) -> int | None:
    value = record.values.get(field)
    return value if isinstance(value, int) else None

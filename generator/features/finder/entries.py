"""Records to what matching works on: the entries that can still be applied for, and what codes are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.features.editions.entry_state import is_open
from generator.features.finder.answers import Names, OfferEntry, PlaceAnswer
from generator.features.words.need_kinds import Kind, all_kinds, kinds_of
from generator.features.words.traits import is_quiet
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, is_set, text_in, words_in
from generator.model.record import Record

SERVICES = ("comes_home", "deaf_friendly")
"""Fields that say how an entry helps."""
OLDEST = 120


def entries_of(catalogue: Catalogue, records: Iterable[Record], day: date) -> tuple[OfferEntry, ...]:
    """The entries that hold on a day or begin later."""
    return all_entries(catalogue, (record for record in records if is_open(record, day)))


def all_entries(catalogue: Catalogue, records: Iterable[Record]) -> tuple[OfferEntry, ...]:
    """Records as matching sees them."""
    kinds = all_kinds(catalogue)
    return tuple(_entry(record, kinds) for record in records)


def names_of(catalogue: Catalogue) -> Names:
    """What divisions, categories, groups and kinds of household are called."""
    groups, places = catalogue.with_role("group"), catalogue.with_role("place")
    return Names(
        places={code: PlaceAnswer(text_in(each, "name"), text_in(each, "parent")) for code, each in places.items()},
        categories=_called(catalogue.with_role("category")),
        groups=_called(groups),
        homes=_called(catalogue.with_role("household_type")),
        simplified=frozenset(key for key, each in groups.items() if is_set(each, "simplified")),
        group_ages={key: ages for key, each in groups.items() if (ages := _ages(each))},
        kinds={each.id: each.category for each in all_kinds(catalogue)},
    )


def _entry(record: Record, kinds: tuple[Kind, ...]) -> OfferEntry:
    level, residence = text_in(record, "level"), text_in(record, "residence")
    return OfferEntry(
        key=record.key,
        name=text_in(record, "name"),
        division=text_in(record, "division"),
        level=level,
        category=(text_in(record, "category"),),
        kinds=kinds_of(text_in(record, "name"), text_in(record, "summary"), text_in(record, "category"), kinds),
        groups=words_in(record, "groups"),
        homes=words_in(record, "household_types"),
        age_min=_age(record, "age_min"),
        age_max=_age(record, "age_max"),
        # The place that publishes a city's catalogue is the city: its own household register is the city's.
        residence="city" if (level, residence) == ("city", "local") else residence,
        areas=words_in(record, "service_area"),
        services=services_of(record),
        quiet=is_quiet(record),
        status=text_in(record, "status"),
        reopens_on=day_in(record, "reopens_on"),
        valid_from=day_in(record, "valid_from") or date.min,
        valid_to=day_in(record, "valid_to") or date.max,
        checked_on=day_in(record, "phone_checked_on"),
        conditions=text_in(record, "conditions"),
        simplified=is_set(record, "simplified"),
    )


def services_of(record: Record) -> tuple[str, ...]:
    """How an entry helps, as far as it says so: the services it promises, then the languages it speaks."""
    return (*(name for name in SERVICES if is_set(record, name)), *words_in(record, "languages"))


def _called(records: Mapping[str, Record]) -> Mapping[str, str]:
    return {key: text_in(each, "short_name") or text_in(each, "name") for key, each in records.items()}


def _ages(group: Record) -> tuple[int, int] | None:
    low, high = _age(group, "age_min"), _age(group, "age_max")
    return None if low is None and high is None else (low or 0, OLDEST if high is None else high)


def _age(record: Record, field: str) -> int | None:
    value = record.values.get(field)
    return value if isinstance(value, int) else None

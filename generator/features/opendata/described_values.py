"""Values of a record to what schema.org has for them: things with names, hours, sums; all else stays text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.cells import number_in, text_in
from generator.model.dataset import Field
from generator.model.facets import record_title
from generator.model.formats import is_sample_telephone
from generator.model.json_value import Json, JsonObject
from generator.model.opening_hours import WEEK, read_hours
from generator.model.record import Record
from generator.model.source import Source

_THINGS = {
    "provider": ("Organization", "name"),
    "funder": ("Organization", "name"),
    "fundedItem": ("Organization", "name"),
    "areaServed": ("AdministrativeArea", "name"),
    "audience": ("Audience", "audienceType"),
}
"""Properties whose values are things, with the type of these and how they tell their name."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def described_value(source: Source, record: Record, property_: str, field: Field) -> Json:
    """What stands under a property; nothing where the record says nothing."""
    match property_:
        case "openingHoursSpecification":
            return list(_hours(text_in(record, field.name)))
        case "amount":
            amount = number_in(record, field.name)
            return (
                {"@type": "MonetaryAmount", "currency": "CNY", "value": float(amount)} if amount is not None else None
            )
    names = list(_names(source, record, field))
    if property_ in _THINGS:
        type_, named = _THINGS[property_]
        things: list[Json] = [{"@type": type_, named: name} for name in names]
        return things[0] if len(things) == 1 else things
    return "、".join(names)


def _names(source: Source, record: Record, field: Field) -> Iterator[str]:
    """The names of what a field refers to, else its value; ISO dates. A number that nobody has is nobody's."""
    targets, text = source.catalogue.targets(record, field), text_in(record, field.name)
    if targets:
        yield from (record_title(source.catalogue, each) for each in targets)
    elif text and not is_sample_telephone(text):
        yield text


def _hours(text: str) -> Iterator[JsonObject]:
    """Only days that have times; what cannot be read is left out, and stands in words on the page."""
    for each in read_hours(text).openings:
        if each.opens:
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": [f"https://schema.org/{_DAYS[WEEK.index(day)]}" for day in each.days],
                "opens": each.opens,
                "closes": "23:59" if each.closes == "24:00" else each.closes,
            }

"""Windows and offices to locations: where they are, how one gets in, and when they are open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.hsds.made_objects import Made, dataset_of, given_away, made, telephones
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.identifiers import derived, record_identifier
from generator.model.labelled_lines import labelled_lines
from generator.model.opening_hours import Opening, read_hours
from generator.model.record import Record
from generator.model.source import Source

UNKNOWN_POST_CODE = "未登记"
"""The specification wants a postal code, and nobody has written any down."""
_NO_SHIFTS = "以 description 的原文为准：节假日调休不能这样表示。"
_ZONE = 8
_END_OF_DAY = "23:59:59"


def window_location(source: Source, window: Record) -> Made:
    """A place where people ask for help."""
    catalogue = source.catalogue
    own = record_identifier(source.settings.namespace, dataset_of(catalogue, window), window)
    return made(
        own,
        location_type="physical",
        name=text_in(window, "name"),
        description=labelled_lines(catalogue, window, ("kind", "division", "home_visit", "referral", "notes")),
        transportation=text_in(window, "directions"),
        external_identifier=window.key,
        external_identifier_type="本站窗口编号",
        addresses=_addresses(source, own, window, "division"),
        accessibility=[
            made(derived(own, "accessibility"), description=text)
            for text in (labelled_lines(catalogue, window, ("step_free",)),)
            if text
        ],
        phones=telephones(own, window),
        schedules=list(_schedules(own, text_in(window, "hours"))),
    )


def office_location(source: Source, own: str, organization: Record) -> Iterator[Made]:
    """Where an organisation can be visited, if it says so."""
    office = derived(own, "location")
    addresses = _addresses(source, office, organization, "district")
    if addresses:
        name = record_title(source.catalogue, organization)
        yield made(office, location_type="physical", name=f"{name}办公地址", addresses=addresses)


def windows_of(catalogue: Catalogue, place: Record) -> tuple[Record, ...]:
    """The windows that serve a place."""
    return catalogue.pointing(place, "window.division") if given_away(catalogue, "window") else ()


def _addresses(source: Source, own: str, record: Record, field: str) -> list[Made]:
    written = text_in(record, "street_address")
    place = source.catalogue.with_role("place").get(text_in(record, field))
    if not written or place is None:
        return []
    names = [record_title(source.catalogue, each) for each in (place, *source.catalogue.ancestors(place))]
    return [
        made(
            derived(own, "address"),
            address_1=written,
            city=names[-1],
            region=names[-2] if len(names) > 1 else "",
            state_province=names[-1],
            postal_code=UNKNOWN_POST_CODE,
            country="CN",
            address_type="physical",
        )
    ]


def _schedules(own: str, text: str) -> Iterator[Made]:
    """One a stretch of time that is the same on some days of each week; a text that cannot be read stays a text."""
    found = read_hours(text)
    notes = "；".join((*found.notes, _NO_SHIFTS))
    for at, opening in enumerate(found.openings):
        yield made(derived(own, "schedule", str(at)), **_weekly(opening), description=text, notes=notes)
    if text and not found.openings:
        yield made(derived(own, "schedule"), description=text)


def _weekly(opening: Opening) -> dict[str, str | int]:
    closes = f"{opening.closes}:00" if opening.closes else ""
    return {
        "timezone": _ZONE,
        "freq": "WEEKLY",
        "interval": 1,
        "wkst": "MO",
        "byday": ",".join(opening.days),
        "opens_at": f"{opening.opens}:00" if opening.opens else "",
        "closes_at": _END_OF_DAY if closes == "24:00:00" else closes,
    }

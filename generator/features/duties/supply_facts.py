"""A district and its supply catalogues become the facts of the half-yearly duty: which catalogue was there, when."""

from __future__ import annotations

from datetime import date

from generator.features.duties.facts import Publication, Subject, Trait
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.record import Record

SUPPLY_TRAITS = frozenset({"district", "bureau"})
SUPPLY = "offer"


def district_subject(catalogue: Catalogue, division: Record) -> Subject:
    """A district's civil-affairs bureau; each of its half-yearly catalogues is one publication."""
    return Subject(
        dataset=division.dataset,
        role="place",
        key=division.key,
        name=text_in(division, "name"),
        noun="本区",
        owner="",
        divisions=(division.key,),
        traits=(Trait("district"), Trait("bureau")),
        events=(),
        spans=(),
        publications=_catalogues(catalogue, division),
    )


def _catalogues(catalogue: Catalogue, division: Record) -> tuple[Publication, ...]:
    """A catalogue counts from the first day on which an entry of it had been confirmed."""
    confirmed: dict[str, list[date]] = {}
    for entry in catalogue.pointing(division, "offer.division"):
        day = day_in(entry, "confirmed_on")
        if day:
            confirmed.setdefault(text_in(entry, "period"), []).append(day)
    found = (
        Publication(
            SUPPLY,
            min(days),
            catalogue.named(SUPPLY),
            f"{period}/{division.key}",
            f"{period_name(period)}供给信息目录",
            period,
        )
        for period, days in confirmed.items()
    )
    return tuple(sorted(found, key=lambda each: (each.on, each.record)))

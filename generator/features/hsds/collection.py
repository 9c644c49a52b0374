"""A catalogue to everything that the specification has a place for, worked out once a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.base.memoising import once_a_subject
from generator.features.hsds.locations import window_location
from generator.features.hsds.made_objects import Made, given_away, scalars
from generator.features.hsds.organizations import registered
from generator.features.hsds.services import newest_offers, provider_of, service
from generator.features.hsds.taxonomies import taxonomies, terms
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class Collection:
    """Each object once, with what is related to it inside; `locations` are the windows."""

    services: tuple[Made, ...]
    organizations: tuple[Made, ...]
    service_at_locations: tuple[Made, ...]
    locations: tuple[Made, ...]
    taxonomies: tuple[Made, ...]
    taxonomy_terms: tuple[Made, ...]


@once_a_subject
def collect(source: Source) -> Collection:
    """The newest entries, everyone who provides one or is registered, the windows and the code lists."""
    offers = newest_offers(source.catalogue)
    services = tuple(service(source, each) for each in offers)
    known = (registered(source, each) for each in given_away(source.catalogue, "organization").values())
    windows = given_away(source.catalogue, "window").values()
    return Collection(
        services,
        _once((*known, *(provider_of(source, each) for each in offers))),
        tuple(at for each in services for at in _at_locations(each)),
        tuple(window_location(source, each) for each in windows),
        tuple(taxonomies(source)),
        tuple(terms(source)),
    )


def _once(objects: Iterable[Made]) -> tuple[Made, ...]:
    found: dict[str, Made] = {}
    for each in objects:
        found.setdefault(each["id"], each)
    return tuple(found.values())


def _at_locations(service_: Made) -> Iterator[Made]:
    """A service at a place as a thing of its own, with the service inside."""
    within = {**scalars(service_), "organization": service_["organization"]}
    for each in service_.get("service_at_locations", ()):
        yield {**each, "service": within}

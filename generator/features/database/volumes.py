"""What is given away to what one database of several holds: a place's records, and whatever has no place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.memoising import large_question, question
from generator.features.database.tables import published
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.plan.volumes import Chain, VolumeName, divide, name_volume, place_chain, way_to_place

MOST_IN_A_DATABASE = 200_000
"""Records beyond which there is more than one: some 150 MB."""
_BETWEEN = "\t"

Held = Mapping[str, tuple[str, ...]]
"""Keys by dataset."""


@question
def databases_of(catalogue: Catalogue) -> tuple[VolumeName, ...]:
    """In which volumes the database is given away; none where one file holds it."""
    return tuple(_databases(catalogue))


def narrowed_to(catalogue: Catalogue, volume: str) -> Catalogue:
    """The same with the records of one volume only, where these have a place; whole where none is named."""
    if not volume:
        return catalogue
    held = _held(catalogue, volume)
    records: dict[str, Mapping[str, Record]] = dict(catalogue.records)
    for each in published(catalogue):
        if way_to_place(catalogue, each.name):
            known, own = catalogue.records[each.name], frozenset(held.get(each.name, ()))
            records[each.name] = {
                key: record for key, record in known.items() if key in own or not place_chain(catalogue, record)
            }
    return Catalogue(catalogue.datasets, records, catalogue.backlinks)


@question
def _held(catalogue: Catalogue, volume: str) -> Held:
    return next((held for each, held in _databases(catalogue).items() if each.name == volume), {})


@large_question
def _databases(catalogue: Catalogue) -> Mapping[VolumeName, Held]:
    names = [each.name for each in published(catalogue)]
    if sum(len(catalogue.records[name]) for name in names) <= MOST_IN_A_DATABASE:
        return {}
    divided = divide(_placed(catalogue, names), MOST_IN_A_DATABASE)
    return {name_volume(catalogue, each): _by_dataset(each.lines) for each in divided}


def _placed(catalogue: Catalogue, names: list[str]) -> Iterator[tuple[str, Chain]]:
    for name in names:
        if way_to_place(catalogue, name):
            for key, record in catalogue.records[name].items():
                if chain := place_chain(catalogue, record):  # what has none stands in every volume
                    yield f"{name}{_BETWEEN}{key}", chain


def _by_dataset(lines: tuple[str, ...]) -> Held:
    held: dict[str, list[str]] = {}
    for line in lines:
        name, _, key = line.partition(_BETWEEN)
        held.setdefault(name, []).append(key)
    return {name: tuple(keys) for name, keys in held.items()}

"""What is too much for one file to volumes by place: each place has its own, as far down as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.memoising import large_question, once_a_subject, question
from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.facets import record_title
from generator.model.record import Record

MOST_IN_A_FILE = 50_000
"""Lines beyond which a file is given in volumes: some 50 MB, which a spreadsheet and a phone's memory still hold."""
PLACE_ROLE = "place"
NOWHERE = "other"
"""The volume of what lies in no place, and of what lies in several that have nothing above them in common."""

Chain = tuple[str, ...]
"""The keys of a place and of all above it, the topmost first; empty: no one place."""


class VolumeName(NamedTuple):
    """What a volume is called in addresses, and on pages."""

    name: str
    title: str


class Volume(NamedTuple):
    """`place` is the last of its chain; `number` counts on where a place alone has too much for one volume."""

    place: Chain
    number: int
    is_rest: bool
    """Whether places below have volumes of their own."""
    lines: tuple[str, ...]


def divide(lines: Iterable[tuple[str, Chain]], most: int) -> tuple[Volume, ...]:
    """Volumes of at most so many lines, each told by its key and its place; none where one file holds them all."""
    every = tuple(lines)
    return tuple(_divided(every, most, ())) if len(every) > most else ()


def _divided(lines: Sequence[tuple[str, Chain]], most: int, above: Chain) -> Iterator[Volume]:
    if len(lines) <= most:
        yield Volume(above, 1, False, tuple(key for key, _ in lines))
        return
    own: list[str] = []
    below: dict[str, list[tuple[str, Chain]]] = {}
    for key, chain in lines:
        if len(chain) == len(above):
            own.append(key)
        else:
            below.setdefault(chain[len(above)], []).append((key, chain))
    for number, start in enumerate(range(0, len(own), most), 1):
        yield Volume(above, number, bool(below), tuple(own[start : start + most]))
    for place in sorted(below):
        yield from _divided(below[place], most, (*above, place))


def name_volume(catalogue: Catalogue, volume: Volume) -> VolumeName:
    """By its place; without one by a word that is no place's."""
    code = volume.place[-1] if volume.place else NOWHERE
    place = catalogue.with_role(PLACE_ROLE).get(code)
    title = record_title(catalogue, place) if place else "不属于哪一个地方的"
    rest = "（各下级另有分册）" if volume.is_rest and place else ""
    again = volume.number > 1
    return VolumeName(
        f"{code}-{volume.number}" if again else code,
        f"{title}{rest}（第 {volume.number} 册）" if again else f"{title}{rest}",
    )


@question
def volumes_of(catalogue: Catalogue, dataset: str) -> tuple[VolumeName, ...]:
    """In which volumes a dataset is given away; none where one file holds it."""
    return tuple(_volumes(catalogue, dataset))


@question
def keys_of_volume(catalogue: Catalogue, dataset: str, volume: str) -> tuple[str, ...]:
    """The records in one volume, in the order of their list."""
    return next((keys for each, keys in _volumes(catalogue, dataset).items() if each.name == volume), ())


@large_question
def _volumes(catalogue: Catalogue, dataset: str) -> Mapping[VolumeName, tuple[str, ...]]:
    records = catalogue.records[dataset]
    if len(records) <= MOST_IN_A_FILE:
        return {}
    found = divide(((key, place_chain(catalogue, each)) for key, each in records.items()), MOST_IN_A_FILE)
    return {name_volume(catalogue, each): each.lines for each in found}


def records_in(catalogue: Catalogue, dataset: str, volume: str) -> Iterable[Record]:
    """The records of one volume of a dataset, or all of them where none is named."""
    records = catalogue.records[dataset]
    return (records[key] for key in keys_of_volume(catalogue, dataset, volume)) if volume else records.values()


def place_chain(catalogue: Catalogue, record: Record) -> Chain:
    """Where a record lies: what all places that it names have in common."""
    way, named = way_to_place(catalogue, record.dataset), [record]
    for field in way:
        named = [each for one in named for each in catalogue.targets(one, field)]
    is_place = record.dataset == catalogue.roles.get(PLACE_ROLE)
    return common_chain(catalogue, tuple(each.key for each in named)) if way or is_place else ()


@once_a_subject
def common_chain(catalogue: Catalogue, places: tuple[str, ...]) -> Chain:
    """The place that holds all of these, and those above it."""
    known = catalogue.with_role(PLACE_ROLE)
    chains = [_chain(catalogue, known[key]) for key in places if key in known]
    if not chains:
        return ()
    first, *others = chains
    for other in others:
        same = next((at for at, (a, b) in enumerate(zip(first, other, strict=False)) if a != b), None)
        first = first[: min(len(first), len(other)) if same is None else same]
    return first


def _chain(catalogue: Catalogue, place: Record) -> Chain:
    return tuple(each.key for each in (*reversed(catalogue.ancestors(place)), place))


@once_a_subject
def way_to_place(catalogue: Catalogue, dataset: str) -> tuple[Field, ...]:
    """The references that lead from a dataset to its places, the shortest way that is declared first.

    None where there is none, as for the places themselves, which are few.
    """
    place = catalogue.roles.get(PLACE_ROLE, "")
    ways: list[tuple[str, tuple[Field, ...]]] = [(dataset, ())]
    seen = {dataset, place}
    if dataset == place:
        return ()
    for name, way in ways:  # grows on the way
        for field in catalogue.datasets[name].references:
            if field.target == place:
                return (*way, field)
            if field.target and field.target not in seen:
                seen.add(field.target)
                ways.append((field.target, (*way, field)))
    return ()

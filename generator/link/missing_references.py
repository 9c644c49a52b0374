"""References that name nothing, to problems that offer what may have been meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from generator.base.house import NATIONAL
from generator.link.problems import Dangling, reference_by_name, reference_missing, reference_misspelt
from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.facets import record_title
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate

Excuses = Callable[[str, str], bool]
"""Whether (dataset, key) may belong to a record that exists but failed its own checks."""


class Named(NamedTuple):
    """A record and a key that it names."""

    record: Record
    key: str


def find_missing(
    catalogue: Catalogue, field: Field, dangling: Iterable[Named], locate: Locate, excuses: Excuses
) -> Iterator[Problem]:
    """A field names a record that does not exist.

    What the engine ships may name more than an instance has (a group of people it does not help): that is no fault.
    """
    target = catalogue.datasets[field.target or ""]
    for record, key in dangling:
        if not record.origin.file.startswith(f"{NATIONAL}/") and not excuses(target.name, key):
            yield _missing(catalogue, Named(record, key), field, locate)


def _missing(catalogue: Catalogue, named: Named, field: Field, locate: Locate) -> Problem:
    target = catalogue.datasets[field.target or ""]
    place = locate(named.record.origin, field.name)
    dangling = Dangling(place, named.record.key, field.title, named.key, target.title)
    known = {key: record_title(catalogue, record) for key, record in catalogue.records[target.name].items()}
    names = {name: key for key, name in known.items()}
    if named.key in names:
        return reference_by_name(dangling, names[named.key])
    close = get_close_matches(named.key, [*names.values(), *names], n=1, cutoff=0.6)
    if not close:
        return reference_missing(dangling, known)
    meant = names.get(close[0], close[0])
    return reference_misspelt(dangling, meant, known[meant])

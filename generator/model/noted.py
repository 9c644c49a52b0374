"""A catalogue to the same one which notes with each question what it was asked.

Leaves are what a question reads of the records: one record (or that there is none), the keys of a dataset in order,
all records of a dataset, or those that point at one record; and the declaration of a dataset, or all of them. Which
datasets there are, and how their records are read, is no leaf: where that is another, all is new.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import replace
from typing import Any, TypeVar

from generator.base.reads import note
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.record import Record

ONE_RECORD, KEYS_OF, RECORDS_OF, LINKS_TO = "record", "keys", "records", "links"
DECLARED, ALL_DECLARED = "declaration", "declarations"
CHANGED_ON, PICTURE_IN = "changed", "picture"

Sources = tuple[Record, ...]
Known = TypeVar("Known")


class NotedDatasets(Mapping[str, Dataset]):
    """The declarations by the names of their datasets; the names themselves every answer depends on."""

    __slots__ = ("plain",)

    def __init__(self, plain: Mapping[str, Dataset]) -> None:
        self.plain = plain

    def __getitem__(self, name: str) -> Dataset:
        found = self.plain[name]
        note((DECLARED, name))
        return found

    def __contains__(self, name: object) -> bool:
        return name in self.plain

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)

    def values(self) -> ValuesView[Dataset]:
        """All of them, in order."""
        note((ALL_DECLARED,))
        return self.plain.values()

    def items(self) -> ItemsView[str, Dataset]:
        """All of them with their names, in order."""
        note((ALL_DECLARED,))
        return self.plain.items()


class NotedRecords(Mapping[str, Record]):
    """The records of one dataset."""

    __slots__ = ("_all", "_keys", "_name", "plain")

    def __init__(self, name: str, plain: Mapping[str, Record]) -> None:
        self._name, self.plain = name, plain
        self._all, self._keys = (RECORDS_OF, name), (KEYS_OF, name)

    def __getitem__(self, key: str) -> Record:
        note((ONE_RECORD, self._name, key))
        return self.plain[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The record, or that there is none: that, too, is an answer that may change."""
        note((ONE_RECORD, self._name, key))
        return self.plain.get(key, default)

    def __contains__(self, key: object) -> bool:
        note((ONE_RECORD, self._name, str(key)))
        return key in self.plain

    def __iter__(self) -> Iterator[str]:
        note(self._keys)
        return iter(self.plain)

    def __len__(self) -> int:
        note(self._keys)
        return len(self.plain)

    def values(self) -> ValuesView[Record]:
        """All of them, in order."""
        note(self._all)
        return self.plain.values()

    def items(self) -> ItemsView[str, Record]:
        """All of them with their keys, in order."""
        note(self._all)
        return self.plain.items()


class NotedLinks(Mapping[str, Sources]):
    """The records that point at each record through one relation."""

    __slots__ = ("_name", "plain")

    def __init__(self, name: str, plain: Mapping[str, Sources]) -> None:
        self._name, self.plain = name, plain

    def __getitem__(self, key: str) -> Sources:
        note((LINKS_TO, self._name, key))
        return self.plain[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Those that point at a record; that there are none is an answer, too."""
        note((LINKS_TO, self._name, key))
        return self.plain.get(key, default)

    def __contains__(self, key: object) -> bool:
        note((LINKS_TO, self._name, str(key)))
        return key in self.plain

    def __iter__(self) -> Iterator[str]:
        note((LINKS_TO, self._name))
        return iter(self.plain)

    def __len__(self) -> int:
        note((LINKS_TO, self._name))
        return len(self.plain)


class NotedFiles(Mapping[str, Known]):
    """What is known of files, by their paths: the day git last saw each change, what a picture is."""

    __slots__ = ("_kind", "plain")

    def __init__(self, kind: str, plain: Mapping[str, Known]) -> None:
        self._kind, self.plain = kind, plain

    def __getitem__(self, file: str) -> Known:
        note((self._kind, file))
        return self.plain[file]

    def items(self) -> ItemsView[str, Known]:
        """What is known of every file."""
        note((self._kind,))
        return self.plain.items()

    def __iter__(self) -> Iterator[str]:
        note((self._kind,))
        return iter(self.plain)

    def __len__(self) -> int:
        note((self._kind,))
        return len(self.plain)


def noted(catalogue: Catalogue) -> Catalogue:
    """The catalogue, noting what it is asked; itself where it does already."""
    records = {name: found for name, found in catalogue.records.items() if not isinstance(found, NotedRecords)}
    links = {name: found for name, found in catalogue.backlinks.items() if not isinstance(found, NotedLinks)}
    if not records and not links and isinstance(catalogue.datasets, NotedDatasets):
        return catalogue
    return replace(
        catalogue,
        datasets=NotedDatasets(declarations(catalogue)),
        records={**catalogue.records, **{name: NotedRecords(name, found) for name, found in records.items()}},
        backlinks={**catalogue.backlinks, **{name: NotedLinks(name, found) for name, found in links.items()}},
    )


def plain(catalogue: Catalogue) -> tuple[Mapping[str, Mapping[str, Record]], Mapping[str, Mapping[str, Sources]]]:
    """The records and the links of a catalogue that notes, for those who look at all of it and ask nothing."""
    records = {name: each.plain if isinstance(each, NotedRecords) else each for name, each in catalogue.records.items()}
    links = {name: each.plain if isinstance(each, NotedLinks) else each for name, each in catalogue.backlinks.items()}
    return records, links


def declarations(catalogue: Catalogue) -> Mapping[str, Dataset]:
    """The declarations of a catalogue that notes, for those who ask nothing."""
    return catalogue.datasets.plain if isinstance(catalogue.datasets, NotedDatasets) else catalogue.datasets

"""Files of the Human Services Data Specification, tables or JSON of any version, to its objects and their relations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.exchange.foreign.foreign_paths import Thing, plain_text
from generator.model.json_value import Json

PERSONS = frozenset({"contact"})
"""Tables in which each row is somebody; nothing of them is read."""
ASKED_AT = "public_location"
"""Locations where something is on offer, or that belong to nobody: not the offices of organisations."""
_AS_THEY_ARE = frozenset({"accessibility", "funding", "metadata"})
_KINDS = frozenset(
    ("service_at_location", "taxonomy_term", "organization", "taxonomy", "location", "service", "program")
)
_HOW_MANY = re.compile(r"(?:_(?:list|full|data))+$")


class HsdsTables:
    """Rows by table and id; what stood inside an object is a row that names it, as in the tabular form."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._aliases = aliases
        self._rows: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
        self._links: dict[tuple[str, str, str], list[str]] | None = None
        self.used: set[str] = set()
        self.persons = 0
        self.repeated: Counter[str] = Counter()
        """Objects of a list that have the id of one before them: they are one object."""

    def add_table(self, stem: str, rows: Iterable[Mapping[str, str]]) -> None:
        """The rows of a file, by the name of the file."""
        table = self._aliases.get(stem) or singular(stem)
        if table in PERSONS:
            self.persons += sum(1 for _ in rows)
            return
        seen: set[str] = set()
        for row in rows:
            self._note(table, row.get("id") or "", seen)
            self._add(table, {name: text for name, text in row.items() if text}, {})

    def add_document(self, stem: str, value: Json) -> None:
        """A page of a list, an object, or lists by their names."""
        if isinstance(value, list):
            kind, seen = _kind_of(stem), set[str]()
            for each in value:
                if kind and isinstance(each, dict):
                    self._note(kind, plain_text(each.get("id")), seen)
                    self._take_apart(kind, each, {})
        elif isinstance(value, dict):
            if isinstance(value.get("contents"), list):
                self.add_document(stem, value["contents"])
            elif "id" in value:
                self.add_document(stem, [value])
            else:
                for name, each in value.items():
                    if isinstance(each, list):
                        self.add_document(name, each)

    def things(self, table: str) -> Sequence[tuple[str, Thing]]:
        """Every object of a table with its id."""
        if table == ASKED_AT:
            return [(key, each) for key, each in self.things("location") if self._is_public(each)]
        return [(key, HsdsThing(self, table, key, row)) for key, row in self._rows[table].items()]

    def names(self) -> Iterator[str]:
        """The fields that say something, but for ids."""
        for table, rows in self._rows.items():
            found = dict.fromkeys(name for row in rows.values() for name in row)
            yield from (f"{table}.{name}" for name in found if name != "id" and not name.endswith("_id"))

    def row(self, table: str, key: str) -> HsdsThing | None:
        """One object."""
        found = self._rows[table].get(key)
        return None if found is None else HsdsThing(self, table, key, found)

    def linked(self, table: str, owner: str, key: str) -> Sequence[HsdsThing]:
        """Rows of a table that name an object."""
        if self._links is None:
            self._links = self._index()
        found = self._links.get((table, owner, key), ())
        return [HsdsThing(self, table, each, self._rows[table][each]) for each in found]

    def _note(self, table: str, key: str, seen: set[str]) -> None:
        self.repeated[table] += bool(key) and key in seen
        seen.add(key)

    def _index(self) -> dict[tuple[str, str, str], list[str]]:
        index: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for table, rows in self._rows.items():
            for key, row in rows.items():
                for name, text in row.items():
                    if name.endswith("_id"):
                        index[table, name.removesuffix("_id"), text].append(key)
        return index

    def _is_public(self, location: Thing) -> bool:
        return bool(location.related("service_at_locations")) or not location.related("organization")

    def _add(self, table: str, said: Mapping[str, str], link: Mapping[str, str]) -> str:
        row = {**said, **link}
        if "link_id" in row and "link_entity" in row:
            row[f"{row['link_entity']}_id"] = row["link_id"]
        if table == "attribute" and "taxonomy_id" in row:
            row.setdefault("taxonomy_term_id", row["taxonomy_id"])
        rows = self._rows[table]
        key = row.get("id") or f"#{len(rows)}"
        rows[key] = {**rows.get(key, {}), **row}
        return key

    def _take_apart(self, table: str, value: Mapping[str, Any], link: Mapping[str, str]) -> str:
        scalars = {name: plain_text(each) for name, each in value.items() if not _holds_objects(each)}
        key = self._add(table, {name: text for name, text in scalars.items() if text}, link)
        for name, each in value.items():
            inner = each if isinstance(each, list) else [each]
            kind = singular(name) if isinstance(each, list) else name
            for one in inner if _holds_objects(each) else ():
                if kind in PERSONS:
                    self.persons += 1
                elif isinstance(each, list):
                    self._take_apart(kind, one, {f"{table}_id": key})
                else:
                    self._rows[table][key][f"{kind}_id"] = self._take_apart(kind, one, {})
        return key


class HsdsThing:
    """A row with what it names and what names it."""

    def __init__(self, tables: HsdsTables, table: str, key: str, row: Mapping[str, str]) -> None:
        self._tables, self._table, self._key, self._row = tables, table, key, row

    def related(self, name: str) -> Sequence[Thing]:
        """The one object that it names under this name, else all that name it."""
        if named := self._row.get(f"{name}_id"):
            found = self._tables.row(name, named)
            return [found] if found else []
        kind = singular(name)
        return self._tables.linked(kind, self._table, self._key) if kind != name or name in _AS_THEY_ARE else []

    def text(self, name: str) -> str:
        """What its own column says."""
        self._tables.used.add(f"{self._table}.{name}")
        return self._key if name == "id" else self._row.get(name, "")


def singular(name: str) -> str:
    """What one row of a table is called."""
    if name in _AS_THEY_ARE:
        return name
    if name.endswith("ies"):
        return f"{name.removesuffix('ies')}y"
    return name.removesuffix("es") if name.endswith("sses") else name.removesuffix("s")


def _kind_of(stem: str) -> str:
    """What the objects of a file are, from its name or that of its folder (`services/page/1`)."""
    for part in reversed(stem.split("/")):
        if (kind := singular(_HOW_MANY.sub("", part))) in _KINDS:
            return kind
    return ""


def _holds_objects(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))

"""A source from elsewhere to its objects, by the name a mapping calls them; what is no data of its format is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.exchange.foreign.foreign_mapping import ForeignMapping
from generator.exchange.foreign.foreign_paths import Document, Thing, leaves
from generator.exchange.foreign.foreign_problems import no_json, source_unreadable, without_data
from generator.exchange.foreign.hsds_tables import HsdsTables
from generator.model.json_value import Json
from generator.model.problem import Problem
from generator.model.rule import Severity
from generator.read.csv_text import CsvRow, CsvText
from generator.read.sent_bundles import BundleError, read_bundle
from generator.read.text import decode
from generator.verbs.import_.reading import find_mark

FOREIGN_FORMATS = ("hsds", "360giving", "datapackage", "csv")
_KINDS = {
    "hsds": (".csv", ".json"),
    "360giving": (".json",),
    "datapackage": (".csv", ".json"),
    "csv": (".csv", ".tsv"),
}
_DESCRIPTOR = "datapackage.json"
Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class ForeignSource:
    """`of` gives the objects of a kind with their ids; `names` are all fields that say something, `used` those asked
    for since; `persons` are objects that are somebody, of which nothing was read, by what they were."""

    file: str
    of: Callable[[str], Sequence[tuple[str, Thing]]]
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    used: set[str]
    problems: tuple[Problem, ...] = ()
    persons: Mapping[str, int] = field(default_factory=dict)
    repeated: Mapping[str, int] = field(default_factory=dict)
    """Objects that have the id of another in the same list, by their kind."""
    headings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of tables without a standard, the headings."""


def read_source(source: Path, mapping: ForeignMapping) -> ForeignSource:
    """Read all of it; a source with nothing of the format has a problem that says so."""
    try:
        files, problems = read_bundle(source, _KINDS[mapping.format])
    except BundleError as error:
        files, problems = {}, (source_unreadable(source.name, str(error)),)
    found = _READERS[mapping.format](source.name, files, mapping, list(problems))
    if not found.kinds and not any(each.severity is Severity.ERROR for each in found.problems):
        wrong = without_data(source.name, mapping.format)
        return ForeignSource(found.file, found.of, (), (), found.used, (*found.problems, wrong), found.persons)
    return found


def _hsds(name: str, files: Mapping[str, bytes], mapping: ForeignMapping, problems: list[Problem]) -> ForeignSource:
    tables = HsdsTables(mapping.tables)
    documents: list[tuple[str, Json]] = []
    for file, data in files.items():
        path = PurePosixPath(file)
        if path.name == _DESCRIPTOR:
            continue
        if path.suffix == ".csv":
            tables.add_table(path.stem, _rows(data, file, problems))
        else:
            documents.append((path.with_suffix("").as_posix(), _document(data, file, problems)))
    for stem, document in sorted(documents, key=lambda each: _is_one_object(each[1])):  # lists say the order
        tables.add_document(stem, document)
    origins = tuple(each.origin for each in mapping.records if tables.things(each.origin))
    persons = {"联系人": tables.persons} if tables.persons else {}
    names = tuple(tables.names())
    return ForeignSource(
        name, tables.things, origins, names, tables.used, tuple(problems), persons, dict(tables.repeated)
    )


def _is_one_object(document: Json) -> bool:
    return isinstance(document, dict) and "id" in document


def _giving(name: str, files: Mapping[str, bytes], _mapping: ForeignMapping, problems: list[Problem]) -> ForeignSource:
    found: list[dict[str, Any]] = []
    for file, data in files.items():
        document = _document(data, file, problems)
        listed = document.get("grants") if isinstance(document, dict) else document
        found += [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    kept = [each for each in found if "recipientIndividual" not in each]
    used: set[str] = set()
    things = [(str(each.get("id") or f"#{at}"), Document("grant", each, used)) for at, each in enumerate(kept)]
    names = tuple(dict.fromkeys(leaf for each in kept for leaf in leaves("grant", each)))
    persons = {"给个人的资助": len(found) - len(kept)} if len(found) > len(kept) else {}
    kinds = ("grant",) if found else ()
    of = {"grant": things}
    return ForeignSource(name, lambda kind: of.get(kind, ()), kinds, names, used, tuple(problems), persons)


def _tables(name: str, files: Mapping[str, bytes], mapping: ForeignMapping, problems: list[Problem]) -> ForeignSource:
    wanted = _described(files, problems) if mapping.format == "datapackage" else {}
    used: set[str] = set()
    things: dict[str, list[tuple[str, Thing]]] = {}
    headings: dict[str, Sequence[str]] = {}
    for file, data in files.items():
        path = PurePosixPath(file)
        if path.suffix == ".json" or (mapping.format == "datapackage" and file not in wanted):
            continue
        table = wanted.get(file, path.stem)
        rows = _rows(data, file, problems)
        headings[table] = list(rows[0]) if rows else ()
        things[table] = [(row.get("id") or f"#{at}", Document(table, row, used)) for at, row in enumerate(rows, 2)]
    names = tuple(f"{table}.{heading}" for table, each in headings.items() for heading in each)
    kinds = tuple(table for table, each in things.items() if each)
    return ForeignSource(
        name, lambda kind: things.get(kind, ()), kinds, names, used, tuple(problems), headings=headings
    )


def _described(files: Mapping[str, bytes], problems: list[Problem]) -> Mapping[str, str]:
    """The tables that a package's description names, by their file; paths out of the folder name nothing there is."""
    at = next((file for file in files if PurePosixPath(file).name == _DESCRIPTOR), None)
    document = _document(files[at], at, problems) if at else None
    resources = document.get("resources") if isinstance(document, dict) else None
    if at is None or not isinstance(resources, list):
        return {}
    folder = PurePosixPath(at).parent
    named = ((each.get("path"), each.get("name")) for each in resources if isinstance(each, dict))
    tables = ((path, name) for path, name in named if isinstance(path, str))
    return {(folder / path).as_posix(): str(name or PurePosixPath(path).stem) for path, name in tables}


def _rows(data: bytes, file: str, problems: list[Problem]) -> Rows:
    """The rows of a table under its headings; blank ones are none."""
    text, unreadable = decode(data, file)
    problems += [each for each in unreadable if text is None]
    if text is None:
        return ()
    found = list(CsvText(file, text, find_mark(text)).rows())
    problems += [each for each in found if isinstance(each, Problem)]
    rows = [[cell.strip() for cell in each.cells] for each in found if isinstance(each, CsvRow)]
    head, *body = rows or [[]]
    return [dict(zip(head, row, strict=False)) for row in body if any(row)]


def _document(data: bytes, file: str, problems: list[Problem]) -> Json:
    try:
        value: Json = json.loads(data)
    except (RecursionError, ValueError):
        problems.append(no_json(file))
    else:
        return value
    return None


_READERS = {"hsds": _hsds, "360giving": _giving, "datapackage": _tables, "csv": _tables}

"""What an instance wrote that extends a declaration of the engine's, judged where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.check.problems import declaration_behind
from generator.model.declaration import EXTENDS, RawDeclaration, entry_name, schema_entries
from generator.model.declaration_keys import Fault
from generator.model.problem import Problem
from generator.model.table import Locate, Origin


def find_extension_faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """What could be laid over one of the engine's no longer says what it extends."""
    if EXTENDS in document:
        yield Fault((EXTENDS,), "引擎没有自带叫这个名字的声明；照 mingshan init 新建的文件夹里同一种数据写")


def find_behind(one: RawDeclaration, shipped: RawDeclaration, locate: Locate) -> Iterator[Problem]:
    """A changed copy of one of the engine's: the fields that the engine's has by now and the copy has not."""
    shipped_fields, own_fields = _fields(shipped.document), _fields(one.document)
    same = [name for name, each in own_fields.items() if each.get("description") == _said(shipped_fields, name)]
    missing = [str(each.get("title")) for name, each in shipped_fields.items() if name not in own_fields]
    if missing and len(same) * 2 > len(shipped_fields):
        place = locate(Origin(one.file, trail=("schema",)), None)
        yield declaration_behind(place, one.name, shipped.name, sorted(missing))


def _fields(document: Mapping[str, Any] | None) -> dict[str, Mapping[str, Any]]:
    return {str(each.get("name")): each for each in schema_entries(document, "fields") if isinstance(each, Mapping)}


def _said(fields: Mapping[str, Mapping[str, Any]], name: str) -> object:
    return fields.get(name, {}).get("description")


def trail_as_written(one: RawDeclaration, trail: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The way to a place of the whole declaration, in the file that says only what is the city's own."""
    match trail:
        case ("schema", str(key), int(index), *rest) if one.written is not None and one.document is not None:
            name = entry_name(one.document["schema"][key][index], key)
            own = schema_entries(one.written, key)
            found = next((at for at, each in enumerate(own) if entry_name(each, key) == name), None)
            return () if found is None else ("schema", key, found, *rest)
    return trail

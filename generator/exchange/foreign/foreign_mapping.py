"""A mapping as somebody wrote it to values: which of their fields becomes which of ours, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.exchange.foreign.foreign_paths import steps
from generator.exchange.imported_cells import fold

SHIPPED = Path(__file__).with_name("shipped")
ROLES_BROUGHT = ("organization", "project", "window", "offer", "grant")
"""What can be brought in, each after those that it may name."""


class PathPart(NamedTuple):
    """A place where something may be said.

    `over`: only what is longer counts; `paragraph` is `first` or `rest`; with `of` the text is the id of an object
    that became a record of that role, and `take` the field of that record which is meant.
    """

    path: str
    over: int = 0
    paragraph: str = ""
    of: str = ""
    take: str = ""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How a field is filled: from the first part that says anything, or from `all` of them.

    `most` characters are kept; `write` puts the text in its place of {}; `words` are theirs by ours; `after` is what
    the text must begin with, and is cut off. `currency` is where the currency of an amount stands: another one than
    yuan is no amount here and stands as a text in the field `otherwise`. `hours` are the schedules of opening hours;
    with `place` the field is the place of that field, or what is above it at `level`.
    """

    parts: tuple[PathPart, ...] = ()
    all: bool = False
    join: str = ";"
    most: int = 0
    write: str = ""
    words: Mapping[str, str] | None = None
    after: str = ""
    currency: str = ""
    otherwise: str = ""
    hours: str = ""
    place: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class RecordMapping:
    """Whose objects become records of a role.

    In `lines` a text may hold lines that begin with the titles of our fields: our own words, which come back.
    `key` is where an id stands that may be ours too.
    """

    role: str
    origin: str
    fields: Mapping[str, FieldRule]
    key: str = ""
    lines: tuple[str, ...] = ()
    defaults: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ForeignMapping:
    """The whole of it; `terms` are our keys by role and by their words, folded as tables that people send are."""

    format: str
    records: tuple[RecordMapping, ...]
    source: Mapping[str, str]
    tables: Mapping[str, str]
    terms: Mapping[str, Mapping[str, str]]
    dates: tuple[str, ...] = ()


class MappingFault(NamedTuple):
    """Where in a mapping, and what is wrong there."""

    where: str
    wrong: str


def laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Key by key, down to single fields; what a mapping says itself stands."""
    return {
        **base,
        **{
            name: laid_over(base[name], value)
            if isinstance(value, Mapping) and isinstance(base.get(name), Mapping) and name not in ("first", "all")
            else value
            for name, value in own.items()
        },
    }


def shape_mapping(document: Mapping[str, Any]) -> ForeignMapping | tuple[MappingFault, ...]:
    """The mapping of a document that extends nothing any more."""
    faults = tuple(_find_faults(document))
    if faults:
        return faults
    defaults = document.get("defaults") or {}
    records = (
        _record(role, document["records"][role], defaults.get(role) or {})
        for role in ROLES_BROUGHT
        if (document.get("records") or {}).get(role)
    )
    return ForeignMapping(
        format=str(document["format"]),
        records=tuple(records),
        source={name: str(text or "") for name, text in (document.get("source") or {}).items()},
        tables={str(name): str(table) for name, table in (document.get("tables") or {}).items()},
        terms={
            role: {fold(str(word)): str(key) for word, key in (words or {}).items() if key}
            for role, words in (document.get("terms") or {}).items()
        },
        dates=tuple(map(str, document.get("dates") or ())),
    )


def _find_faults(document: Mapping[str, Any]) -> Iterator[MappingFault]:
    known = ("format", "extends", "source", "tables", "records", "terms", "defaults", "dates")
    yield from (MappingFault(name, f"没有这一项；可以写：{'、'.join(known)}") for name in document if name not in known)
    if "format" not in document:
        yield MappingFault("format", "没有写是哪种格式；或者写 extends: hsds 这样用引擎自带的")
    for name in ("source", "tables", "records", "terms", "defaults"):
        value = document.get(name)
        if value is not None and not isinstance(value, Mapping):
            yield MappingFault(name, "应当由“名称: 内容”组成")
            return
    for role, written in (document.get("records") or {}).items():
        yield from _record_faults(str(role), written)
    for part in ("terms", "defaults"):
        for role, written in (document.get(part) or {}).items():
            if written is not None and not isinstance(written, Mapping):
                yield MappingFault(f"{part}.{role}", "应当由“名称: 内容”组成")
            if part == "defaults" and role not in ROLES_BROUGHT:
                yield MappingFault(f"defaults.{role}", f"没有这种用途；可以写：{'、'.join(ROLES_BROUGHT)}")


def _record_faults(role: str, written: Any) -> Iterator[MappingFault]:
    where = f"records.{role}"
    if role not in ROLES_BROUGHT:
        yield MappingFault(where, f"没有这种用途；可以写：{'、'.join(ROLES_BROUGHT)}")
    elif written is None:
        return
    elif not isinstance(written, Mapping) or not isinstance(written.get("from"), str):
        yield MappingFault(where, "要写 from，说明取自哪一种对象或哪一张表")
    elif not isinstance(written.get("fields") or {}, Mapping):
        yield MappingFault(f"{where}.fields", "应当由“字段: 取自哪里”组成")
    else:
        for name, rule in (written.get("fields") or {}).items():
            yield from (MappingFault(f"{where}.fields.{name}", wrong) for wrong in _rule_faults(rule))


def _rule_faults(rule: Any) -> Iterator[str]:
    if isinstance(rule, Mapping):
        known = ("first", "all", *(name for name in FieldRule.__slots__ if name not in ("parts", "all")))
        yield from (f"没有 {name} 这一项；可以写：{'、'.join(known)}" for name in rule if name not in known)
        parts = rule.get("first", rule.get("all", []))
    else:
        parts = [rule] if isinstance(rule, str) else rule
    if rule is None:
        return
    if not isinstance(parts, list):
        yield "应当是一个位置，或者几个位置的列表"
        return
    for part in parts:
        path = part.get("path") if isinstance(part, Mapping) else part
        if not isinstance(path, str) or not steps(path):
            yield "位置要写成 organization.name 这样"
        elif isinstance(part, Mapping) and (unknown := [name for name in part if name not in PathPart._fields]):
            yield f"没有 {unknown[0]} 这一项；可以写：{'、'.join(PathPart._fields)}"


def _record(role: str, written: Mapping[str, Any], defaults: Mapping[str, Any]) -> RecordMapping:
    whole = {**(written.get("defaults") or {}), **defaults}
    rules = {name: _rule(rule) for name, rule in (written.get("fields") or {}).items() if rule is not None}
    return RecordMapping(
        role=role,
        origin=str(written["from"]),
        fields=rules,
        key=str(written.get("key") or ""),
        lines=tuple(map(str, written.get("lines") or ())),
        defaults={name: str(text) for name, text in whole.items() if text not in (None, "")},
    )


def _rule(rule: Any) -> FieldRule:
    if not isinstance(rule, Mapping):
        return FieldRule(tuple(_part(each) for each in ([rule] if isinstance(rule, str) else rule)))
    rest = {name: value for name, value in rule.items() if name not in ("first", "all", "words")}
    words = rule.get("words")
    return FieldRule(
        parts=tuple(_part(each) for each in rule.get("first", rule.get("all", []))),
        all="all" in rule,
        words={fold(str(word)): str(value) for word, value in words.items()} if words else None,
        **rest,
    )


def _part(written: Any) -> PathPart:
    return PathPart(written) if isinstance(written, str) else PathPart(**written)

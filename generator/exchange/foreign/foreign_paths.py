"""An object from elsewhere, whatever holds it, to the texts at a path: `organization.phones[type=voice].number`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

_SEGMENT = re.compile(r"([^.\[\]]+)(?:\[([^=\]]+)=([^\]]*)\])?(?:\.|$)")


class Thing(Protocol):
    """An object with words of its own and with other objects related to it."""

    def related(self, name: str) -> Sequence[Thing]:
        """The objects of that name: one, several, or none."""

    def text(self, name: str) -> str:
        """What a field of its own says; empty when it says nothing."""


class Step(NamedTuple):
    """One part of a path; `field` and `value` narrow the objects to those in which the field says just that."""

    name: str
    field: str
    value: str


def steps(path: str) -> tuple[Step, ...]:
    """The parts of a path; empty where it is none."""
    found = tuple(Step(each[1], each[2] or "", each[3] or "") for each in _SEGMENT.finditer(path))
    whole = ".".join(f"{each.name}[{each.field}={each.value}]" if each.field else each.name for each in found)
    return found if whole == path else ()


def things_at(thing: Thing, path: Sequence[Step]) -> Iterator[Thing]:
    """The objects that a path leads to, in order."""
    if not path:
        yield thing
        return
    first, *rest = path
    for each in thing.related(first.name):
        if not first.field or each.text(first.field) == first.value:
            yield from things_at(each, rest)


def texts_at(thing: Thing, path: str) -> list[str]:
    """Everything said at a path, in order, without what is said twice."""
    *way, last = steps(path)
    texts = (each.text(last.name) for each in things_at(thing, way))
    return list(dict.fromkeys(text for text in texts if text))


class Document:
    """An object of JSON, or a row of a table; `used` collects the fields that somebody asked for."""

    def __init__(self, kind: str, value: Mapping[str, Any], used: set[str]) -> None:
        self._kind, self._value, self._used = kind, value, used

    def related(self, name: str) -> Sequence[Thing]:
        """Objects inside this one."""
        found = self._value.get(name)
        inner = found if isinstance(found, list) else [found]
        return [Document(f"{self._kind}.{name}", each, self._used) for each in inner if isinstance(each, dict)]

    def text(self, name: str) -> str:
        """A scalar as text."""
        self._used.add(f"{self._kind}.{name}")
        return plain_text(self._value.get(name))


def leaves(kind: str, value: Mapping[str, Any]) -> Iterator[str]:
    """The names of all fields that say something, also inside."""
    for name, each in value.items():
        inner = [one for one in (each if isinstance(each, list) else [each]) if isinstance(one, dict)]
        for one in inner:
            yield from leaves(f"{kind}.{name}", one)
        if not inner and plain_text(each):
            yield f"{kind}.{name}"


def plain_text(value: object) -> str:
    """What JSON or a table holds in one place, as somebody would write it down."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return ";".join(filter(None, map(plain_text, value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()

"""An answer to a digest that is another when, and only when, the answer is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import blake2b

from generator.base.noted_day import NotedDay
from generator.model.dataset import Dataset
from generator.model.record import Record

DIGEST_SIZE = 12

_MOST = 20_000
"""So many values are known at once (some 5 MB): of what stands in many answers most stands in answers told together."""

_PLAIN = (bool, int, float, str, bytes, Decimal, date, Enum)
_WORDS = frozenset({str, int, float, bool, bytes, Decimal, date, type(None)})
_GATHERED = (tuple, list, set, frozenset, Mapping)


def short_digest(text: str) -> str:
    """Long enough that no two texts of one site have the same."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).hexdigest()


class Digester:
    """Tells answers by their digests; of what stands in many of them each is worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}
        """By identity; what is known is kept, so that no other takes its place."""

    def digest(self, answer: object) -> str:
        """The digest of an answer made of plain values, records, tuples, sets, mappings and dataclasses."""
        return short_digest(self._text(answer))

    def _text(self, value: object) -> str:
        kind = type(value)
        if kind in _WORDS:  # most of what is told, millions of times
            return repr(value)
        if kind is tuple:
            return f"tuple({','.join(map(self._text, value))})"  # type: ignore[call-overload]
        known = self._known.get(id(value))
        return known[1] if known else self._other(value)

    def _other(self, value: object) -> str:
        if isinstance(value, NotedDay):
            return f"<today {value.moves}>"  # whoever shows it asks which day that is
        if value is None or isinstance(value, _PLAIN):
            return repr(value)
        if isinstance(value, Record):
            return f"<{value.dataset} {value.key} {value.digest}>"
        if isinstance(value, _GATHERED) and not isinstance(value, tuple):
            return self._gathered(value)
        return self._once(value)

    def _gathered(self, value: object) -> str:
        parts: Iterable[str] = ()
        match value:
            case list():
                parts = map(self._text, value)
            case set() | frozenset():
                parts = sorted(map(self._text, value))
            case Mapping():
                parts = (f"{self._text(key)}:{self._text(each)}" for key, each in value.items())
        return f"{type(value).__name__}({','.join(parts)})"

    def _once(self, value: object) -> str:
        if isinstance(value, Dataset):
            return f"<{value.name} {value.digest}>"
        digest = short_digest(f"{type(value).__name__}({','.join(map(self._text, _members(value)))})")
        if len(self._known) >= _MOST:  # all that a site ever told would be a hundred a project, and never let go
            self._known.clear()
        self._known[id(value)] = value, digest
        return digest


def _members(value: object) -> Iterable[object]:
    """Of a tuple with names, which may stand in a dozen lists, or of a dataclass."""
    if isinstance(value, tuple):
        return value
    if not is_dataclass(value):
        raise TypeError(f"an answer cannot be told by its content: {type(value).__name__}")
    return (getattr(value, each.name) for each in fields(value))

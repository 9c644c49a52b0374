"""What a person said of themselves; everything may be left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Answers:
    """`None` means not answered; an empty tuple means "none of these".

    `place` is a district's or township's code; `ages` the youngest and oldest the person may be; `residence` a key of
    the specification's `residence_words`.
    """

    place: str | None = None
    needs: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None
    homes: tuple[str, ...] | None = None
    ages: tuple[int, int] | None = None
    residence: str | None = None
    today: date = date.min


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a supply catalogue as matching sees it; `areas` is empty where all of `division` is meant."""

    key: str
    name: str
    division: str
    level: str
    category: tuple[str, ...]
    groups: tuple[str, ...]
    household_types: tuple[str, ...]
    age_min: int | None
    age_max: int | None
    residence: str
    areas: tuple[str, ...]
    status: str
    valid_from: date
    valid_to: date
    conditions: str
    simplified: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A division's name and the code of the one above; the topmost has none."""

    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called in sentences; `simplified` are the groups that need not prove their hardship again."""

    places: Mapping[str, Place]
    categories: Mapping[str, str]
    groups: Mapping[str, str]
    household_types: Mapping[str, str]
    simplified: frozenset[str]

    def chain(self, code: str) -> tuple[str, ...]:
        """A place and all that lie above it, from itself upwards; empty for an unknown code."""
        found: list[str] = []
        while code in self.places and code not in found:
            found.append(code)
            code = self.places[code].parent
        return tuple(found)

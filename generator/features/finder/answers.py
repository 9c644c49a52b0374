"""What a person said of themselves; everything may be left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Answers:
    """`None` means not answered; an empty tuple means "none of these".

    `place` is a district's or township's code; `kinds` are finer than `needs`; `ages` the youngest and oldest the
    person may be; `residence` a key of the specification's `residence_words`; `wishes` are services (`comes_home`).
    `asked_groups` and `asked_homes` are those that were offered to choose from; `None`: all of them.
    """

    place: str | None = None
    needs: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None
    homes: tuple[str, ...] | None = None
    ages: tuple[int, int] | None = None
    residence: str | None = None
    wishes: tuple[str, ...] = ()
    asked_groups: tuple[str, ...] | None = None
    asked_homes: tuple[str, ...] | None = None
    today: date = date.min


@dataclass(frozen=True, slots=True)
class OfferEntry:
    """One entry of a supply catalogue as matching sees it; `areas` is empty where all of `division` is meant.

    `kinds` are the kinds of need it meets, `services` how it meets them (`comes_home`, `deaf_friendly`, a language);
    `checked_on` is the day on which somebody last rang its number, `reopens_on` the day a full quota opens again.
    It is `quiet` where somebody said that it neither comes to the home nor calls the household.
    """

    key: str
    name: str
    division: str
    level: str
    category: tuple[str, ...]
    kinds: tuple[str, ...]
    groups: tuple[str, ...]
    homes: tuple[str, ...]
    age_min: int | None
    age_max: int | None
    residence: str
    areas: tuple[str, ...]
    services: tuple[str, ...]
    quiet: bool
    status: str
    reopens_on: date | None
    valid_from: date
    valid_to: date
    checked_on: date | None
    conditions: str
    simplified: bool


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A division's name and the code of the one above; the topmost has none."""

    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called in sentences; `simplified` are the groups that need not prove their hardship again.

    `group_ages` are the youngest and oldest that members of a group can be, where that says something.
    `kinds` gives the category of each kind of need.
    """

    places: Mapping[str, PlaceAnswer]
    categories: Mapping[str, str]
    groups: Mapping[str, str]
    homes: Mapping[str, str]
    simplified: frozenset[str]
    group_ages: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def chain(self, code: str) -> tuple[str, ...]:
        """A place and all that lie above it, from itself upwards; empty for an unknown code."""
        found: list[str] = []
        while code in self.places and code not in found:
            found.append(code)
            code = self.places[code].parent
        return tuple(found)

"""What is known of a subject, as frozen values: its traits, the events of its life and what it has published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Trait(NamedTuple):
    """Something a subject is from `since` (None: always) to `until` (None: still), both days inside."""

    name: str
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the subject is this on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Event(NamedTuple):
    """Something that happened on a day. `record` names it when only a publication about it counts."""

    name: str
    on: date
    label: str
    record: str | None = None


class Span(NamedTuple):
    """A stretch of days with a name (a suspension); `until` None: it still lasts."""

    name: str
    since: date
    until: date | None
    label: str

    def covers(self, first: date, last: date) -> bool:
        """Whether both days and all between them lie inside."""
        return self.since <= first and (self.until is None or last <= self.until)


class Publication(NamedTuple):
    """Something that was made public on a day.

    `period` is the year or half-year it reports on, `about` the record of the event it is about.
    A correction keeps the date of what it corrects: it never fulfils anything itself.
    """

    kind: str
    on: date
    dataset: str
    record: str
    title: str
    period: str | None = None
    about: str | None = None
    correction: bool = False


class Look(NamedTuple):
    """Somebody looked, on a day, where the rule says, for one occasion of one duty; or somebody asked in writing."""

    duty: str
    occasion: str
    due: date
    place: str
    on: date
    result: str
    url: str
    question: str
    objection: str
    objected_on: date | None


@dataclass(frozen=True, slots=True)
class Subject:
    """An organisation, a project or an authority, with all that its duties depend on.

    `dataset` names it in addresses, `role` says what it is; `noun` is how a sentence speaks of it (本项目);
    `owner` is the organisation that answers for it;
    `publications` are in order of their dates; after `ceased_on` it owes nothing more.
    """

    dataset: str
    role: str
    key: str
    name: str
    noun: str
    owner: str
    divisions: tuple[str, ...]
    traits: tuple[Trait, ...]
    events: tuple[Event, ...]
    spans: tuple[Span, ...]
    publications: tuple[Publication, ...]
    ceased_on: date | None = None
    home: tuple[str, str] = ("", "")
    """Dataset and key of the record on whose page its duties stand, where that is not its own."""
    looks: tuple[Look, ...] = ()
    """What was looked up of it elsewhere, newest first."""

    @property
    def shown_with(self) -> tuple[str, str]:
        """Dataset and key of the record on whose page its duties stand."""
        return self.home if self.home[0] else (self.dataset, self.key)

    def is_now(self, trait: str, day: date) -> bool:
        """Whether the subject has a trait on a day."""
        return any(known.name == trait and known.holds(day) for known in self.traits)

    def first(self, event: str) -> Event | None:
        """The first event of that name; None when there is none."""
        return next((known for known in self.events if known.name == event), None)

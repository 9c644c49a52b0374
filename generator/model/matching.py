"""The rules of matching as values: what is asked of an entry, what an answer makes of it, and in which words.

Each kind of criterion is one class here, a few lines in `features/finder/criteria.py` and the same in
`theme/assets/finder/criteria.js`; the values stand in `national/matching.py` and are published as find/data/rules.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]
"""Sentences by outcome (`yes`, `unknown`, `no`); `{…}` is filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What fails is not shown at all where it `hides`; no answer means everything where an answer only `narrows`."""

    id: str
    kind: str
    words: Words = field(default_factory=dict)
    hides: bool = False
    narrows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Criterion):
    """The entry is of a category or meets a kind of need that was asked for."""

    kind: str = "need"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap(Criterion):
    """The entry names some of `what` (`group`, `home`); one must be among the answers."""

    kind: str = "overlap"
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Criterion):
    """The person's age must lie within the entry's."""

    kind: str = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepts(Criterion):
    """What the entry asks for (`item`) is satisfied by certain answers; `requirements` are its words."""

    kind: str = "accepts"
    item: str
    answer: str
    accepted: Mapping[str, tuple[str, ...]]
    requirements: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Criterion):
    """The person must live where the help is given."""

    kind: str = "reach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes(Criterion):
    """How the person wants to be helped: what an entry does not promise is to be asked about."""

    kind: str = "wishes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Criterion):
    """Words of the entry (`item`) that no table can judge: to be asked about."""

    kind: str = "note"
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCriterion(Criterion):
    """Whether the entry can be applied for at all: outcomes by its `status`."""

    kind: str = "state"
    outcomes: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Days(Criterion):
    """The day must lie within the days on which the entry holds."""

    kind: str = "days"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Entries of which level and residence may be had from the places beside, and how far that counts."""

    level: str
    residence: str
    distance: int


@dataclass(frozen=True, slots=True)
class Joints:
    """甲、乙或丙."""

    both: str
    either: str
    last: str


@dataclass(frozen=True, slots=True)
class Specification:
    """All of it. `people` are youngest and oldest age by who is asked for; `fresh_months`: how long a check of the
    telephone counts as fresh; `most_choices`: how many groups fit on one screen of a phone."""

    criteria: tuple[Criterion, ...]
    most_lacking: int
    most_choices: int
    fresh_months: int
    distances: Mapping[str, int]
    neighbour: Neighbour
    joints: Joints
    people: Mapping[str, tuple[int, int]]
    people_words: Words
    residence_words: Words
    service_words: Words
    language_words: str
    check_words: Words


@dataclass(frozen=True, slots=True)
class Number:
    """The key of a help line that may be printed at all hours, and when to call it."""

    line: str
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence to somebody in that situation, and the text it rests on."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """A way in of its own. `kinds` of need rank first among what is shown; `danger` names the row whose numbers stand
    there too. Where it is `quiet`, nothing is shown that comes to the home or calls the household."""

    id: str
    title: str
    heading: str
    lead: str
    danger: str
    numbers: tuple[Number, ...]
    points: tuple[Point, ...]
    kinds: tuple[str, ...]
    quiet: bool = False

"""A rule that what people write can break: the one place of its code, its weight and what people are told about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops publication, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class RuleChapter:
    """Rules that belong together for those who meet them; what charities meet most has the smallest `rank`."""

    rank: int
    title: str
    lead: str


_UNWRITTEN = RuleChapter(0, "", "")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `code` stands in reports and in the address `problems/<code>/`.

    `rank` is its place in the chapter: what people meet most has the smallest. `bad` and `good` are for a fault that
    is no file of a site; of all others the page shows the tests' own files, before and after they are mended.
    `also` are the weights it may have besides its own, see `at`.
    """

    code: str
    severity: Severity
    chapter: RuleChapter = _UNWRITTEN
    rank: int = 0
    title: str = ""
    cause: str = ""
    mending: str = ""
    bad: str = ""
    good: str = ""
    also: tuple[Severity, ...] = ()

    def at(self, severity: Severity) -> Rule:
        """The same rule where it weighs otherwise, as only those may that say so."""
        if severity not in (self.severity, *self.also):
            raise ValueError(f"{self.code} is never {severity}")
        return replace(self, severity=severity)

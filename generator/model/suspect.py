"""A place that seems to expose somebody: a problem, unless a reviewed exception or a known hotline clears it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Suspect:
    """`mark` names the finding in the list of exceptions; `value` is what was found, and is never shown."""

    problem: Problem
    kind: str
    mark: str
    value: str

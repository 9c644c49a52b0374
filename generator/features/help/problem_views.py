"""Rules to what their pages show: meaning, cause, what the check says, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator.model.addresses import problem_address
from generator.model.example import Example, ExampleLine
from generator.model.page import Link
from generator.model.rule import Rule, RuleChapter, Severity
from generator.model.source import Source

SEVERITIES = {
    Severity.ERROR: "错误，改好才能发布",
    Severity.WARNING: "警告，可以发布，但多半有问题",
    Severity.ADVICE: "建议，不改也能发布",
}


class ShownExample(NamedTuple):
    """`file` is empty where the example is no file of the tests; then every line counts."""

    file: str
    lines: tuple[ExampleLine, ...]


@dataclass(frozen=True, slots=True)
class ProblemsContext:
    """What the page of all problems may name."""

    chapters: tuple[tuple[str, str, Mapping[str, Link]], ...]
    """Each its title, its lead, and links to its rules by their codes."""


def problems_context(source: Source, _key: str) -> ProblemsContext:
    """The rules, by chapter."""
    chapters = _chapters(source.rules.values())
    return ProblemsContext(chapters=tuple((each.title, each.lead, _links(rules)) for each, rules in chapters.items()))


@dataclass(frozen=True, slots=True)
class ProblemContext:
    """What the page of one problem may name."""

    rule: str
    """Its code."""
    explanation: Rule
    severity: str
    """In words, as `said`, where a site of the tests shows it."""
    said: Example | None
    bad: ShownExample
    good: ShownExample
    chapter: str
    others: Mapping[str, Link]
    """The other rules of the chapter, by their codes."""


def problem_context(source: Source, rule: str) -> ProblemContext:
    """A rule explained, with an example of its fault and of that mended."""
    explanation, example = source.rules[rule], source.examples.get(rule)
    others = _chapters(source.rules.values())[explanation.chapter]
    return ProblemContext(
        rule=rule,
        explanation=explanation,
        severity=SEVERITIES[Severity(example.severity)] if example else "",
        said=example,
        bad=ShownExample(*example.bad) if example and example.bad else _by_hand(explanation.bad),
        good=ShownExample(*example.good) if example and example.good else _by_hand(explanation.good),
        chapter=explanation.chapter.title,
        others=_links(each for each in others if each.code != rule),
    )


def _chapters(rules: Iterable[Rule]) -> Mapping[RuleChapter, Sequence[Rule]]:
    """What people meet most comes first, chapters and the rules in them."""
    ordered = sorted(rules, key=lambda rule: (rule.chapter.rank, rule.rank))
    return {chapter: tuple(found) for chapter, found in groupby(ordered, key=lambda rule: rule.chapter)}


def _links(rules: Iterable[Rule]) -> Mapping[str, Link]:
    return {rule.code: Link(rule.title, problem_address(rule.code)) for rule in rules}


def _by_hand(text: str) -> ShownExample:
    lines = (ExampleLine(number, line, False) for number, line in enumerate(text.splitlines(), start=1))
    return ShownExample("", tuple(lines))

"""Rules to what their pages show: meaning, cause, what the check says, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.features.help.explanations import CHAPTERS, EXPLANATIONS
from generator.features.help.explanations.explanation import Chapter
from generator.model.addresses import problem_address
from generator.model.example import ExampleLine
from generator.model.page import Link
from generator.model.problem import Severity
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


def problems_context(_source: Source, _key: str) -> Mapping[str, Any]:
    """`chapters`: title, lead and links to their rules (`rules` by name)."""
    return {"chapters": tuple((each.title, each.lead, _links(each)) for each in CHAPTERS)}


def problem_context(source: Source, rule: str) -> Mapping[str, Any]:
    """`rule`, `explanation`; `said` (severity, message, hint) where a site shows it; `bad`, `good`; `others` nearby."""
    explanation, example = EXPLANATIONS[rule], source.examples.get(rule)
    chapter = next(each for each in CHAPTERS if rule in each.explanations)
    return {
        "rule": rule,
        "explanation": explanation,
        "severity": SEVERITIES[Severity(example.severity)] if example else "",
        "said": example,
        "bad": ShownExample(*example.bad) if example and example.bad else _by_hand(explanation.bad),
        "good": ShownExample(*example.good) if example and example.good else _by_hand(explanation.good),
        "chapter": chapter.title,
        "others": {name: link for name, link in _links(chapter).items() if name != rule},
    }


def problem_inputs(source: Source, rule: str) -> Iterator[str]:
    """The explanations are code, which counts anyway; the example is not."""
    yield repr(source.examples.get(rule))


def _links(chapter: Chapter) -> Mapping[str, Link]:
    return {rule: Link(each.title, problem_address(rule)) for rule, each in chapter.explanations.items()}


def _by_hand(text: str) -> ShownExample:
    lines = (ExampleLine(number, line, False) for number, line in enumerate(text.splitlines(), start=1))
    return ShownExample("", tuple(lines))

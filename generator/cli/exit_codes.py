"""What a verb found, to what is printed and the exit code."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import typer

from generator.check.problem_reports import ReportFormat, render_report
from generator.model.problem import Problem, has_errors

CLEAN, PROBLEMS_FOUND, WRONG_USE, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130
"""The last is what a shell expects of a program that Ctrl-C ended."""
MACHINE_FAILED = OUR_BUG
"""Nobody who reads the code can mend it in the data: somebody must look."""


def finish(problems: tuple[Problem, ...]) -> None:
    """Print what was found, if anything; an error ends the verb."""
    if problems:
        print(render_report(problems, ReportFormat.TEXT))
    if has_errors(problems):
        raise typer.Exit(PROBLEMS_FOUND)


def silent(_what: str) -> None:
    """For verbs that print a result and nothing else, so that other programs can read it."""


def progress() -> Callable[[str], None]:
    """Make the function that says on standard error what is being done, with the seconds since the start."""
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"[{time.monotonic() - start:6.1f} 秒] {what}", file=sys.stderr, flush=True)

    return say

"""What work was done, to how much of the processor it took: seconds and times by kind and name, over all processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import process_time
from typing import NamedTuple, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

Work = tuple[str, str]
"""What kind of work, and on what."""


class Spent(NamedTuple):
    """How often, and how many seconds of a processor in all."""

    times: int
    seconds: float


_spent: dict[Work, Spent] = {}


def measured(
    kind: str, name: str, function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
) -> Result:
    """`function(*given, **named)`, its seconds counted; those of work inside it count for both."""
    began = process_time()
    try:
        return function(*given, **named)
    finally:
        count({(kind, name): Spent(1, process_time() - began)})


def count(more: Mapping[Work, Spent]) -> None:
    """Add what another process spent."""
    for work, spent in more.items():
        known = _spent.get(work, Spent(0, 0.0))
        _spent[work] = Spent(known.times + spent.times, known.seconds + spent.seconds)


def take() -> Mapping[Work, Spent]:
    """What was counted since this was last called."""
    taken = dict(_spent)
    _spent.clear()
    return taken

"""A function to one that works each result out once, for as long as anybody asks about the same catalogue.

Whoever asks second reads no less than whoever asked first: what was read is remembered with the result. Where that is
much, whoever asks remembers the question alone. Of a `question` the answer is held against the last one; a
`large_question` is worked out from nearly everything, and counts as another whenever something it read is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache, wraps
from importlib import import_module
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from generator.base.metrics import measured
from generator.base.noted_day import NotedDay, move
from generator.base.reads import Read, Reads, ask, note, note_all

Subject = TypeVar("Subject", bound=Hashable)
Rest = ParamSpec("Rest")
Result = TypeVar("Result")

SUBJECTS_KEPT = 2
"""A preview builds the site again after every edit: of all its catalogues only the last must stay in memory."""

QUESTION = "question"
"""The kind of read that is the answer to another question: its name, and what it was asked as JSON."""

_OURS = f"{__name__.partition('.')[0]}."

_DAY, _TODAY = "day", "today"
"""How a day is written, and one that was moved so from the day on which somebody asks."""


class AskedAgain(NamedTuple):
    """How something is asked again: the name of the type of what it is asked of, and the function."""

    of: str
    ask: Callable[..., object]
    is_compared: bool


class Answered(NamedTuple):
    """What was answered last in this process, and what was asked for it; whether the answer is told by its content."""

    answer: object
    reads: Reads
    is_compared: bool


_questions: dict[str, AskedAgain] = {}
_answers: dict[Read, Answered] = {}


def once_a_subject(
    function: Callable[Concatenate[Subject, Rest], Result],
) -> Callable[Concatenate[Subject, Rest], Result]:
    """Remember results by what follows the first argument, and all of them only for the last subjects."""

    @lru_cache(maxsize=SUBJECTS_KEPT)
    def kept(_subject: Subject) -> dict[tuple[object, ...], tuple[Result, Reads]]:
        return {}

    @wraps(function)
    def remembered(subject: Subject, /, *rest: Rest.args, **names: Rest.kwargs) -> Result:
        known, key = kept(subject), (*map(_known_as, rest), *names.items())
        found = known.get(key)
        if found is None:
            found = known[key] = ask(function, subject, *rest, **names)
        note_all(found[1])
        return found[0]

    return remembered


def question(
    function: Callable[Concatenate[Subject, Rest], Result],
) -> Callable[Concatenate[Subject, Rest], Result]:
    """The same for what is worked out from much and seldom changes: whoever asks depends on the answer alone.

    What follows the first argument is words, numbers and days, so that the question can be kept and asked again.
    """
    return _question(function, is_compared=True)


def large_question(
    function: Callable[Concatenate[Subject, Rest], Result],
) -> Callable[Concatenate[Subject, Rest], Result]:
    """The same for what is worked out from nearly everything, and never shown whole."""
    return _question(function, is_compared=False)


def _question(
    function: Callable[Concatenate[Subject, Rest], Result], *, is_compared: bool
) -> Callable[Concatenate[Subject, Rest], Result]:
    name = f"{function.__module__}.{function.__qualname__}"

    @lru_cache(maxsize=SUBJECTS_KEPT)
    def kept(_subject: Subject) -> dict[tuple[object, ...], tuple[Result, Read, Answered]]:
        return {}

    @wraps(function)
    def remembered(subject: Subject, /, *rest: Rest.args, **names: Rest.kwargs) -> Result:
        known, key = kept(subject), tuple(map(_known_as, rest))
        found = known.get(key)
        if found is None:
            read = (QUESTION, name, _written(rest))
            answer, reads = measured(QUESTION, name, ask, function, subject, *rest, **names)
            found = known[key] = answer, read, Answered(answer, reads, is_compared)
        _answers[found[1]] = found[2]
        note(found[1])
        return found[0]

    _questions[name] = AskedAgain(next(iter(function.__annotations__.values())), remembered, is_compared)
    return remembered


def ask_again(read: Read, subjects: Mapping[str, object], today: date) -> Answered:
    """The answer today of a question that was kept, of the subject of the type that it is asked of."""
    _, name, given = read
    found = _questions[name]
    found.ask(subjects[found.of], *_read(given, today))
    return _answers[read]


def is_compared(read: Read) -> bool:
    """Whether the answer is held against the last one; not where the question is no longer asked, either."""
    found = _asked_again(read[1])
    return found is not None and found.is_compared


def _asked_again(name: str) -> AskedAgain | None:
    """A question by its name; ours may stand in a module that only whoever draws has needed so far."""
    if name not in _questions and name.startswith(_OURS):
        with suppress(ImportError):
            import_module(name.rpartition(".")[0])
    return _questions.get(name)


def answered(read: Read) -> Answered | None:
    """What this process answered last."""
    return _answers.get(read)


def known_answers() -> frozenset[Read]:
    """The questions that this process answered."""
    return frozenset(_answers)


def forget_answers() -> None:
    """Before a build: what was answered about another catalogue is no answer."""
    _answers.clear()


def _written(given: tuple[object, ...]) -> str:
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"), default=_write_day)


def _known_as(given: object) -> object:
    """Today goes by what was done to it: a question about today is the same question on every day."""
    return (_TODAY, given.moves) if isinstance(given, NotedDay) else given


def _write_day(value: object) -> Mapping[str, str]:
    if isinstance(value, NotedDay):
        return {_TODAY: value.moves}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError(f"a question can be asked of words, numbers and days, not of {type(value).__name__}")


def _read(given: str, today: date) -> tuple[object, ...]:
    def as_given(value: object) -> object:
        if isinstance(value, list):
            return tuple(map(as_given, value))
        if not isinstance(value, dict):
            return value
        if _DAY in value:
            return date.fromisoformat(value[_DAY])
        return NotedDay(move(today, value[_TODAY]), value[_TODAY])

    return cast("tuple[object, ...]", as_given(json.loads(given)))

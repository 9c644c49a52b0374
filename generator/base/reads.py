"""What is asked while something is worked out, noted: so that it is known later what the answer depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

Read = tuple[str, ...]
"""Something that was asked: of what kind, and which."""

Reads = dict[Read, None]
"""What was asked, once each, in that order: whoever asks again may stop at the first that is another."""


class _Frames:
    """The questions being worked out in this process, the innermost last; `is_strict` where each read needs one."""

    def __init__(self) -> None:
        self.open: list[Reads] = []
        self.is_strict = False


_frames = _Frames()


class ReadOutsideQuestionError(AssertionError):
    """Something was read that no question remembers: its answer would not be asked for again when that changes."""


def note(read: Read) -> None:
    """Remember with the question being worked out that it asked this."""
    if _frames.open:
        _frames.open[-1][read] = None
    elif _frames.is_strict:
        raise ReadOutsideQuestionError(read)


def note_all(reads: Reads) -> None:
    """The same for all that an answer depends on which was worked out before."""
    if _frames.open:
        _frames.open[-1].update(reads)


def ask(function: Callable[Given, Answer], /, *given: Given.args, **named: Given.kwargs) -> tuple[Answer, Reads]:
    """The answer of `function`, and what was asked to find it; the question around it is told nothing."""
    reads: Reads = {}
    _frames.open.append(reads)
    try:
        return function(*given, **named), reads
    finally:
        _frames.open.pop()


@contextmanager
def strictly() -> Iterator[None]:
    """Meanwhile whatever is read outside a question raises: nobody would know what depends on it."""
    was_strict, _frames.is_strict = _frames.is_strict, True
    try:
        yield
    finally:
        _frames.is_strict = was_strict

"""What one process read for what it drew, packed for the process that keeps it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypedDict

from generator.base.memoising import QUESTION, answered
from generator.base.reads import Read, Reads
from generator.store.values import Values

IDS = "I"


class KeptAnswer(NamedTuple):
    """`mark` tells the answer: of a file, what its entry in the manifest says; `reads` are numbers of reads.

    `changed` are those that gave something else when a file was last drawn; none where it was drawn for the first time.
    """

    mark: str
    reads: array[int]
    changed: array[int] = array(IDS)


class Parcel(NamedTuple):
    """Reads, numbered by their place; with them the answers by address, and those to questions by number."""

    reads: tuple[Read, ...]
    answers: Mapping[str, KeptAnswer]
    questions: Mapping[int, KeptAnswer]


def tell(drawn: Iterable[tuple[str, str, Reads]], values: Values, known: frozenset[Read]) -> Parcel:
    """What was drawn (address, mark, reads), and every question asked for it that is not `known` already."""
    numbers: dict[Read, int] = {}

    def number_all(reads: Iterable[Read]) -> array[int]:
        return array(IDS, [numbers.setdefault(each, len(numbers)) for each in reads])

    answers = {address: KeptAnswer(mark, number_all(reads)) for address, mark, reads in drawn}
    questions = {
        read: KeptAnswer(values.value(read), number_all(reads)) for read, reads in _asked(list(numbers), known)
    }
    return Parcel(tuple(numbers), answers, {numbers[read]: answer for read, answer in questions.items()})


PlainAnswer = tuple[str, list[int], list[int]]
"""An answer as JSON has it."""


class PlainParcel(TypedDict):
    """A parcel as JSON has it: nothing in it can run."""

    reads: list[list[str]]
    answers: dict[str, PlainAnswer]
    questions: dict[str, PlainAnswer]


def plain_parcel(parcel: Parcel) -> PlainParcel:
    """A parcel to be written down, for a process that is not ours to begin."""
    return {
        "reads": [list(each) for each in parcel.reads],
        "answers": {address: _plain(each) for address, each in parcel.answers.items()},
        "questions": {str(number): _plain(each) for number, each in parcel.questions.items()},
    }


def parcel_of(written: PlainParcel) -> Parcel:
    """What was written down; numbers of reads that are not there raise `IndexError`."""
    reads = tuple(tuple(map(str, each)) for each in written["reads"])
    answers = {address: _answer(each, len(reads)) for address, each in written["answers"].items()}
    questions = {int(number): _answer(each, len(reads)) for number, each in written["questions"].items()}
    if questions and max(questions) >= len(reads):
        raise IndexError("a question that was not read")
    return Parcel(reads, answers, questions)


def _plain(answer: KeptAnswer) -> PlainAnswer:
    return answer.mark, list(answer.reads), list(answer.changed)


def _answer(written: PlainAnswer, known: int) -> KeptAnswer:
    mark, reads, changed = written
    if any(each >= known for each in (*reads, *changed)):
        raise IndexError("an answer names a read that is not there")
    return KeptAnswer(str(mark), array(IDS, reads), array(IDS, changed))


def _asked(reads: list[Read], known: frozenset[Read]) -> Iterator[tuple[Read, Reads]]:
    """Every question among these reads, and those that were asked to answer them."""
    seen = set(known)
    while reads:
        read = reads.pop()
        if read[0] == QUESTION and read not in seen and (found := answered(read)):
            seen.add(read)
            reads.extend(each for each in found.reads if each[0] == QUESTION)
            yield read, found.reads

"""Kept answers, and what was drawn and asked since, to what is kept for the next build."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

from generator.base.memoising import QUESTION, answered
from generator.base.reads import Read
from generator.store.answers import Kept, name_of
from generator.store.parcel import IDS, KeptAnswer, Parcel
from generator.store.standing import Standing

_WORTH_RENUMBERING = 2
"""When so many times more reads are kept than anybody needs, those that nobody does are let go."""


class _Keeping:
    """Reads by number, growing; what was asked for each question that anybody still hangs on."""

    def __init__(self, standing: Standing) -> None:
        kept = standing.kept
        self._standing, self._kept, self._values = standing, kept, standing.values
        self.numbers: dict[Read, int] = {read: number for number, read in enumerate(kept.reads)}
        self.reads = list(kept.reads)
        self.questions: dict[int, KeptAnswer] = {}

    def number(self, read: Read) -> int:
        number = self.numbers.setdefault(read, len(self.reads))
        if number == len(self.reads):
            self.reads.append(read)
        return number

    def take(self, parcel: Parcel) -> Iterator[tuple[str, KeptAnswer]]:
        """What another process told, in our numbers."""
        ours = [self.number(read) for read in parcel.reads]
        for theirs, answer in parcel.questions.items():
            self.questions[ours[theirs]] = _renumbered(answer, ours)
        yield from ((address, _renumbered(answer, ours)) for address, answer in parcel.answers.items())

    def close(self, answers: Iterable[KeptAnswer]) -> None:
        """Find what is known of every question that these answers hang on, through whichever others."""
        open_ = {number for answer in answers for number in answer.reads if self.reads[number][0] == QUESTION}
        done: set[int] = set()
        while open_:
            number = open_.pop()
            done.add(number)
            answer = self.questions[number] = self._question(number)
            asked = (each for each in answer.reads if self.reads[each][0] == QUESTION)
            open_.update(each for each in asked if each not in done)
        self.questions = {number: self.questions[number] for number in done}

    def _question(self, number: int) -> KeptAnswer:
        """As another process told it; as it was kept, where it stands; else as it was asked here."""
        read = self.reads[number]
        if number in self.questions:
            return self.questions[number]
        found = answered(read)
        if found is None or self._standing.holds(number):
            return self._kept.answers[self.name(number)]
        return KeptAnswer(self._values.value(read), array(IDS, map(self.number, found.reads)))

    def name(self, number: int) -> str:
        """A question as it is written."""
        return self._standing.names.get(number) or name_of(self.reads[number])

    def value(self, number: int) -> str:
        read = self.reads[number]
        if read[0] == QUESTION:
            return self.questions[number].mark if number in self.questions else ""
        return self._values.leaves.value(read)


def keep(standing: Standing, wanted: Iterable[str], parcels: Iterable[Parcel]) -> Kept:
    """What is kept of the files at these addresses: what was told of them, else what was kept already."""
    kept, keeping = standing.kept, _Keeping(standing)
    drawn = (each for parcel in parcels for each in keeping.take(parcel))
    fresh = {address: answer._replace(changed=standing.changed_for(address)) for address, answer in drawn}
    answers = {address: fresh.get(address) or kept.answers[address] for address in wanted}
    keeping.close(answers.values())
    answers |= {keeping.name(number): answer for number, answer in keeping.questions.items()}
    numbers = range(len(keeping.reads))
    return _without_unused(Kept(kept.base, tuple(keeping.reads), tuple(map(keeping.value, numbers)), answers))


def _without_unused(kept: Kept) -> Kept:
    used = {number for answer in kept.answers.values() for number in (*answer.reads, *answer.changed)}
    if len(used) * _WORTH_RENUMBERING >= len(kept.reads):
        return kept
    left = sorted(used)
    numbers = {old: new for new, old in enumerate(left)}
    answers = {name: _renumbered(answer, numbers) for name, answer in kept.answers.items()}
    return Kept(kept.base, tuple(kept.reads[each] for each in left), tuple(kept.values[each] for each in left), answers)


def _renumbered(answer: KeptAnswer, numbers: Mapping[int, int] | list[int]) -> KeptAnswer:
    reads, changed = (array(IDS, [numbers[each] for each in found]) for found in (answer.reads, answer.changed))
    return KeptAnswer(answer.mark, reads, changed)

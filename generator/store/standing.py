"""Kept answers and what there is to read now to which of them stand: whoever read nothing that changed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

from generator.base.memoising import QUESTION, ask_again, is_compared
from generator.base.reads import Read
from generator.model.source import AS_WRITTEN
from generator.store.answers import Kept, name_of
from generator.store.parcel import IDS, KeptAnswer
from generator.store.values import Values

_UNASKABLE = (LookupError, ValueError, TypeError, AttributeError, StopIteration)
"""What comes of a question about something that is not there any more."""

_UNKNOWN = KeptAnswer("", array(IDS))


class Standing:
    """Which kept answers hold for what there is now. Questions are asked again only where somebody hangs on them."""

    def __init__(self, kept: Kept, values: Values) -> None:
        self.kept, self.values = kept, values
        self._subjects: Mapping[str, object] = {"Source": values.source, "Catalogue": values.source.catalogue}
        self._questions = {number: read for number, read in enumerate(kept.reads) if read[0] == QUESTION}
        self.names = {number: name_of(read) for number, read in self._questions.items()}
        """Of the kept questions, as they are written."""
        self._asked = {number: kept.answers.get(name, _UNKNOWN) for number, name in self.names.items()}
        self.changed = {
            number
            for number, (read, value) in enumerate(zip(kept.reads, kept.values, strict=True))
            if read[0] not in (QUESTION, AS_WRITTEN) and values.leaves.value(read) != value
        }
        """Numbers of the reads that give something else now."""
        self._files = {number: read[1] for number, read in enumerate(kept.reads) if read[0] == AS_WRITTEN}
        self._tellers = dict(self._find_tellers())
        self._doubtful = self._reached()
        self._settled: set[int] = set()
        self._held: set[int] = set()
        """Of the doubtful, those that were found to have the answer that was kept."""
        self._numbers = {read: number for number, read in self._questions.items()}
        values.trust(self._kept_value)

    def stands(self, address: str, mark: str) -> bool:
        """Whether a file with this mark would come out the same."""
        answer = self.kept.answers.get(address)
        return answer is not None and answer.mark == mark and self._is_current(answer.reads)

    def holds(self, number: int) -> bool:
        """Whether a kept question has the answer that was kept; of one that nobody kept there is none."""
        return number < len(self.kept.reads) and self._is_current((number,))

    def _kept_value(self, read: Read) -> str | None:
        """The kept value of a question that no change reaches, or whose answer was found to be the same."""
        number = self._numbers.get(read)
        if number is None or number in self.changed or (number in self._doubtful and number not in self._held):
            return None
        return self.kept.values[number]

    def tells_of(self, address: str) -> tuple[str, ...]:
        """The files whose size and digest went into a file."""
        return tuple(self._files[number] for number in self._tellers.get(address, ()))

    def tells_still(self, address: str) -> bool:
        """Whether these are as they were; asked once they are as they will be."""
        numbers, kept = self._tellers[address], self.kept
        self.changed |= {each for each in numbers if self.values.value(kept.reads[each]) != kept.values[each]}
        return self.changed.isdisjoint(numbers)

    def _find_tellers(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every file that tells of others, with the numbers of what it read of them."""
        if self._files:
            for address, answer in self.kept.answers.items():
                if numbers := tuple(each for each in answer.reads if each in self._files):
                    yield address, numbers

    def changed_for(self, address: str) -> array[int]:
        """Of what was read for a file, the numbers of what gives something else now."""
        answer = self.kept.answers.get(address)
        return array(IDS, [each for each in answer.reads if not self._is_current((each,))] if answer else ())

    def _is_current(self, reads: Iterable[int]) -> bool:
        if not self.changed.isdisjoint(reads):
            return False
        if self._doubtful.isdisjoint(reads):
            return True
        return not any(each in self._doubtful and self._is_another(each) for each in reads)

    def _is_another(self, number: int) -> bool:
        if number not in self._settled:
            self._settled.add(number)
            if not self._is_current(self._asked[number].reads) and self._answers_otherwise(number):
                self.changed.add(number)
            else:
                self._held.add(number)
        return number in self.changed

    def _answers_otherwise(self, number: int) -> bool:
        read = self._questions[number]
        if not is_compared(read):
            return True
        try:
            ask_again(read, self._subjects, self.values.source.day)
        except _UNASKABLE:
            return True
        return self.values.value(read) != self.kept.values[number]

    def _reached(self) -> set[int]:
        """The questions that a change may have reached, through whichever others."""
        known = {number: answer.reads for number, answer in self._asked.items()}
        self.changed |= {number for number, answer in self._asked.items() if answer is _UNKNOWN}
        reached: set[int] = set()
        while True:
            touched = self.changed | reached
            found = {number for number, reads in known.items() if not touched.isdisjoint(reads)}
            if found == reached:
                return reached
            reached = found

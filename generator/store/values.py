"""What was read to what it gives now: a leaf, or the answer to another question."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakMethod

from generator.base.memoising import QUESTION, answered
from generator.base.reads import Read
from generator.model.source import Source
from generator.store.digests import Digester, short_digest
from generator.store.leaves import Leaves


class Values:
    """The value of every read of one source, as this process knows it; each worked out once."""

    def __init__(self, source: Source) -> None:
        self.source, self.leaves, self._digester = source, Leaves(source), Digester()
        self._answers: dict[Read, str] = {}
        self._kept: Callable[[], Callable[[Read], str | None] | None] = lambda: None

    def trust(self, kept: Callable[[Read], str | None]) -> None:
        """Take what was kept of a question for its value wherever `kept`, a method, says that it stands.

        Held weakly: whoever it belongs to holds these values, and no garbage is collected while a site is built.
        """
        self._kept = WeakMethod(kept)

    def value(self, read: Read) -> str:
        """A digest; of a question, of the answer that this process found."""
        if read[0] != QUESTION:
            return self.leaves.value(read)
        known = self._answers.get(read)
        if known is None:
            known = self._answers[read] = self._kept_value(read) or self._of_answer(read)
        return known

    def _kept_value(self, read: Read) -> str | None:
        kept = self._kept()
        return kept(read) if kept else None

    def _of_answer(self, read: Read) -> str:
        found = answered(read)
        if found is None:
            raise LookupError(f"nobody asked this here: {read}")
        if found.is_compared:
            return self._digester.digest(found.answer)
        return short_digest("\n".join(map(self.value, found.reads)))

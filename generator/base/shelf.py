"""Results by file to two sealed files that give them back: the bulk, and beside it the few that changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar, cast

from generator.base.cache import Cache, pack, unpack

Result = TypeVar("Result")

RECENT_SHARE = 8
"""When more than one in so many results is newer than the bulk, the bulk is written again."""


class Shelf(Generic[Result]):
    """What was worked out for each file of one dataset; `digest` stands for all that it depends on besides the file.

    Writing 10,000 results takes half a second, an edit changes one: so what is new is kept beside the rest.
    """

    def __init__(self, cache: Cache, name: str, digest: str) -> None:
        self._cache, self._name, self._digest = cache, name, digest
        self._recent = self._load(f"{name}-recent")
        self.results: Mapping[str, Result] = {**self._load(name), **self._recent}

    def put(self, results: Mapping[str, Result], fresh: Mapping[str, Result], packed: Sequence[bytes]) -> None:
        """Keep the results of all files.

        `fresh` are those that the shelf did not give; `packed` are all results as bytes, where they are at hand.
        """
        recent = {**self._recent, **fresh}
        if not fresh:
            return
        if len(recent) * RECENT_SHARE <= len(results):
            self._cache.store_parts(f"{self._name}-recent", self._digest, [pack(recent)])
            return
        self._cache.store_parts(self._name, self._digest, packed or [pack(results)])
        if self._recent:
            self._cache.store_parts(f"{self._name}-recent", self._digest, [])

    def _load(self, name: str) -> dict[str, Result]:
        return merge(cast("list[Mapping[str, Result]]", self._cache.load_parts(name, self._digest)))


def unpack_results(packed: Sequence[bytes]) -> dict[str, Result]:
    """The results that several processes packed, together."""
    return merge([cast("Mapping[str, Result]", unpack(part)) for part in packed])


def merge(parts: Sequence[Mapping[str, Result]]) -> dict[str, Result]:
    """Results of several parts as one mapping."""
    return {file: result for part in parts for file, result in part.items()}

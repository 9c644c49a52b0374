"""What was kept of answers, which of it stands, and what was drawn since; kept again once the site lies there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.source import SiteFile
from generator.store.answers import keep_answers, read_answers
from generator.store.keeping import keep
from generator.store.parcel import Parcel
from generator.store.standing import Standing
from generator.store.values import Values


class Memory:
    """Of one build; `base` stands for what every answer depends on, `files` are those that are as they will be."""

    def __init__(self, folder: Path, base: str, values: Values, files: dict[str, SiteFile] | None = None) -> None:
        self.base, self._folder = base, folder
        self._files = {} if files is None else files
        self._standing = Standing(read_answers(folder, base), values)
        self._parcels: list[Parcel] = []
        self._stood: set[str] = set()

    def stands(self, address: str, mark: str) -> bool:
        """Whether a file with this mark would come out the same."""
        if not self._standing.stands(address, mark):
            return False
        if not self._standing.tells_of(address):
            self._stood.add(address)
        return True

    def settle(self, files: Mapping[str, SiteFile]) -> None:
        """Know of files that they are as they will be: others may tell of them now."""
        self._files.update(files)

    def tells_of(self, address: str) -> tuple[str, ...]:
        """The files that a file which stands tells of; for most there are none."""
        return self._standing.tells_of(address)

    def is_ready(self, address: str) -> bool:
        """Whether all that it tells of is as it will be."""
        return all(each in self._files for each in self.tells_of(address))

    def tells_still(self, address: str) -> bool:
        """Whether what it tells of them is still so; asked once it is ready."""
        if not self._standing.tells_still(address):
            return False
        self._stood.add(address)
        return True

    def take(self, parcel: Parcel) -> None:
        """Remember what was read for what was drawn."""
        self._parcels.append(parcel)

    def keep(self, planned: Iterable[str]) -> None:
        """Keep what is known of these addresses; what was neither drawn nor found to stand is not known any more."""
        known = self._stood.union(*(parcel.answers for parcel in self._parcels))
        kept = keep(self._standing, (each for each in planned if each in known), self._parcels)
        keep_answers(self._folder, self._standing.kept, kept)

"""A source to the same one that knows every file of its site: each written when somebody tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from generator.exchange.workbook_writing import write_workbook
from generator.features import FEATURES
from generator.model.feature import file_kinds, pack_kinds
from generator.model.source import SiteFile, Source


class Lying(NamedTuple):
    """A file as it would lie on the site."""

    size: int
    digest: str


class GivenFiles(Mapping[str, SiteFile]):
    """What the features plan of a source, whichever pages it has."""

    def __init__(self, source: Source) -> None:
        hooks = [feature.downloads for feature in FEATURES]
        self._source = replace(source, files=self)
        self._planned = {each.address: each for hook in hooks for each in hook(source.catalogue, source.settings)}

    def __getitem__(self, address: str) -> SiteFile:
        planned = self._planned[address]
        if planned.format in pack_kinds(FEATURES):
            content = write_workbook(pack_kinds(FEATURES)[planned.format].write(self._source, planned))
        else:
            body = file_kinds(FEATURES)[planned.format].write(self._source, planned)
            content = body.encode() if isinstance(body, str) else body
        return Lying(len(content), sha256(content).hexdigest())

    def __iter__(self) -> Iterator[str]:
        return iter(self._planned)

    def __len__(self) -> int:
        return len(self._planned)


def with_files(source: Source) -> Source:
    """The source of a site whose files all lie there."""
    return replace(source, files=GivenFiles(source))

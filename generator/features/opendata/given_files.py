"""The files of a format, or of one table, to what is told of them: where they are, how large, and their digest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.features.opendata.table_files import DOWNLOAD_FORMATS, dataset_files
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source


class GivenFile(NamedTuple):
    """A file with what one needs to know that it came whole: `size` in bytes, `digest` its SHA-256."""

    address: str
    title: str
    size: int
    digest: str


def files_of_format(source: Source, open_format: OpenFormat) -> tuple[GivenFile, ...]:
    """Those in which the data are given away so."""
    return tuple(_given(source, open_format.files(source)))


def files_of_table(source: Source, dataset: str) -> tuple[GivenFile, ...]:
    """Those in which one dataset is given away by itself."""
    catalogue, known = source.catalogue, source.catalogue.datasets[dataset]
    files = (file for ending in DOWNLOAD_FORMATS for file in dataset_files(catalogue, known, ending))
    return tuple(_given(source, files))


def _given(source: Source, files: Iterable[OpenFile]) -> Iterator[GivenFile]:
    for each in files:
        written = source.written(each.address)
        yield GivenFile(each.address, each.title, written.size, written.digest)

"""The files of a format, or of one table, to what is told of them: where they are, how large, and their digest.

They are written whole to know it, so each is a question: the page and both forms of the catalogue ask for the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from generator.base.memoising import question
from generator.features.opendata.csv_downloads import csv_file
from generator.features.opendata.json_downloads import json_file
from generator.model.addresses import download_address
from generator.model.open_format import OpenFile
from generator.model.page import Download
from generator.model.source import Source


class GivenFile(NamedTuple):
    """A file with what one needs to know that it came whole: `size` in bytes, `digest` its SHA-256."""

    address: str
    title: str
    size: int
    digest: str


@question
def files_of_format(source: Source, anchor: str) -> tuple[GivenFile, ...]:
    """Those of the format that has this anchor on the page."""
    formats = (each for hook in source.open_formats for each in hook(source))
    return _given(next(each for each in formats if each.anchor == anchor).files(source))


@question
def files_of_table(source: Source, dataset: str) -> tuple[GivenFile, ...]:
    """Those in which one dataset is given away by itself."""
    return _given(_written(source, dataset))


def _written(source: Source, dataset: str) -> Iterator[OpenFile]:
    title = source.catalogue.datasets[dataset].title
    for ending, write in ((".csv", csv_file), (".json", json_file)):
        address = download_address(f"{dataset}{ending}")
        yield OpenFile(address, title, write(source, Download(address, "", (dataset,))).encode())


def _given(files: Iterable[OpenFile]) -> tuple[GivenFile, ...]:
    return tuple(
        GivenFile(each.address, each.title, len(each.content), sha256(each.content).hexdigest()) for each in files
    )

"""Fields that name files to the files that are missing, and articles' folders to the files that nobody names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.check.problems import attachment_missing, companion_unnamed
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.problem import Problem
from generator.model.record import Record, named_keys
from generator.model.table import Locate

_CONTENT = "content"


def find_companion_faults(catalogue: Catalogue, files: frozenset[str], locate: Locate) -> Iterator[Problem]:
    """Every named file must be there; `files` are all below `content/`, relative to the root."""
    named: set[str] = set()
    for dataset in catalogue.datasets.values():
        for field in dataset.fields:
            if field.format in ("attachment", "companion"):
                for record in catalogue.records[dataset.name].values():
                    wanted = named_files(record, field)
                    named.update(wanted)
                    yield from (_missing(record, field, file, locate) for file in wanted if file not in files)
    for dataset in catalogue.datasets.values():
        if dataset.directory.body:
            yield from _find_unnamed(dataset, files - named)


def named_files(record: Record, field: Field) -> tuple[str, ...]:
    """The files a field names, relative to the root: below `content/`, or beside the record's own file."""
    folder = PurePosixPath(record.origin.file).parent if field.format == "companion" else PurePosixPath(_CONTENT)
    return tuple((folder / name).as_posix() for name in named_keys(record, field.name))


def _find_unnamed(dataset: Dataset, files: frozenset[str]) -> Iterator[Problem]:
    """A file beside an article that its front matter does not name is not published."""
    for file in sorted(files):
        if file.startswith(f"{dataset.records_folder}/") and not file.endswith(".md"):
            yield companion_unnamed(file)


def _missing(record: Record, field: Field, file: str, locate: Locate) -> Problem:
    return attachment_missing(locate(record.origin, field.name), record.key, field.title, PurePosixPath(file))

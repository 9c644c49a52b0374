"""The files of one dataset to raw tables: its own, and one for each dataset nested in its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.base.garbage import without_garbage_collection
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.table import Cell, Origin, RawTable
from generator.read.article_files import read_article
from generator.read.csv_tables import read_csv
from generator.read.file_problems import too_many_problems
from generator.read.rows import Row, Shape, shape_of
from generator.read.sources import SourceFile
from generator.read.text import read_text
from generator.read.yaml_tables import read_yaml

Reader = Callable[[Shape, SourceFile, str], Iterator[Row | Problem]]

READERS: Mapping[str, Reader] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".md": read_article,
}
"""Which reader reads which kind of file."""

_MOST_PROBLEMS = 100
"""Problems told of one file before the rest of it is given up."""


def read_tables(
    root: Path, dataset: Dataset, children: tuple[Dataset, ...], sources: tuple[SourceFile, ...]
) -> tuple[tuple[RawTable, ...], tuple[Problem, ...]]:
    """All rows of the given files in order; what cannot be read is a problem and the rest goes on."""
    shape = shape_of(dataset, children)
    datasets = (dataset, *children)
    rows: dict[str, list[list[Cell]]] = {one.name: [] for one in datasets}
    origins: dict[str, list[Origin]] = {one.name: [] for one in datasets}
    problems: list[Problem] = []
    with without_garbage_collection():
        for item in chain.from_iterable(_read_source(root, shape, source) for source in sources):
            if isinstance(item, Row):
                rows[item.dataset].append(item.cells)
                origins[item.dataset].append(item.origin)
            else:
                problems.append(item)
    tables = (RawTable(one.name, tuple(one.columns), rows[one.name], origins[one.name]) for one in datasets)
    return tuple(tables), tuple(problems)


def _read_source(root: Path, shape: Shape, source: SourceFile) -> Iterator[Row | Problem]:
    reader = READERS[PurePosixPath(source.file).suffix]
    text, problems = read_text(root, source.file)
    yield from problems
    if text is not None:
        yield from _until_too_many(reader(shape, source, text), source.file)


def _until_too_many(items: Iterator[Row | Problem], file: str) -> Iterator[Row | Problem]:
    found = 0
    for item in items:
        yield item
        if isinstance(item, Problem):
            found += 1
            if found == _MOST_PROBLEMS:
                yield too_many_problems(file, _MOST_PROBLEMS)
                return


def bounded(problems: list[Problem], file: str) -> tuple[Problem, ...]:
    """The problems of one file, the first ones of very many."""
    many = len(problems) > _MOST_PROBLEMS
    return (*problems[:_MOST_PROBLEMS], too_many_problems(file, _MOST_PROBLEMS)) if many else tuple(problems)

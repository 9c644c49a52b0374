"""A table that somebody sent to a proposal: the file it would become, and what that would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.exchange.csv_records import records_csv
from generator.exchange.imported_differences import Difference, compare
from generator.features import FEATURES
from generator.link.order import sort_records
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.feature import completion_of
from generator.model.problem import Problem
from generator.model.record import Record
from generator.publish.manifest import replace_file
from generator.verbs.import_.reading import Incoming, ReadingWishes, read_incoming


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be imported: a `file`, and the `columns` by which the target file is found.

    `smallest_count` is the smallest number of people that the site publishes.
    """

    dataset: Dataset
    file: Path
    columns: Mapping[str, str]
    smallest_count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """`target` is relative to the project's root; `text` is what it would hold."""

    target: str
    text: str
    difference: Difference
    incoming: Incoming

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found in the table."""
        return self.incoming.problems


def propose(catalogue: Catalogue, request: ImportRequest) -> Proposal:
    """Read the table and compare it with the file it would replace; nothing is written."""
    dataset, columns = request.dataset, request.columns
    completion = completion_of(FEATURES, dataset.directory.role)
    incoming = read_incoming(
        catalogue,
        dataset,
        request.file,
        ReadingWishes(
            completion.filling(catalogue, columns),
            lambda sheets: completion.complete(catalogue, columns, [each.table for each in sheets]),
            lambda table: completion.translate(table, request.smallest_count),
        ),
    )
    records = sort_records(dataset, incoming.records)
    return Proposal(
        target=f"{dataset.folder}/{dataset.path.format(**columns)}",
        text=records_csv(dataset, records, columns),
        difference=compare(dataset, _present(catalogue, request), records),
        incoming=incoming,
    )


def write_proposal(root: Path, proposal: Proposal) -> bool:
    """Write the faultless rows, unless there are none or nothing would change; tells whether it did."""
    if not proposal.incoming.records or proposal.difference.is_empty:
        return False
    replace_file(root / proposal.target, proposal.text)
    return True


def _present(catalogue: Catalogue, request: ImportRequest) -> tuple[Record, ...]:
    records = catalogue.records[request.dataset.name].values()
    return tuple(each for each in records if all(each.values[name] == text for name, text in request.columns.items()))

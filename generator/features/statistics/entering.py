"""What `protect` writes becomes entries of the ledger, with the bytes of the editions that it writes over.

A site that had no ledger gets one from git: every state that any commit left is an edition of that commit's day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.base.csv_writing import data_csv
from generator.features.statistics.layouts import find_layouts
from generator.features.statistics.ledger import ROLE, SHA256, EditionKind, cell_of, digest_of
from generator.features.statistics.neighbours.supply_history import read_stories, told_numbers
from generator.features.statistics.past_editions import is_sheet, kept_folder
from generator.model.catalogue import Catalogue
from generator.model.project import Project
from generator.publish.history import is_whole, read_blobs, read_versions, was_committed
from generator.publish.manifest import replace_file
from generator.read.grids import decode_grid
from generator.read.sources import find_sources

_EVERY = 1_000_000
"""More states than any site ever had."""
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class NewEdition:
    """Bytes that are or were public at a path, since when, and how they were made where that is known."""

    path: str
    data: bytes
    day: str
    made: Mapping[str, str]


class Ledger:
    """The ledger's own files while entries are written: the one place where it grows."""

    def __init__(self, project: Project, catalogue: Catalogue) -> None:
        dataset = catalogue.dataset_with(ROLE)
        self.is_kept = dataset is not None
        self._root = project.root
        self._folder = project.root / dataset.records_folder if dataset else project.root
        self._columns = tuple(dataset.columns) if dataset else ()
        self._kept = project.root / kept_folder(catalogue)
        self._tables = table_folders(catalogue)
        self._rows: dict[str, list[Row]] = {
            file.name: _read_rows(file) for file in sorted(self._folder.glob("*.csv") if dataset else ())
        }

    def enter(self, edition: NewEdition) -> bool:
        """Add an entry where there is none; keep the bytes unless the file itself holds them.

        What stands at its path has an entry only where that is the last one: bytes of before that are published again
        are an edition of their own, which withdraws the one between.
        """
        table, file = self._home(edition.path)
        digest = digest_of(edition.data)
        if not self.is_kept or not table:
            return False
        standing = self._root / edition.path
        if not (is_standing := standing.is_file() and standing.read_bytes() == edition.data):
            self.keep(edition)
        if self._last(table, file) == digest if is_standing else self._entries(table, file, digest):
            return False
        made = edition.made if self.replaces(edition.path) else {**edition.made, "reason": ""}
        named = {row["edition"] for rows in self._rows.values() for row in rows}
        row = {
            "edition": _name(edition.day, table, file, named),
            "day": edition.day,
            "kind": str(EditionKind.PUBLISHED),
            "table": table,
            "file": file,
            SHA256: digest,
            **made,
        }
        self._rows.setdefault(f"{edition.day[:4]}.csv", []).append(row)
        return True

    def tell(self, table: str, key: str, number: int, day: str) -> bool:
        """Add that a record told a number that cannot be taken back, where no line says so."""
        cell = cell_of(key)
        wanted = (str(EditionKind.TOLD), table, cell, str(number))
        named: set[str] = set()
        for row in (row for rows in self._rows.values() for row in rows):
            named.add(row["edition"])
            if (row.get("kind"), row.get("table"), row.get("cell"), row.get("low")) == wanted:
                return False
        row = {
            "edition": _name(day, table, key, named),
            "day": day,
            "kind": str(EditionKind.TOLD),
            "table": table,
            "cell": cell,
            "low": str(number),
            "high": str(number),
            "reason": "以前写过还剩几个名额，一减就知道帮了几个；收不回来",
        }
        self._rows.setdefault(f"{day[:4]}.csv", []).append(row)
        return True

    def replaces(self, path: str) -> bool:
        """Whether an edition of this file was published before."""
        rows = (row for rows in self._rows.values() for row in rows)
        published = ((row.get("table"), row.get("file")) for row in rows if row.get("kind") == EditionKind.PUBLISHED)
        return self._home(path) in published

    def keep(self, edition: NewEdition) -> None:
        """The bytes of what is about to be written over."""
        replace_file(self._kept / f"{digest_of(edition.data)}{PurePosixPath(edition.path).suffix}", edition.data)

    def forget(self, edition: NewEdition) -> None:
        """Strike out what was written and never committed."""
        gone = self._entries(*self._home(edition.path), digest_of(edition.data))
        for rows in self._rows.values():
            rows[:] = [row for row in rows if row not in gone]

    def save(self) -> None:
        """Write every file of the ledger; what others wrote stays line by line."""
        for name, rows in self._rows.items():
            lines = ([row.get(column, "") for column in self._columns] for row in rows)
            replace_file(self._folder / name, data_csv([self._columns, *lines]))

    def _home(self, path: str) -> tuple[str, str]:
        table = next((name for name, folder in self._tables.items() if path.startswith(f"{folder}/")), "")
        return table, path.removeprefix(f"{self._tables.get(table, '')}/")

    def _entries(self, table: str, file: str, digest: str) -> list[Row]:
        wanted = (table, file, digest)
        return [
            row
            for rows in self._rows.values()
            for row in rows
            if (row.get("table"), row.get("file"), row.get(SHA256)) == wanted
        ]

    def _last(self, table: str, file: str) -> str:
        """The digest of the edition that was published last, in the order in which the ledger is read."""
        rows = sorted((row for rows in self._rows.values() for row in rows), key=lambda row: row.get("day", ""))
        over = {row.get("about") for row in rows if row.get("kind") in (EditionKind.VOID, EditionKind.ERASED)}
        wanted = (str(EditionKind.PUBLISHED), table, file)
        digests = (
            row.get(SHA256, "")
            for row in reversed(rows)
            if (row.get("kind"), row.get("table"), row.get("file")) == wanted and row["edition"] not in over
        )
        return next(digests, "")


def _read_rows(file: Path) -> list[Row]:
    grid, _ = decode_grid(file.read_bytes(), file.name)
    return [dict(zip(grid.header, row.cells, strict=True)) for row in grid.rows] if grid else []


def _name(day: str, table: str, file: str, taken: set[str]) -> str:
    name, number = f"{day}-{table}-{PurePosixPath(file).with_suffix('').as_posix().replace('/', '-')}", 1
    while (found := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return found


def table_folders(catalogue: Catalogue) -> Mapping[str, str]:
    """Where the files of every declared table lie, by its name."""
    return {each.name: catalogue.datasets[each.name].records_folder for each in find_layouts(catalogue)}


def enter_all(project: Project, catalogue: Catalogue, reason: str = "") -> int:
    """An entry for everything that git remembers and for every file of today, and bytes that were missing.

    Tells how many were added; `reason` is why editions took the place of others.
    """
    ledger = Ledger(project, catalogue)
    made = {"reason": reason}
    editions = (*_remembered(project, catalogue, made), *_standing(project, catalogue, made))
    entered = sum([ledger.enter(each) for each in editions])
    if offers := catalogue.dataset_with("offer"):
        day, numbers = project.as_of.isoformat(), told_numbers(read_stories(project.root, offers))
        entered += sum([ledger.tell(offers.name, key, one, day) for key in sorted(numbers) for one in numbers[key]])
    ledger.save()
    return entered


def keeps_editions(project: Project, catalogue: Catalogue, file: Path) -> bool:
    """Whether what stands in a file stays known when it is written over."""
    inside = file.resolve()
    if not inside.is_relative_to(project.root.resolve()):
        return False
    path = inside.relative_to(project.root.resolve()).as_posix()
    tables = (f"{folder}/" for folder in table_folders(catalogue).values())
    return Ledger(project, catalogue).is_kept and path.startswith(tuple(tables))


def needs_reason(project: Project, catalogue: Catalogue, file: Path, text: str) -> bool:
    """Whether writing a file takes the place of an edition that people have seen."""
    before = file.read_bytes() if file.is_file() else None
    if before is None or before == text.encode() or not file.resolve().is_relative_to(project.root.resolve()):
        return False
    path = file.resolve().relative_to(project.root.resolve()).as_posix()
    seen = not is_whole(project.root) or was_committed(project.root, path, before)
    return seen and Ledger(project, catalogue).is_kept


def write_edition(project: Project, catalogue: Catalogue, edition: NewEdition) -> None:
    """The file and its entry together; what stood there before stays known, unless nobody ever committed it."""
    ledger = Ledger(project, catalogue)
    file = project.root / edition.path
    before = file.read_bytes() if file.is_file() else None
    if before is not None and before != edition.data and ledger.is_kept:
        old = NewEdition(edition.path, before, edition.day, {})
        if is_whole(project.root) and not was_committed(project.root, edition.path, before):
            ledger.forget(old)
        else:
            ledger.enter(old)
            ledger.keep(old)
    replace_file(file, edition.data)
    ledger.enter(edition)
    if ledger.is_kept:
        ledger.save()


def _standing(project: Project, catalogue: Catalogue, made: Mapping[str, str]) -> Iterator[NewEdition]:
    for name in table_folders(catalogue):
        for source in find_sources(project.root, catalogue.datasets[name])[0]:
            data = (project.root / source.file).read_bytes()
            yield NewEdition(source.file, data, project.as_of.isoformat(), made)


def _remembered(project: Project, catalogue: Catalogue, made: Mapping[str, str]) -> Iterable[NewEdition]:
    """Oldest first."""
    versions = read_versions(project.root, tuple(table_folders(catalogue).values()), _EVERY)
    blobs = read_blobs(project.root, (name for version in versions for name in version.blobs.values()))
    for version in versions:
        for path, name in version.blobs.items():
            if name in blobs and is_sheet(path):
                yield NewEdition(path, blobs[name], version.day, made)

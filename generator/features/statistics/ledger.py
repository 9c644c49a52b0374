"""The ledger of published tables becomes the editions an attacker has, in order, whatever git remembers.

An edition is known by the digest of its bytes. They are the file that stands today, or are kept beside the ledger; so a
shallow copy, a zip, a renamed folder and a squashed history give up the same editions as a full one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from generator.model.catalogue import Catalogue
from generator.model.record import Record

ROLE = "table_edition"
SHA256 = "sha256"
"""The field that holds an edition's digest."""
_RECORD = "record="
Range = tuple[float, float | None]
KnownCells = Mapping[tuple[str, str], tuple[Range, ...]]
"""What is known of cells, by their table."""


class EditionKind(StrEnum):
    """What an entry of the ledger says."""

    PUBLISHED = "published"
    SEEN = "seen"
    """In a public proposal that was not approved: its bytes are not kept, and it is no fault that they are not."""
    ERASED = "erased"
    """By law: neither its bytes nor a digest of them are kept."""
    TOLD = "told"
    """A cell that editions told too well, which cannot be undone."""
    VOID = "void"
    """An entry that was wrong."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger; `file` is below the folder of the dataset `table`, `about` another entry's name."""

    name: str
    day: date
    kind: EditionKind
    table: str
    file: str = ""
    digest: str = ""
    about: str = ""
    cell: str = ""
    low: float = 0.0
    high: float | None = None
    reason: str = ""
    key_name: str = ""
    """Of the key that it was made with; empty of editions from before that was noted."""
    is_late: bool = False
    """Entered from what lay there: it was public on that day, and since when nobody wrote down."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the ledger gives back: the files of every table as they stood after each edition, oldest first; entries
    whose bytes nobody has; tables that are not declared any more."""

    releases: tuple[Mapping[str, bytes], ...]
    lost: tuple[LedgerEntry, ...]
    homeless: tuple[LedgerEntry, ...]


def read_ledger(catalogue: Catalogue) -> tuple[LedgerEntry, ...] | None:
    """The entries in force, in the order of the ledger; None where the instance keeps none."""
    if catalogue.dataset_with(ROLE) is None:
        return None
    entries = sorted(map(_entry, catalogue.with_role(ROLE).values()), key=lambda each: each.day)
    over = {each.about for each in entries if each.kind in (EditionKind.VOID, EditionKind.ERASED)}
    return tuple(each for each in entries if each.name not in over and each.kind is not EditionKind.VOID)


def _entry(record: Record) -> LedgerEntry:
    values = record.values
    text = {name: str(values.get(name) or "") for name in ("table", "file", "about", "cell", "reason", "key_name")}
    day, low, high = values["day"], values.get("low"), values.get("high")
    return LedgerEntry(
        record.key,
        day if isinstance(day, date) else date.min,
        EditionKind(str(values["kind"])),
        **text,
        digest=str(values.get(SHA256) or ""),
        low=float(str(low or 0)),
        high=None if high is None else float(str(high)),
        is_late=values["kind"] == EditionKind.PUBLISHED and values.get("k") is None,
    )


def digests_ever(catalogue: Catalogue) -> frozenset[str]:
    """Of every line, also of those that were taken back."""
    return frozenset(str(each.values.get(SHA256) or "") for each in catalogue.with_role(ROLE).values())


def digest_of(data: bytes) -> str:
    """What an edition is known by."""
    return sha256(data).hexdigest()


def digests_of(data: bytes) -> tuple[str, str]:
    """What bytes may be known by: a copy on Windows may have other ends of lines than the edition had."""
    return digest_of(data), digest_of(data.replace(b"\r\n", b"\n"))


def recall(
    entries: Sequence[LedgerEntry], folders: Mapping[str, str], bytes_of: Callable[[str], bytes | None]
) -> Recalled:
    """Every edition that was published; `folders` are those of the tables by name, `bytes_of` finds what has a digest.

    Entries of one day are one release, but for a file that came twice that day.
    """
    state: dict[str, bytes] = {}
    releases: list[dict[str, bytes]] = []
    lost: list[LedgerEntry] = []
    homeless: list[LedgerEntry] = []
    fresh: set[str] = set()
    day = None
    for entry in entries:
        if entry.kind is not EditionKind.PUBLISHED:
            continue
        if entry.table not in folders:
            homeless.append(entry)
        elif (data := bytes_of(entry.digest)) is None:
            lost.append(entry)
        else:
            path = f"{folders[entry.table]}/{entry.file}"
            if fresh and (entry.day != day or path in fresh):
                releases.append(dict(state))
                fresh = set()
            state[path] = data
            fresh.add(path)
            day = entry.day
    return Recalled((*releases, dict(state)) if state else (), tuple(lost), tuple(homeless))


def find_unlisted(
    entries: Iterable[LedgerEntry], folders: Mapping[str, str], contents: Mapping[str, bytes]
) -> Iterator[str]:
    """Files of today of which the last entry does not speak: whoever publishes old bytes again withdraws others."""
    last = {
        f"{folders[each.table]}/{each.file}": each.digest
        for each in entries
        if each.kind is EditionKind.PUBLISHED and each.table in folders
    }
    yield from (path for path, data in contents.items() if last.get(path) not in digests_of(data))


def find_unexplained(entries: Iterable[LedgerEntry]) -> Iterator[LedgerEntry]:
    """Editions that took the place of another one and do not say why."""
    before: dict[tuple[str, str], str] = {}
    for entry in entries:
        if entry.kind is EditionKind.PUBLISHED:
            former = before.get((entry.table, entry.file), entry.digest)
            if former != entry.digest and not entry.reason:
                yield entry
            before[entry.table, entry.file] = entry.digest


def cell_of(key: str) -> str:
    """How the ledger calls the number that another record of the site told."""
    return f"{_RECORD}{key}"


def key_in(cell: str) -> str:
    """The record whose number a line speaks of."""
    return cell.removeprefix(_RECORD)


def known_already(entries: Iterable[LedgerEntry]) -> KnownCells:
    """Cells that are known too well already; several editions may each have told another figure of one cell."""
    found: dict[tuple[str, str], list[Range]] = {}
    for each in entries:
        if each.kind is EditionKind.TOLD:
            found.setdefault((each.table, each.cell), []).append((each.low, each.high))
    return {cell: tuple(ranges) for cell, ranges in found.items()}

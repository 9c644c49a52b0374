"""A site that several jobs draw, each its share, to files that one of them joins: for those who have no cluster.

A part is a zip: what was drawn, under the names it has on the site, and `part.json`, which says of what site it is and
what was read for it. Nothing in it can run; files are taken by the names of what is planned, never by names in it.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from generator.base.zip_faults import ZipError, zip_faults
from generator.build.drawing_jobs import Drawing, Stale, short_digest, written_by_pages
from generator.build.part_problems import part_damaged, part_missing, part_of_another_site
from generator.build.shares import Drawn, DrawnPart, Share
from generator.model.noted import plain
from generator.model.noted_settings import plain_settings
from generator.model.problem import Problem
from generator.publish.manifest import Manifest, ManifestEntry, file_of
from generator.publish.site_writing import Output, stage_files
from generator.store.parcel import parcel_of, plain_parcel

_ABOUT = "part.json"
_VERSION = 1
_QUICK = 1


class UnfitPart(Exception):  # noqa: N818 - told as a problem
    """The parts cannot be joined, for the reason that the problem tells."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def share_of(drawing: Drawing, stale: Stale, share: Share) -> Stale:
    """What one job draws; a file that a page writes goes with that page."""
    together = written_by_pages(drawing, stale)
    return [each for each in stale if _place(each[0].address, together) % share.total == share.number - 1]


def _place(address: str, together: frozenset[str]) -> int:
    return 0 if address in together else crc32(address.encode())


def write_part(drawing: Drawing, share: Share, folder: Path, drawn: Drawn) -> Path:
    """The part as a file: whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "version": _VERSION,
        "total": share.total,
        "site": site_digest(drawing),
        "files": {address: [entry.fingerprint, entry.digest] for address, entry in drawn.manifest.items()},
        "read": [plain_parcel(each) for each in drawn.parcels],
    }
    target, fresh = folder / share.file, folder / f".{share.file}.new"
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK) as packed:
        packed.writestr(_ABOUT, json.dumps(about, ensure_ascii=False))
        for name in map(file_of, drawn.manifest):
            if (drawing.staging / name).is_file():
                packed.write(drawing.staging / name, f"site/{name}")
    return fresh.replace(target)


def gather_parts(drawing: Drawing, folder: Path) -> tuple[DrawnPart, ...]:
    """All parts of this site."""
    own, found = site_digest(drawing), []
    for file in _find_parts(folder):
        read = _read_part(file)
        if read is None:
            raise UnfitPart(part_damaged(str(file)))
        part, site = read
        if site != own:
            raise UnfitPart(part_of_another_site(str(file)))
        found.append(part)
    return tuple(found)


def _find_parts(folder: Path) -> Iterator[Path]:
    """As many as the first of them says that there are."""
    files = [each.name for each in sorted(folder.glob("*-of-*.zip"))]
    last = files[0].removesuffix(".zip").rpartition("-")[2] if files else ""
    total = int(last) if last.isascii() and last.isdigit() else 2
    for number in range(1, total + 1):
        file = folder / Share(number, total).file
        if file.name not in files:
            raise UnfitPart(part_missing(str(file), total))
        yield file


def _read_part(file: Path) -> tuple[DrawnPart, str] | None:
    try:
        with zip_faults(), zipfile.ZipFile(file) as packed:
            about = json.loads(packed.read(_ABOUT))
        entries = {str(address): (str(mark), str(digest)) for address, (mark, digest) in about["files"].items()}
        if about["version"] != _VERSION:
            return None
        return DrawnPart(file, entries, tuple(map(parcel_of, about["read"]))), str(about["site"])
    except (ZipError, KeyError, ValueError, TypeError, AttributeError, IndexError):
        return None


def take_parts(drawing: Drawing, stale: Stale) -> Manifest:
    """Stage what of these files lies in the parts that there are; what lies in none must be drawn here."""
    taken: dict[str, ManifestEntry] = {}
    wanted = {planned.address: shape for planned, shape in stale}
    for part in drawing.parts:
        try:
            with zip_faults(), zipfile.ZipFile(part.file) as packed:
                outputs = _outputs(part, packed, wanted)
                taken |= stage_files(drawing.staging, outputs, drawing.unchanged)
        except (ZipError, KeyError):
            raise UnfitPart(part_damaged(str(part.file))) from None
        for parcel in part.parcels:
            drawing.memory.take(parcel)
    return taken


def _outputs(part: DrawnPart, packed: zipfile.ZipFile, wanted: Mapping[str, str]) -> Iterator[Output]:
    there = frozenset(packed.namelist())
    for address, (mark, digest) in part.entries.items():
        name = f"site/{file_of(address)}" if address in wanted else ""
        if name in there and mark.startswith(wanted[address]):
            body = packed.read(name)
            if blake2b(body, digest_size=16).hexdigest() != digest:
                raise ZipError("another file than was drawn")
            yield Output(address, body, mark)


def site_digest(drawing: Drawing) -> str:
    """Another for whatever is drawn from anything else: data, settings, templates, the day, the program."""
    source = drawing.source
    records, links = plain(source.catalogue)
    parts = (
        drawing.memory.base,
        drawing.press.look,
        source.day.isoformat(),
        repr(plain_settings(source.settings)),
        repr(sorted(source.changes.items())),
        repr(sorted(source.templates.items())),
        *(f"{name} {frame.digest}" for name, frame in sorted(drawing.frames.items())),
        *(f"{name} {key} {each.digest}" for name, found in records.items() for key, each in found.items()),
        *(f"{name} {len(found)}" for name, found in links.items()),
        *(repr(each) for each in (*source.plan.pages, *source.plan.downloads)),
    )
    return short_digest(parts)

"""Planned parts of window packs to staged files, setting again only those whose data changed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from generator import exchange
from generator.model.feature import Features, pack_kinds
from generator.model.project import Project
from generator.publish import typeset_packs
from generator.publish.manifest import Manifest, ManifestEntry
from generator.publish.site_writing import Output, stage_files

_MARK = ":"
"""In a pack's fingerprint, between what its data is made from and what the data is."""
_FOLDER = "theme/print/packs"
_PROGRAMS = ("typst", "segno", "openpyxl", "pylopdf-fonts-zh-cn")
_MAKERS = (typeset_packs.__file__, typeset_packs.WORKER_FILE, f"{exchange.__path__[0]}/workbook_writing.py")


class Press(NamedTuple):
    """The Typst file of each format; `look` changes whenever the same data would give another file."""

    sources: dict[str, Path]
    look: str


class Part(NamedTuple):
    """One part of a pack: its format, and its data as JSON."""

    format: str
    text: str


class WrittenPart(NamedTuple):
    """One part as it was written; `fingerprint` stands for what it was written from."""

    address: str
    fingerprint: str
    part: Part


def open_press(project: Project, features: Features) -> Press:
    """The instance's own folder of Typst files, else the generator's; with all that decides how files look."""
    own = project.root / _FOLDER
    folder = own if own.is_dir() else project.theme / "print/packs"
    digest = blake2b("".join(version(name) for name in _PROGRAMS).encode(), digest_size=16)
    for path in (*sorted(folder.glob("*.typ")), *(Path(name) for name in _MAKERS)):
        digest.update(path.read_bytes())
    typeset = ((name, kind.typst) for name, kind in pack_kinds(features).items() if kind.typst)
    return Press({name: folder / typst for name, typst in typeset}, digest.hexdigest())


def inputs_of(entry: ManifestEntry) -> str:
    """The part of a published file's fingerprint that stands for its inputs."""
    return entry.fingerprint.partition(_MARK)[0]


def stage_packs(press: Press, written: Sequence[WrittenPart], staging: Path, unchanged: Manifest) -> Manifest:
    """Stage the files of some packs.

    Setting pages costs a hundred times what their data does: a file whose data is that of last time stands.
    """
    kept: dict[str, ManifestEntry] = {}
    fresh: list[tuple[WrittenPart, str]] = []
    for each in written:
        mark = blake2b(f"{press.look}{each.part.text}".encode(), digest_size=16).hexdigest()
        old, fingerprint = unchanged.get(each.address), each.fingerprint + _MARK + mark
        if old is not None and old.fingerprint.partition(_MARK)[2] == mark:
            kept[each.address] = old._replace(fingerprint=fingerprint)
        else:
            fresh.append((each, fingerprint))
    bodies = make_files(press, [each.part for each, _ in fresh])
    outputs = (Output(each.address, body, mark) for (each, mark), body in zip(fresh, bodies, strict=True))
    return {**kept, **stage_files(staging, outputs, unchanged)}


def make_files(press: Press, parts: Sequence[Part]) -> list[bytes]:
    """The files of some parts, in their order; all PDFs are set in one go."""
    from generator.exchange.workbook_writing import write_workbook  # brings openpyxl, which is slow to come

    set_in_type = (part for part in parts if part.format in press.sources)
    manuscripts = [typeset_packs.Manuscript(press.sources[part.format], part.text) for part in set_in_type]
    pages = iter(typeset_packs.typeset(manuscripts) if manuscripts else ())
    return [next(pages) if part.format in press.sources else write_workbook(part.text) for part in parts]

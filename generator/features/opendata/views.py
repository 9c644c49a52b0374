"""What the page 开放数据 may name: every format with its files, their sizes and hashes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.features.opendata.given_files import GivenFile, files_of_format
from generator.model.identifiers import suggested_namespace
from generator.model.licence import EXEMPT, LICENCES, Licence
from generator.model.open_format import OpenFormat
from generator.model.page import Link
from generator.model.source import Source

_STEP = 1024
_UNITS = ("字节", "KB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file with what one needs to know that it came whole."""

    link: Link
    size: str
    digest: str


@dataclass(frozen=True, slots=True)
class ShownFormat:
    """A format with its files; `total` is the size of all of them."""

    open_format: OpenFormat
    files: tuple[ShownFile, ...]
    total: str
    details: Link | None


@dataclass(frozen=True, slots=True)
class OpenDataContext:
    """`suggestion` is the namespace that a site without one may write down; empty: it has one."""

    licence: Licence | None
    exempt: str
    formats: tuple[ShownFormat, ...]
    suggestion: str


def open_data_context(source: Source, _key: str) -> OpenDataContext:
    """Everything that the features give away."""
    settings = source.settings
    formats = sorted((each for hook in source.open_formats for each in hook(source)), key=lambda each: each.position)
    suggestion = "" if settings.namespace else suggested_namespace(settings.authority, settings.site_name)
    licence = LICENCES.get(settings.data_licence)
    return OpenDataContext(licence, EXEMPT, tuple(_shown(source, each) for each in formats), suggestion)


def _shown(source: Source, open_format: OpenFormat) -> ShownFormat:
    files = files_of_format(source, open_format)
    total = readable_size(sum(each.size for each in files))
    details = Link(*open_format.details) if open_format.details else None
    return ShownFormat(open_format, tuple(map(_file, files)), total, details)


def _file(file: GivenFile) -> ShownFile:
    return ShownFile(Link(file.title, file.address), readable_size(file.size), file.digest)


def readable_size(count: int) -> str:
    """`1234567` is `1.2 MB`."""
    size, at = float(count), 0
    while size >= _STEP and at < len(_UNITS) - 1:
        size, at = size / _STEP, at + 1
    return f"{size:.1f} {_UNITS[at]}" if at else f"{count} {_UNITS[0]}"

"""What a build wrote to a file, and back."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.base.disk import naming
from generator.model.project import Project

_VERSION = 2
_FILE = "manifest.json"


class ManifestEntry(NamedTuple):
    """One published file: `fingerprint` of what it was made from, SHA-256 of its bytes, and how the disk saw it."""

    fingerprint: str
    digest: str
    size: int
    modified: int


Manifest = Mapping[str, ManifestEntry]
"""Entries by address."""


def file_of(address: str) -> str:
    """The file a static host serves for an address, relative to the site; an address that could leave it raises."""
    name = address if address and not address.endswith("/") else f"{address}index.html"
    parts = name.split("/")
    if "\0" in name or "\\" in name or any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"not an address inside the site: {address!r}")
    return name


def read_manifest(project: Project) -> Manifest:
    """What the last build says it wrote; empty when there was none, or it wrote elsewhere."""
    try:
        document = json.loads((project.cache / _FILE).read_bytes())
        if document["version"] != _VERSION or document["site"] != _place(project):
            return {}
        return {address: ManifestEntry._make(row) for address, row in document["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def manifest_state(project: Project) -> tuple[int, int] | None:
    """Size and time of what the last build wrote down; None where nothing is."""
    with suppress(OSError):
        seen = (project.cache / _FILE).stat()
        return seen.st_size, seen.st_mtime_ns
    return None


def write_manifest(project: Project, manifest: Manifest) -> None:
    """Remember what was written; replaced as a whole, so that a crash leaves the old one."""
    document = {"version": _VERSION, "site": _place(project), "files": dict(sorted(manifest.items()))}
    replace_file(project.cache / _FILE, json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def _place(project: Project) -> str:
    """Where the site lies, seen from the project: both may be moved together."""
    return Path(os.path.relpath(project.site, project.root)).as_posix()


def file_digest(path: Path) -> str:
    """Changes with the content of a file, and with nothing else."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fresh_name(path: Path) -> Path:
    """Where a file is written before it takes its place: always the same, so that the next run writes over what a
    killed one left; hidden, so that nobody reads it for one of the files there."""
    return path.with_name(f".{path.name}.new")


def replace_file(path: Path, content: str | bytes) -> None:
    """Write a small file so that readers see the old content or the new, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = fresh_name(path)
    try:
        with naming(path):
            fresh.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    fresh.replace(path)

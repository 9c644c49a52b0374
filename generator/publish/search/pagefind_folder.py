"""Search documents to a folder of files that Pagefind can index part by part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from generator.base.folders import Listing, State, clear, list_folder
from generator.model.project import Project
from generator.publish.manifest import file_digest, replace_file

_FOLDER, _DIGESTS = "index", "documents.json"
BUCKETS = 64
"""Documents are spread over so many folders; a shard is some of these, so that a growing site moves no file."""
SHARD_SIZE = 2500
"""Fewer, larger shards cost a browser fewer requests; more, smaller ones cost a rebuild less."""

_Known = tuple[int, int, str, str]
"""Size, time and digest of a document, and a mark of what it was made from."""


def documents_folder(project: Project) -> Path:
    """Where the documents of all buckets lie."""
    return project.cache / _FOLDER


def list_documents(project: Project) -> Mapping[str, State]:
    """Size and time of each document that lies there, by its name."""
    folder = documents_folder(project)
    return list_folder(str(folder)).files if folder.is_dir() else {}


def document_name(address: str) -> str:
    """The name of a page's document; ten thousand folders, one a page, would take longer to list than to index."""
    bucket = _bucket(crc32(address.encode()) % BUCKETS)
    return f"{bucket}/{blake2b(address.encode(), digest_size=16).hexdigest()}.html"


def write_document(project: Project, address: str, html: str) -> None:
    """Put the search document of a page where it will be indexed; one that says the same is left alone."""
    path = documents_folder(project) / document_name(address)
    text = html.encode()
    if not path.is_file() or path.read_bytes() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def read_document(project: Project, address: str) -> str:
    """What was written for a page."""
    return (documents_folder(project) / document_name(address)).read_text("utf-8")


def keep_documents(project: Project, addresses: Iterable[str]) -> Mapping[str, State]:
    """Delete the documents of all other pages; gives those that are kept, sorted."""
    wanted, folder = {document_name(address) for address in addresses}, documents_folder(project)
    found, others = list_folder(str(folder)) if folder.is_dir() else Listing({}, [])
    clear(str(folder), (*others, *(name for name in found if name not in wanted)))  # a kill leaves empty folders
    return {name: found[name] for name in sorted(found) if name in wanted}


def plan_shards(total: int) -> Mapping[str, tuple[str, ...]]:
    """The buckets of each shard: as many shards, 1 or 2 or 4 …, as keep each within its size."""
    count = 1
    while count < BUCKETS and count * SHARD_SIZE < total:
        count *= 2
    return {f"{shard:02x}": tuple(_bucket(each) for each in range(shard, BUCKETS, count)) for shard in range(count)}


def known_marks(project: Project, documents: Mapping[str, State]) -> Mapping[str, str]:
    """What each document was made from, as far as anybody wrote it down: a killed run may have written others since."""
    folder, known = documents_folder(project), _read_digests(project.cache / _DIGESTS)
    return {
        name: known[name][3]
        for name, state in documents.items()
        if name in known and (state == known[name][:2] or file_digest(folder / name) == known[name][2])
    }


def document_digests(project: Project, documents: Mapping[str, State], marks: Mapping[str, str]) -> Mapping[str, str]:
    """The digest of each document's content, for its time may be that of a copy; read again where the time is new.

    Written down with the `marks` of what they were made from.
    """
    file, folder = project.cache / _DIGESTS, documents_folder(project)
    known = _read_digests(file)
    seen: dict[str, _Known] = {}
    for name, (size, modified) in documents.items():
        before = known.get(name)
        is_same = before is not None and (before[0], before[1]) == (size, modified)
        digest = before[2] if before and is_same else file_digest(folder / name)
        seen[name] = (size, modified, digest, marks.get(name, ""))
    if seen != known:
        replace_file(file, json.dumps(seen, separators=(",", ":")))
    return {name: digest for name, (_, _, digest, _) in seen.items()}


def _read_digests(file: Path) -> dict[str, _Known]:
    try:
        return {
            name: (size, modified, digest, mark)
            for name, (size, modified, digest, mark) in json.loads(file.read_bytes()).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _bucket(number: int) -> str:
    return f"{number:02x}"

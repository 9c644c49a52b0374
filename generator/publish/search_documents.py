"""Search documents to a folder of files that Pagefind can index part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zlib import crc32

from generator.model.project import Project
from generator.publish.folders import file_state, list_folder, sweep
from generator.publish.manifest import file_of

FOLDER = "index"
BUCKETS = 64
"""Documents are spread over so many folders; a shard is some of these, so that a growing site moves no file."""
SHARD_SIZE = 2500
"""Fewer, larger shards cost a browser fewer requests; more, smaller ones cost a rebuild less."""


def documents_folder(project: Project) -> Path:
    """Where the documents of all buckets lie."""
    return project.cache / FOLDER


def write_document(project: Project, address: str, html: str) -> None:
    """Put the search document of a page where it will be indexed; one that says the same is left alone."""
    path = documents_folder(project) / _document_file(address)
    text = html.encode()
    if not path.is_file() or path.read_bytes() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def has_document(project: Project, address: str) -> bool:
    """Whether an earlier build left a search document for this page."""
    return file_state(f"{documents_folder(project)}/{_document_file(address)}") is not None


def keep_documents(project: Project, addresses: Iterable[str]) -> int:
    """Delete the documents of all other pages; gives the number kept."""
    wanted = frozenset(_document_file(address) for address in addresses)
    if documents_folder(project).is_dir():
        sweep(str(documents_folder(project)), wanted)
    return len(wanted)


def plan_shards(total: int) -> Mapping[str, tuple[str, ...]]:
    """The buckets of each shard: as many shards, 1 or 2 or 4 …, as keep each within its size."""
    count = 1
    while count < BUCKETS and count * SHARD_SIZE < total:
        count *= 2
    return {f"{shard:02x}": tuple(_bucket(each) for each in range(shard, BUCKETS, count)) for shard in range(count)}


def document_states(project: Project, buckets: Iterable[str]) -> Iterator[str]:
    """Name, size and time of each document, sorted: what tells a changed shard from an unchanged one."""
    for bucket in buckets:
        for name, (size, modified) in sorted(list_folder(f"{documents_folder(project)}/{bucket}").files.items()):
            yield f"{name} {size} {modified}"


def _document_file(address: str) -> str:
    return f"{_bucket(crc32(address.encode()) % BUCKETS)}/{file_of(address)}"


def _bucket(number: int) -> str:
    return f"{number:02x}"

"""Search documents to the shards of an index, by Pagefind on this machine or on others: the same bytes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.base.cores import count_cores
from generator.base.folders import lay_file
from generator.base.workers import Workers
from generator.publish.search.pagefind import run_pagefind
from generator.publish.search.table import facet_table

TABLE = "facets.json"
_DONE = "done"


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents of an index that must be built, by their names below `folder`; `digest` stands for all of them."""

    target: Path
    folder: Path
    glob: str
    names: tuple[str, ...]
    digest: str
    has_table: bool


class FarShard(NamedTuple):
    """The same for another machine: the bytes of the documents."""

    name: str
    glob: str
    documents: Mapping[str, bytes]
    has_table: bool


def build_here(stale: Iterable[Shard]) -> list[str | None]:
    """Build them; gives what went wrong with each."""
    with ThreadPoolExecutor(count_cores()) as threads:  # each only waits for a program, which has a core of its own
        return list(threads.map(_build, stale))


def build_elsewhere(stale: Sequence[Shard], workers: Workers) -> list[str | None]:
    """The same: a shard's documents are read when somebody is free for it, and what comes back is written at once."""
    failures: list[str | None] = []
    for place, built in workers.run(build_there, map(_far, stale), lambda job: f"建立搜索索引的一份（{job.name}）"):
        failures.append(built if isinstance(built, str) else None)
        if not isinstance(built, str):
            _write_shard(stale[place], built)
    return failures


def _far(shard: Shard) -> FarShard:
    documents = {name: (shard.folder / name).read_bytes() for name in shard.names}
    return FarShard(shard.target.name, shard.glob, documents, shard.has_table)


def build_there(job: FarShard) -> Mapping[str, bytes] | str:
    """Runs on another machine: the files of the index, or what went wrong."""
    with TemporaryDirectory(prefix="mingshan-indexing-") as place:
        folder, target = Path(place, "documents"), Path(place, "index")
        for name, content in job.documents.items():
            lay_file(folder / name, content)
        shard = Shard(target, folder, job.glob, tuple(job.documents), "", job.has_table)
        if failure := _build(shard):
            return failure
        return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def _write_shard(shard: Shard, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(shard.target, ignore_errors=True)
    for name, content in files.items():
        if name != _DONE:
            lay_file(shard.target / name, content)
    _mark_done(shard.target, shard.digest)


def _build(shard: Shard) -> str | None:
    failure = run_pagefind(shard.folder, shard.glob, shard.target)
    if failure is None:
        if shard.has_table:
            table = json.dumps(facet_table(shard.target), ensure_ascii=False, separators=(",", ":"))
            (shard.target / TABLE).write_text(table, "utf-8")
        _mark_done(shard.target, shard.digest)
    return failure


def is_done(target: Path, digest: str) -> bool:
    """Whether that is what was built there."""
    return (target / _DONE).is_file() and (target / _DONE).read_text("utf-8") == digest


def _mark_done(target: Path, digest: str) -> None:
    (target / _DONE).write_text(digest, "utf-8")

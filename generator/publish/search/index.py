"""Search documents to the index that browsers search, in shards: only those whose documents changed are built again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.base.aliases import simplified_forms
from generator.base.folders import lay_file
from generator.base.workers import Workers
from generator.model.json_value import JsonObject
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.mirror import mirror_files
from generator.publish.search.pagefind import LANGUAGE
from generator.publish.search.pagefind_folder import (
    document_digests,
    document_name,
    documents_folder,
    keep_documents,
    plan_shards,
)
from generator.publish.search.shards import TABLE, Shard, build_elsewhere, build_here, is_done
from generator.publish.search_problems import search_index_failed

INDEX_FOLDER = "pagefind/"
"""Where the index lies on the site: a folder that `publish.files` leaves to us."""
_VERSION = 1
_SEED_FILE = "index.html"
INDEX = ("", "index/", "fragment/")
STEERING = ("pagefind-entry.json", ".pf_meta")
"""What an index consists of; Pagefind's own pages, styles and filters are not used."""
_PROGRAM = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind")
SEED = f'<!doctype html><html lang="{LANGUAGE}"><main data-pagefind-body>mingshan</main></html>\n'
"""A document that is never shown. Its index opens the search, because only an index that is merged may be told its
language: the one that opens takes the page's, Chinese, and would cut queries into Chinese words."""


def build_index(project: Project, marks: Mapping[str, str], workers: Workers | None = None) -> tuple[Problem, ...]:
    """Index the search documents of these pages and forget all others; the site itself is not touched yet.

    `marks` say, by address, what each document was made from.
    """
    documents = keep_documents(project, marks)
    shards = plan_shards(len(documents))
    built = _built(project)
    for stranger in (built / "shards").glob("*"):
        if stranger.name not in shards:
            shutil.rmtree(stranger)
    digests = document_digests(project, documents, {document_name(each): mark for each, mark in marks.items()})
    found = (_opening(project), *(_shard(project, digests, *each) for each in shards.items()))
    stale = [each for each in found if each is not None]
    failures = build_elsewhere(stale, workers) if workers else build_here(stale)
    return tuple(search_index_failed(failure) for failure in failures if failure)


def index_texts(project: Project, synonyms: Iterable[tuple[str, ...]]) -> Mapping[str, str]:
    """What the index that was built last says of itself; `synonyms` are groups of words that it treats as one."""
    return {
        "traditional.json": _dump(_traditional()),
        "search.json": _dump(_description(project, (*project.settings.synonyms, *synonyms))),
    }


def publish_index(project: Project, texts: Mapping[str, str]) -> None:
    """Make the site's index the one that was built last."""
    # Browsers read the texts first, so they are written last.
    mirror_files(project.site / INDEX_FOLDER, dict(_published_files(_built(project))), texts)


def _opening(project: Project) -> Shard | None:
    seed, target = _built(project) / "seed", _built(project) / "opening"
    digest = _digest((SEED,))
    if is_done(target, digest):
        return None
    lay_file(seed / _SEED_FILE, SEED.encode())
    return Shard(target, seed, "*.html", (_SEED_FILE,), digest, has_table=False)


def _shard(project: Project, digests: Mapping[str, str], name: str, buckets: tuple[str, ...]) -> Shard | None:
    target = _built(project) / "shards" / name
    own = {name: digest for name, digest in digests.items() if name.partition("/")[0] in buckets}
    digest = _digest((*buckets, *(f"{name} {digest}" for name, digest in own.items())))
    if is_done(target, digest):
        return None
    if not own:
        shutil.rmtree(target, ignore_errors=True)
        return None
    glob = f"{{{','.join(buckets)}}}/*.html"
    return Shard(target, documents_folder(project), glob, tuple(own), digest, has_table=True)


def _published_files(built: Path) -> Iterator[tuple[str, str]]:
    """The names under which files are published, and where these were built."""
    opening = str(built / "opening")
    yield from ((name, f"{opening}/{name}") for name in _PROGRAM)
    yield from _index_files(opening, "")
    for shard in sorted(os.listdir(built / "shards")):  # noqa: PTH208 - names, as below
        yield from _index_files(f"{built}/shards/{shard}", f"shards/{shard}/")
        yield f"shards/{shard}/{TABLE}", f"{built}/shards/{shard}/{TABLE}"


def _index_files(index: str, prefix: str) -> Iterator[tuple[str, str]]:
    for folder in INDEX:
        for name in sorted(os.listdir(f"{index}/{folder}")):  # noqa: PTH208 - ten thousand names, each wanted as a name
            if folder or name.endswith(STEERING):
                yield f"{prefix}{folder}{name}", f"{index}/{folder}{name}"


def _description(project: Project, synonyms: tuple[tuple[str, ...], ...]) -> JsonObject:
    """What the search page's script reads first; `early` are files that every search needs, wherever it leads."""
    built = _built(project)
    shards = sorted(path.name for path in (built / "shards").iterdir())
    metas = (f"shards/{shard}/{path.name}" for shard in shards for path in (built / "shards" / shard).glob("*.pf_meta"))
    early = (f"wasm.{LANGUAGE}.pagefind", *metas)
    return {"shards": shards, "early": early, "language": LANGUAGE, "synonyms": synonyms}


def _traditional() -> Mapping[str, str]:
    forms = simplified_forms()
    return {"traditional": "".join(forms), "simplified": "".join(forms.values())}


def _built(project: Project) -> Path:
    return project.cache / "pagefind"


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\n".join((version("pagefind_bin"), str(_VERSION), *parts)).encode(), digest_size=16).hexdigest()


def _dump(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))

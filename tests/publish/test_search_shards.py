"""The shards of an index are built side by side; each is the one that would be built alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.base.cores import WORKERS_VARIABLE
from generator.model.project import Project
from generator.publish.search import pagefind_folder
from generator.publish.search.index import build_index
from generator.publish.search.pagefind_folder import document_name, known_marks, list_documents, write_document
from generator.render.search.indexed_pages import search_document
from generator.render.search.record_documents import page_document
from tests.instances import files_of

PAGES = [f"clubs/示例{number}/" for number in range(9)]


def index(project: Project, folder: Path) -> dict[str, bytes]:
    """All that is built for nine pages in four shards."""
    there = replace(project, cache=folder)
    for page in PAGES:
        write_document(there, page, search_document(page_document(page, page, "示例社团")))
    assert build_index(there, dict.fromkeys(PAGES, "")) == ()
    return files_of(folder / "pagefind")


def test_shards_that_are_built_side_by_side_are_those_built_one_by_one(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind_folder, "SHARD_SIZE", 3)
    monkeypatch.setenv(WORKERS_VARIABLE, "1")
    alone = index(project, tmp_path / "alone")
    monkeypatch.setenv(WORKERS_VARIABLE, "4")
    assert index(project, tmp_path / "beside") == alone
    assert len({name.split("/")[1] for name in alone if name.startswith("shards/")}) == 4


def test_a_document_that_a_killed_run_wrote_is_not_taken_for_the_one_before_it(
    project: Project, tmp_path: Path
) -> None:
    there = replace(project, cache=tmp_path)
    index(project, tmp_path)
    write_document(there, PAGES[0], search_document(page_document(PAGES[0], PAGES[0], "别的话")))
    known = known_marks(there, list_documents(there))
    assert document_name(PAGES[0]) not in known and document_name(PAGES[1]) in known

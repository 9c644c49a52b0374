"""A planned site to its search index; the documents of pages that were drawn again were written with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from generator.base.cache import engine_digest
from generator.base.cores import count_cores
from generator.base.parallel import map_in_processes, runs
from generator.base.workers import Workers
from generator.model.feature import Features
from generator.model.page import Page, RecordSubject
from generator.model.problem import Problem
from generator.model.project import Project
from generator.model.source import Source
from generator.publish.manifest import Manifest, file_of
from generator.publish.prose import Prose
from generator.publish.search.index import build_index
from generator.publish.search.pagefind_folder import document_name, known_marks, list_documents, write_document
from generator.publish.shell import NOT_FOUND
from generator.render.search.indexed_pages import search_document
from generator.render.search.record_documents import page_document, record_document

_RECORDS_WORTH_A_PROCESS = 200


class DrawnPages(NamedTuple):
    """What stands on the site, and the pages of which the search documents were written as they were drawn just now."""

    manifest: Manifest
    documented: Collection[str]


def index_site(
    project: Project,
    source: Source,
    prose: Sequence[Prose],
    drawn: DrawnPages,
    features: Features,
    workers: Workers | None = None,
) -> tuple[Problem, ...]:
    """Index every record page and content page; a document is written when its page has another fingerprint.

    But for those that were written with their pages. A run that was killed, another machine or a part of this
    one may have drawn others before.
    """
    pages = tuple(_record_pages(source))
    words = [page for page in prose if page.address != NOT_FOUND]
    marks = {
        **{page.address: drawn.manifest[page.address].fingerprint for page in pages},
        **{page.address: _mark(page) for page in words},
    }
    known = list_documents(project)
    made_from = known_marks(project, known)
    names = {address: document_name(address) for address in marks}
    fresh = {each for each, name in names.items() if name in known and made_from.get(name) == marks[each]}
    stale = [page for page in pages if page.address not in fresh and page.address not in drawn.documented]
    cores = count_cores() if len(stale) > _RECORDS_WORTH_A_PROCESS else 1
    parts = [stale[run] for run in runs(len(stale), cores)]
    map_in_processes(partial(_write_records, project, source, features), parts, _describe)
    for page in words:
        if page.address not in fresh:
            write_document(project, page.address, search_document(page_document(page.address, page.title, page.text)))
    return build_index(project, marks, workers)


def _mark(page: Prose) -> str:
    """What the document of a content page is made from."""
    text = "\n".join((engine_digest(), page.title, page.text))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _record_pages(source: Source) -> Iterator[Page]:
    return (page for page in source.plan.pages if isinstance(page.subject, RecordSubject))


def _describe(pages: Sequence[Page]) -> str:
    return f"写 {len(pages)} 个页面的搜索文字（从 {file_of(pages[0].address)} 起）"


def _write_records(project: Project, source: Source, features: Features, pages: Sequence[Page]) -> None:
    for page in pages:
        write_page_document(project, source, features, page)


def write_page_document(project: Project, source: Source, features: Features, page: Page) -> None:
    """What search is told of a record page; of others nothing."""
    if text := page_search_document(source, features, page):
        write_document(project, page.address, text)


def page_search_document(source: Source, features: Features, page: Page) -> str:
    """The same as text."""
    if not isinstance(page.subject, RecordSubject):
        return ""
    hooks = (hook for feature in features for hook in feature.search_traits)
    record = source.catalogue.records[page.subject.dataset][page.subject.key]
    traits = {name: values for hook in hooks for name, values in hook(source.catalogue, record)}
    return search_document(record_document(source.catalogue, record, traits))

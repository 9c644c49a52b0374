"""Stale pages and files to what one process draws of them: staged files, and what was read for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.base.cores import count_cores
from generator.base.metrics import Spent, Work, measured, take
from generator.base.reads import Read, Reads, ask, strictly
from generator.base.workers import Workers
from generator.build.indexing import page_search_document
from generator.build.packing import Part, Press, WrittenPart, stage_packs
from generator.build.shares import DrawnPart
from generator.model.feature import Features, file_kinds, pack_kinds, print_kinds
from generator.model.page import Download, Page
from generator.model.project import Project
from generator.model.source import NotYetWrittenError, Source
from generator.publish.frames import Frame, FrameFilling, fill_frame
from generator.publish.manifest import Manifest, file_of
from generator.publish.search.pagefind_folder import write_document
from generator.publish.site_writing import Output, stage_files
from generator.render.pages import render_page
from generator.render.templates import Templates
from generator.store.memory import Memory
from generator.store.parcel import Parcel, tell
from generator.store.values import Values

PAGES_A_TASK = 250
FILES_A_TASK = 20
PACKS_A_TASK = 200
"""What is set by one program: the more there is, the more of it Typst has laid out before."""

SET_IN_TYPE, WRITTEN, COPIED = "set in type", "written", "copied"
"""How jobs are done: set in type all together, written from the data alone, or taken from a file of the instance."""

Stale = Sequence[tuple[Page | Download, str]]
"""Pages and files, each with the digest of what is planned there."""


class Job(NamedTuple):
    """What one process draws, here or on another machine: the name of how it is drawn, and what."""

    way: str
    task: Stale


class Done(NamedTuple):
    """What a process drew, what it read for that, and what it spent."""

    manifest: Manifest
    parcel: Parcel | None
    spent: Mapping[Work, Spent]
    documented: tuple[str, ...] = ()
    """The pages whose search documents were written with them."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a site is drawn with; children inherit it when they are forked."""

    templates: Templates
    source: Source
    frames: Mapping[str, Frame]
    staging: Path
    unchanged: Manifest
    project: Project
    press: Press
    features: Features
    memory: Memory
    values: Values
    """Of whatever is read for the source."""
    known: frozenset[Read] = frozenset()
    """The questions that were answered before there were children."""
    workers: Workers | None = None
    """Who draws on other machines, where there is anybody."""
    parts: tuple[DrawnPart, ...] = ()
    """What other jobs drew already."""
    documented: set[str] = field(default_factory=set)
    """The pages whose search documents were written on this disk as they were drawn."""


class Sizes(NamedTuple):
    """How much of each kind is drawn in one go."""

    pages: int
    files: int
    packs: int


def sizes_here(drawing: Drawing, stale: Stale) -> Sizes:
    """For this machine's processes; as many packs for each core, so that all are done at the same time."""
    packs, cores = sum(is_pack(drawing, each) for each, _ in stale), count_cores()
    return Sizes(PAGES_A_TASK, FILES_A_TASK, max(1, -(-packs // (cores * -(-packs // (cores * PACKS_A_TASK) or 1)))))


def find_jobs(drawing: Drawing, stale: Stale, sizes: Sizes) -> Iterator[Job]:
    """What takes longest comes first; one download may hold as much as thousands of pages."""
    files = [each for each in stale if isinstance(each[0], Download)]
    packs = [each for each in files if is_pack(drawing, each[0])]
    copies = [each for each in files if is_printed(drawing, each[0])]
    written = [each for each in files if not is_pack(drawing, each[0]) and not is_printed(drawing, each[0])]
    pages = [each for each in stale if isinstance(each[0], Page)]
    yield from _share(SET_IN_TYPE, packs, sizes.packs)
    yield from _share(WRITTEN, written, sizes.files)
    yield from _share(COPIED, copies, 1)
    yield from _share(WRITTEN, pages, sizes.pages)


def run_job(drawing: Drawing, job: Job) -> Done:
    """Draw it, and count what that alone took."""
    take()
    done = _WAYS[job.way](drawing, job.task)
    return done._replace(spent=take())


def describe_job(job: Job) -> str:
    """In a few words, for whoever is told that it is lost."""
    return describe_drawing(len(job.task), job.task[0][0].address)


def describe_drawing(total: int, first: str) -> str:
    """So many files, from this address on."""
    return f"绘制 {total} 个文件（从 {file_of(first)} 起）"


def draw_prints(drawing: Drawing, task: Stale) -> Manifest:
    """Stage what is typeset, bound or converted."""
    outputs = (Output(planned.address, _printed(drawing, planned), mark) for planned, mark in task)
    return stage_files(drawing.staging, outputs, drawing.unchanged)


def is_pack(drawing: Drawing, planned: Page | Download) -> bool:
    """Whether it is made in two steps."""
    return isinstance(planned, Download) and planned.format in pack_kinds(drawing.features)


def is_printed(drawing: Drawing, planned: Page | Download) -> bool:
    """Whether it is typeset, bound or converted."""
    return isinstance(planned, Download) and planned.format in print_kinds(drawing.features)


def is_typeset(drawing: Drawing, planned: Page | Download) -> bool:
    """The typesetter works with threads, which do not survive a fork."""
    kind = print_kinds(drawing.features).get(planned.format) if isinstance(planned, Download) else None
    return kind is not None and kind.is_typeset


def short_digest(parts: Iterable[str]) -> str:
    """A digest of some texts."""
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _share(way: str, stale: Stale, size: int) -> Iterator[Job]:
    yield from (Job(way, stale[start : start + size]) for start in range(0, len(stale), size))


def _draw(drawing: Drawing, task: Stale) -> Done:
    read: list[tuple[str, str, Reads]] = []
    documented: list[str] = []

    def outputs() -> Iterator[Output]:
        for planned, shape in task:
            try:
                (body, document), reads = measured(*_kind_of(planned), ask, _body, drawing, planned)
            except NotYetWrittenError:
                continue  # it tells of a file that is drawn just now: its turn comes after that
            if document:
                write_document(drawing.project, planned.address, document)
                documented.append(planned.address)
            mark = _mark(drawing, shape, reads)
            read.append((planned.address, mark, reads))
            yield Output(planned.address, body, mark)

    with strictly():
        manifest = stage_files(drawing.staging, outputs(), drawing.unchanged)
    return Done(manifest, tell(read, drawing.values, drawing.known), {}, tuple(documented))


def _draw_packs(drawing: Drawing, task: Stale) -> Done:
    kinds, read, parts = pack_kinds(drawing.features), [], []
    for planned, shape in task:
        if isinstance(planned, Download):
            text, reads = measured(*_kind_of(planned), ask, kinds[planned.format].write, drawing.source, planned)
            mark = _mark(drawing, shape, reads)
            read.append((planned.address, mark, reads))
            parts.append(WrittenPart(planned.address, mark, Part(planned.format, text)))
    manifest = stage_packs(drawing.press, parts, drawing.staging, drawing.unchanged)
    return Done(manifest, tell(read, drawing.values, drawing.known), {})


def _mark(drawing: Drawing, shape: str, reads: Reads) -> str:
    """What the manifest says a file was made from: what was planned, and all that was read for it."""
    return shape + short_digest(map(drawing.values.value, reads))


def _kind_of(planned: Page | Download) -> tuple[str, str]:
    """What its time is counted under."""
    return ("template", planned.template) if isinstance(planned, Page) else ("file", planned.format)


def _copy(drawing: Drawing, task: Stale) -> Done:
    return Done(draw_prints(drawing, task), None, {})


def _printed(drawing: Drawing, planned: Page | Download) -> str | bytes | Path:
    from generator.publish.printing import make_file  # brings the typesetter, the bookbinder and Pillow

    if isinstance(planned, Page):
        raise TypeError("a page is not printed")
    kind, project = print_kinds(drawing.features)[planned.format], drawing.project
    return make_file(project.root, project.theme, kind.make(drawing.source, planned))


def _body(drawing: Drawing, planned: Page | Download) -> tuple[str | bytes, str]:
    """What stands there, and what search is told of it, which may read more: empty where it is told nothing."""
    source = drawing.source
    if isinstance(planned, Download):
        return file_kinds(drawing.features)[planned.format].write(source, planned), ""
    document = page_search_document(source, drawing.features, planned)
    fragment = render_page(drawing.templates, source, planned, drawing.features)
    frame = drawing.frames[planned.frame]
    title = f"{fragment.title} - {source.settings.site_name}"
    filling = FrameFilling(title, fragment.description, fragment.head, fragment.content, fragment.report)
    return fill_frame(frame, planned.address, filling), document


_WAYS: Mapping[str, Callable[[Drawing, Stale], Done]] = {
    SET_IN_TYPE: _draw_packs,
    WRITTEN: _draw,
    COPIED: _copy,
}

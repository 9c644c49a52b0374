"""A planned site to staged files, drawing again only what shows something else than last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.base.cache import engine_digest
from generator.base.cores import count_cores
from generator.base.parallel import map_in_processes, runs
from generator.build.charting import draw_charts, page_charts
from generator.build.fingerprints import download_fingerprint, page_fingerprints
from generator.build.packing import Press, draw_packs, inputs_of
from generator.model.feature import Features, file_kinds, pack_kinds, print_kinds
from generator.model.page import Download, Page, RecordSubject, TopicSubject
from generator.model.printing import Book, Conversion, Copy, Printing, Typesetting
from generator.model.project import Project
from generator.model.source import Source
from generator.publish import typeset_books
from generator.publish.assets import find_shell_assets, find_theme_assets
from generator.publish.frames import Frame, FrameFilling, fill_frame
from generator.publish.manifest import Manifest, file_of
from generator.publish.prose import Prose
from generator.publish.shell import NOT_FOUND, Shell
from generator.publish.site_writing import Output, stage_files
from generator.render.context import site_view
from generator.render.pages import render_page
from generator.render.sitemap import render_sitemaps
from generator.render.templates import Templates

PAGES_A_TASK = 250
PACKS_A_TASK = 200
"""What is set by one program: the more there is, the more of it Typst has laid out before."""
_WORTH_A_PROCESS = 16
"""To draw fewer takes less time than to begin processes."""

Task = tuple[tuple[Page | Download, str], ...]
"""What one process draws in one go: pages or downloads with their fingerprints."""

Work = TypeVar("Work")


class _Job(NamedTuple):
    """What one process draws: so many files from this one on."""

    draw: Callable[[], Manifest]
    first: Page | Download
    total: int


Fingerprint = Callable[[Page | Download], str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a site is drawn with; children inherit it when they are forked."""

    templates: Templates
    source: Source
    frames: Mapping[str, Frame]
    staging: Path
    unchanged: Manifest
    root: Path
    theme: Path
    press: Press
    features: Features


def template_folders(project: Project) -> tuple[Path, ...]:
    """Where templates are looked for: the instance's own before the generator's."""
    return tuple(dict.fromkeys((project.root / "theme" / "templates", project.theme / "templates")))


@dataclass(frozen=True, slots=True)
class Portion:
    """What of a site is drawn in one go; `others` are finished outside."""

    pages: Sequence[Page] = ()
    downloads: Sequence[Download] = ()
    others: Sequence[Output] = ()


def whole_site(project: Project, source: Source, shell: Shell, prose: Iterable[Prose]) -> Portion:
    """All there is to be."""
    assets = (*find_theme_assets(project), *find_shell_assets(shell))
    others = (*_finished(prose), *_sitemaps(source, shell), *assets)
    return Portion(source.plan.pages, source.plan.downloads, others)


def draw_portion(project: Project, drawing: Drawing, portion: Portion, fingerprint: Fingerprint) -> Manifest:
    """Stage every page and file of the portion that changed; gives the manifest of all that is in it."""
    unchanged = drawing.unchanged
    planned: tuple[Page | Download, ...] = (*portion.pages, *portion.downloads)
    stale = find_stale(drawing, fingerprint, (each for each in planned if _is_sorted_here(drawing, each)))
    on_records = (each for each in portion.pages if isinstance(each.subject, RecordSubject))
    shown = (*(each for each, _ in stale if isinstance(each, Page)), *on_records)
    charts = draw_charts(project, page_charts(drawing.source, shown, drawing.features))
    drawing = replace(drawing, source=replace(drawing.source, charts=charts))
    typeset = tuple(each for each in stale if _is_typeset(drawing, each[0]))
    packs = [each for each in stale if _is_pack(drawing, each[0])]
    topics = [each for each in stale if isinstance(each[0], Page)]
    pages = [each for each in portion.pages if not _is_sorted_here(drawing, each)]
    downloads = [each for each in portion.downloads if not _is_sorted_here(drawing, each)]
    work = (  # what takes longest comes first; one download may hold as much as thousands of pages
        *(_Job(partial(_draw, drawing, task), task[0][0], len(task)) for task in _pack_tasks(packs)),
        *(_Job(partial(_redraw, drawing, fingerprint, (each,)), each, 1) for each in downloads),
        *(_Job(partial(_draw, drawing, task), task[0][0], len(task)) for task in _shares(topics, PAGES_A_TASK)),
        *(_Job(partial(_redraw, drawing, fingerprint, run), run[0], len(run)) for run in _shares(pages, PAGES_A_TASK)),
    )
    is_small = len(planned) <= _WORTH_A_PROCESS and not packs
    drawn = [*(map(_run, work) if is_small else map_in_processes(_run, work, _describe)), _draw(drawing, typeset)]
    staged = stage_files(drawing.staging, _changed(portion.others, unchanged), unchanged)
    fresh = {address: entry for part in (*drawn, staged) for address, entry in part.items()}
    wanted = (each.address for each in (*planned, *portion.others))
    return {address: fresh.get(address) or unchanged[address] for address in wanted}


def _run(job: _Job) -> Manifest:
    return job.draw()


def _describe(job: _Job) -> str:
    return f"绘制 {job.total} 个文件（从 {file_of(job.first.address)} 起）"


def _is_sorted_here(drawing: Drawing, planned: Page | Download) -> bool:
    """Charts are drawn before the pages that show them, packs share a sheet of letters, and the typesetter works with
    threads, which do not survive a fork: what of these is stale must be known before processes begin."""
    if isinstance(planned, Page):
        return isinstance(planned.subject, TopicSubject)
    return _is_pack(drawing, planned) or _is_typeset(drawing, planned)


def find_stale(
    drawing: Drawing, fingerprint: Fingerprint, wanted: Iterable[Page | Download]
) -> Sequence[tuple[Page | Download, str]]:
    """What does not stand as it would be drawn now, each with its fingerprint."""
    marked = ((planned, drawing.unchanged.get(planned.address), fingerprint(planned)) for planned in wanted)
    return [(planned, mark) for planned, entry, mark in marked if entry is None or inputs_of(entry) != mark]


def find_marks(drawing: Drawing, fingerprint: Fingerprint, wanted: Sequence[Page | Download]) -> Mapping[str, str]:
    """The fingerprint, by address, of each that does not stand as it would be drawn now, found side by side."""
    parts = [wanted[run] for run in runs(len(wanted), count_cores() if len(wanted) > PAGES_A_TASK else 1)]
    found = map_in_processes(partial(_marks, drawing, fingerprint), parts, _describe_search)
    return {address: mark for part in found for address, mark in part.items()}


def _marks(drawing: Drawing, fingerprint: Fingerprint, wanted: Iterable[Page | Download]) -> Mapping[str, str]:
    return {planned.address: mark for planned, mark in find_stale(drawing, fingerprint, wanted)}


def _describe_search(wanted: Sequence[Page | Download]) -> str:
    return f"查看 {len(wanted)} 个文件要不要重画（从 {file_of(wanted[0].address)} 起）"


def fingerprinter(project: Project, drawing: Drawing) -> Fingerprint:
    """Make the function that tells from a fingerprint whether something planned must be drawn again."""
    source, features = drawing.source, drawing.features
    base, lasting = _base_digest(project, source, features), _lasting_digest(drawing.press, source)
    of_page, printed = page_fingerprints(source, base, features), _print_digest(project)

    def fingerprint(planned: Page | Download) -> str:
        if isinstance(planned, Page):
            return of_page(planned) + drawing.frames[planned.frame].digest
        if kind := print_kinds(features).get(planned.format):
            return _digest((printed, *_print_inputs(drawing, kind.make(source, planned))))
        return download_fingerprint(source, lasting if _is_pack(drawing, planned) else base, planned, features)

    return fingerprint


def _base_digest(project: Project, source: Source, features: Features) -> str:
    """What every page is made from: the generator, its templates, the settings, the day and what each may be told."""
    templates = (path for folder in template_folders(project) for path in sorted(folder.rglob("*.html")))
    parts = (
        engine_digest(),
        str(asdict(source.settings)),
        source.as_of.isoformat(),
        str(site_view(source, features).of),
    )
    return _digest((*parts, *(path.read_text("utf-8") for path in templates)))


def _print_digest(project: Project) -> str:
    """What every printing is made with; neither the day nor the pages' templates are in it."""
    templates = sorted((project.theme / typeset_books.SETTING_FOLDER).glob("*.typ"))
    return _digest((engine_digest(), *(path.read_text("utf-8") for path in templates)))


def _print_inputs(drawing: Drawing, wanted: Printing) -> Iterator[str]:
    """What is to be printed, and the content of the files that go into it."""
    yield repr(wanted)
    match wanted:
        case Typesetting() | Book():
            files = [file for _, file in wanted.files]
        case Conversion(file) | Copy(file):
            files = [file]
        case _:
            files = []
    for file in files:
        known = drawing.source.pictures.get(file)
        yield known.digest if known else blake2b((drawing.root / file).read_bytes(), digest_size=16).hexdigest()


def _is_typeset(drawing: Drawing, planned: Page | Download) -> bool:
    kind = print_kinds(drawing.features).get(planned.format) if isinstance(planned, Download) else None
    return kind is not None and kind.is_typeset


def _lasting_digest(press: Press, source: Source) -> str:
    """What packs are made from beside their own data; not the day, or all would be looked at again every day."""
    return _digest((engine_digest(), str(asdict(source.settings)), press.look))


def _pack_tasks(packs: Sequence[Work]) -> Iterator[tuple[Work, ...]]:
    """As many for each core, so that all are done at the same time."""
    cores = count_cores()
    return (tuple(packs[run]) for run in runs(len(packs), cores * -(-len(packs) // (cores * PACKS_A_TASK))))


def _shares(work: Sequence[Work], size: int) -> Iterator[tuple[Work, ...]]:
    return (tuple(work[start : start + size]) for start in range(0, len(work), size))


def _is_pack(drawing: Drawing, planned: Page | Download) -> bool:
    return isinstance(planned, Download) and planned.format in pack_kinds(drawing.features)


def _redraw(drawing: Drawing, fingerprint: Fingerprint, wanted: Iterable[Page | Download]) -> Manifest:
    """Whether something must be drawn again is found out where it is drawn: for ten thousand, even that takes long."""
    return _draw(drawing, tuple(find_stale(drawing, fingerprint, wanted)))


def _draw(drawing: Drawing, task: Task) -> Manifest:
    if task and _is_pack(drawing, task[0][0]):
        packs = [(planned, fingerprint) for planned, fingerprint in task if isinstance(planned, Download)]
        return draw_packs(drawing.source, drawing.press, packs, drawing.staging, drawing.unchanged, drawing.features)
    outputs = (Output(planned.address, _body(drawing, planned), fingerprint) for planned, fingerprint in task)
    return stage_files(drawing.staging, outputs, drawing.unchanged)


def _body(drawing: Drawing, planned: Page | Download) -> str | bytes | Path:
    source = drawing.source
    if isinstance(planned, Download):
        if kind := print_kinds(drawing.features).get(planned.format):
            from generator.publish.printing import make_file  # brings the typesetter, the bookbinder and Pillow

            return make_file(drawing.root, drawing.theme, kind.make(source, planned))
        return file_kinds(drawing.features)[planned.format].write(source, planned)
    fragment = render_page(drawing.templates, source, planned, drawing.features)
    frame = drawing.frames[planned.frame]
    title = f"{fragment.title} - {source.settings.site_name}"
    filling = FrameFilling(title, fragment.description, fragment.head, fragment.content, fragment.report)
    return fill_frame(frame, planned.address, filling)


def _finished(prose: Iterable[Prose]) -> Iterator[Output]:
    for page in prose:
        yield Output(page.address, page.html, _digest((page.html,)))


def _sitemaps(source: Source, shell: Shell) -> Iterator[Output]:
    written = ((address, file) for address, file in shell.pages.items() if address != NOT_FOUND)
    drawn = ((page.address, page.source or "") for page in source.plan.pages)
    pages = ((address, source.changes.get(file)) for address, file in (*written, *drawn))
    for address, text in render_sitemaps(source.settings.site_url, pages).items():
        yield Output(address, text, _digest((text,)))


def _changed(outputs: Iterable[Output], unchanged: Manifest) -> Iterator[Output]:
    for output in outputs:
        entry = unchanged.get(output.address)
        if entry is None or entry.fingerprint != output.fingerprint:
            yield output


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()

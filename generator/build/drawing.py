"""A planned site, or a portion of it, to staged files, drawing again only what read something that is another now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from generator.base.memoising import known_answers
from generator.base.metrics import count, take
from generator.base.parallel import map_in_processes
from generator.build.drawing_elsewhere import draw_elsewhere
from generator.build.drawing_jobs import (
    Done,
    Drawing,
    Stale,
    describe_job,
    draw_prints,
    find_jobs,
    is_pack,
    is_typeset,
    run_job,
    sizes_here,
)
from generator.build.parts import share_of, take_parts, write_part
from generator.build.shares import Drawn, Share
from generator.build.staleness import Doubtful, judge, sort_out
from generator.model.page import Download, Page
from generator.model.project import Project
from generator.model.source import Source
from generator.publish.assets import find_shell_assets, find_theme_assets
from generator.publish.manifest import Manifest, ManifestEntry
from generator.publish.prose import Prose
from generator.publish.shell import NOT_FOUND, Shell
from generator.publish.site_writing import Output, stage_files
from generator.render.sitemap import render_sitemaps

_WORTH_A_PROCESS = 16
"""To draw fewer takes less time than to begin processes."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What of a site is drawn in one go; `others` are finished outside."""

    pages: Sequence[Page] = ()
    downloads: Sequence[Download] = ()
    others: Sequence[Output] = ()

    @property
    def planned(self) -> tuple[Page | Download, ...]:
        """What is drawn here."""
        return (*self.pages, *self.downloads)


def whole_site(project: Project, source: Source, shell: Shell, prose: Iterable[Prose]) -> Portion:
    """All there is to be."""
    assets = (*find_theme_assets(project), *find_shell_assets(shell))
    others = (*_finished(prose), *_sitemaps(source, shell), *assets)
    return Portion(source.plan.pages, source.plan.downloads, others)


def draw_portion(drawing: Drawing, portion: Portion) -> Manifest:
    """Stage every page and file of the portion that changed; gives the manifest of all that is in it.

    But for what tells of files outside the portion that are not as they will be yet.
    """
    unchanged = drawing.unchanged
    stale, doubtful = sort_out(drawing, portion.planned)
    taken = take_parts(drawing, stale)
    drawing.memory.settle(taken)
    drawn, left = _draw_in_turn(drawing, [each for each in stale if each[0].address not in taken], doubtful)
    staged = stage_files(drawing.staging, _changed(portion.others, unchanged), unchanged)
    fresh = {**taken, **drawn, **staged}
    wanted = (*(each.address for each in portion.planned), *(each.address for each in portion.others))
    return {address: fresh.get(address) or unchanged[address] for address in wanted if address not in left}


def _draw_in_turn(drawing: Drawing, stale: Stale, doubtful: Doubtful) -> tuple[Manifest, frozenset[str]]:
    """What was drawn, whatever tells of other files after those; and what cannot be drawn or judged yet."""
    memory, drawn = drawing.memory, dict[str, ManifestEntry]()
    fallen, doubtful = judge(drawing, doubtful)
    stale = [*stale, *fallen]
    while stale:
        done, parcels = _draw_stale(drawing, stale)
        for parcel in parcels:
            memory.take(parcel)
        drawn |= done
        memory.settle(done)
        fallen, doubtful = judge(drawing, doubtful)
        if not done and not fallen:
            break
        stale = [*(each for each in stale if each[0].address not in done), *fallen]
        drawing = replace(drawing, workers=None)  # they were lent no files that others tell of
    return drawn, frozenset(each.address for each in (*(one for one, _ in stale), *doubtful))


def write_share(drawing: Drawing, portion: Portion, share: Share, folder: Path) -> Path:
    """Draw what one of several jobs draws of the portion, and write it down for the one that joins them."""
    stale, _ = sort_out(drawing, portion.planned)
    return write_part(drawing, share, folder, _draw_stale(drawing, share_of(stale, share)))


def _draw_stale(drawing: Drawing, stale: Stale) -> Drawn:
    drawing = replace(drawing, known=known_answers())
    drawn = [each for each in stale if not is_typeset(drawing, each[0])]
    is_small = len(stale) <= _WORTH_A_PROCESS and not any(is_pack(drawing, each) for each, _ in stale)
    before = take()
    done = _draw_all(drawing, drawn, is_small=is_small)
    for spent in (before, *(each.spent for each in done)):
        count(spent)
    drawing.documented.update(chain.from_iterable(each.documented for each in done))
    parcels = tuple(each.parcel for each in done if each.parcel)
    typeset = draw_prints(drawing, [each for each in stale if is_typeset(drawing, each[0])])
    manifests = (*(each.manifest for each in done), typeset)
    return Drawn({address: entry for part in manifests for address, entry in part.items()}, parcels)


def _draw_all(drawing: Drawing, stale: Stale, *, is_small: bool) -> list[Done]:
    if drawing.workers and not is_small:
        return [*draw_elsewhere(drawing, stale, drawing.workers)]
    jobs = tuple(find_jobs(drawing, stale, sizes_here(drawing, stale)))
    draw = partial(run_job, drawing)
    return [*map(draw, jobs)] if is_small else map_in_processes(draw, jobs, describe_job)


def _finished(prose: Iterable[Prose]) -> Iterator[Output]:
    for page in prose:
        yield Output(page.address, page.html, _digest(page.html))


def _sitemaps(source: Source, shell: Shell) -> Iterator[Output]:
    written = ((address, file) for address, file in shell.pages.items() if address != NOT_FOUND)
    drawn = ((page.address, page.source or "") for page in source.plan.pages)
    pages = ((address, source.changes.get(file)) for address, file in (*written, *drawn))
    for address, text in render_sitemaps(source.settings.site_url, pages).items():
        yield Output(address, text, _digest(text))


def _changed(outputs: Iterable[Output], unchanged: Manifest) -> Iterator[Output]:
    for output in outputs:
        entry = unchanged.get(output.address)
        if entry is None or entry.fingerprint != output.fingerprint:
            yield output


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()

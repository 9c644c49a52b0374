"""A planned site to its pages first and all the rest after: each portion in its place before the next is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from generator.build.drawing import Portion, draw_portion
from generator.build.drawing_jobs import Drawing
from generator.build.staleness import sort_out
from generator.model.feature import Features, pack_kinds, print_kinds
from generator.model.page import Download, Page
from generator.model.project import Project
from generator.publish.manifest import Manifest, file_of
from generator.publish.preview.rebuild_on_edit import Round
from generator.publish.site_writing import commit_portion, open_staging

FILES_AT_ONCE, LATE_AT_ONCE = 500, 192
"""So many that an edit made meanwhile waits a second or two until they are in their place."""
_SHOWN = re.compile(r"""<[a-z][^>]*?\s(?:src|srcset|content|poster)=["']([^"'>\s]+)""", re.IGNORECASE)
_LINKED = re.compile(r"""<a\b[^>]*?\shref=["']([^"'>]+)""", re.IGNORECASE)

Planned = Sequence[Page | Download]


@dataclass(frozen=True, slots=True)
class _Press:
    """What a whole round is drawn with."""

    project: Project
    drawing: Drawing
    site: Portion
    round: Round


class _State(NamedTuple):
    """How far a round has come: what lies in the site, what of that is as it is to be, and what is known to be old."""

    lying: Manifest
    made: Manifest
    old: frozenset[str] = frozenset()


def publish_in_parts(
    project: Project, drawing: Drawing, site: Portion, known: Manifest, round_: Round
) -> tuple[Manifest, Manifest] | None:
    """Draw portion after portion and put each in its place; None where somebody edited again meanwhile.

    `known` is the manifest of what lies in the site. Gives that of the site as it is to be and that of what lies there
    then: nothing is deleted yet, for the search index still leads there.
    """
    press = _Press(project, drawing, site, round_)
    own = _own_pages(site, round_, project.root)
    state = _publish(press, _State(known, {}), own)
    quick, late = _by_haste(site.downloads, drawing.features)
    late = _linked_first(project, own, late)
    overdue = frozenset(each.address for each, _ in sort_out(_from_here(press, state), late)[0])
    reached: _State | None = _tell(press, state._replace(old=overdue), frozenset())
    for wanted, size in ((site.pages, FILES_AT_ONCE), (quick, FILES_AT_ONCE), (late, LATE_AT_ONCE)):
        reached = reached and _publish_stale(press, reached, wanted, size)
    reached = reached and _publish_left(press, reached)
    return reached and (reached.made, reached.lying)


def _publish_stale(press: _Press, state: _State, wanted: Planned, size: int) -> _State | None:
    """Publish, so many at once, what is not as it is to be; None where the round is over before the end."""
    drawing = _from_here(press, state)
    found, doubtful = sort_out(drawing, wanted)
    stale = {each.address for each, _ in found}
    settled = (each.address for each in wanted if each.address not in stale.union(one.address for one in doubtful))
    kept = {address: drawing.unchanged[address] for address in settled}
    state = state._replace(made={**kept, **state.made})
    todo = [each for each in wanted if each.address in stale]
    for start in range(0, len(todo), size):
        if press.round.is_over():
            return None
        run = _portion([each for each in todo[start : start + size] if each.address not in state.made])
        state = _publish(press, state, run)
    return None if press.round.is_over() else state


def _publish_left(press: _Press, state: _State) -> _State | None:
    """What tells of other files, and had to wait until these are as they are to be."""
    left = [each for each in press.site.planned if each.address not in state.made]
    state = _publish(press, state, _portion(left)) if left else state
    return None if press.round.is_over() else state


def _publish(press: _Press, state: _State, portion: Portion) -> _State:
    drawing = replace(_from_here(press, state), staging=open_staging(press.project))
    drawn = draw_portion(drawing, portion)
    drawn = {**drawn, **_draw_shown(press, drawing, portion)}
    lying = commit_portion(press.project, state.lying, drawn)
    changed = frozenset(each for each, entry in drawn.items() if state.lying.get(each) != entry)
    return _tell(press, state._replace(lying=lying, made={**state.made, **drawn}), changed)


def _tell(press: _Press, state: _State, changed: frozenset[str]) -> _State:
    site: Planned = (*press.site.pages, *press.site.downloads)
    planned = (each.address for each in site if each.address not in state.made)
    there = press.drawing.unchanged
    press.round.tell(changed, frozenset(each for each in planned if each in state.old or each not in there))
    return state


def _from_here(press: _Press, state: _State) -> Drawing:
    return replace(press.drawing, unchanged={**press.drawing.unchanged, **state.made})


def _portion(planned: Planned) -> Portion:
    pages = [each for each in planned if isinstance(each, Page)]
    return Portion(pages, [each for each in planned if isinstance(each, Download)])


def _own_pages(site: Portion, round_: Round, root: Path) -> Portion:
    """What was edited and what somebody is looking at, with what was finished on the way: prose, scripts, styles."""
    edited = {path.relative_to(root).as_posix() for path in round_.edited if path.is_relative_to(root)}
    pages = [each for each in site.pages if each.address in round_.looked_at or each.source in edited]
    return Portion(pages, (), site.others)


def _by_haste(downloads: Iterable[Download], features: Features) -> tuple[list[Download], list[Download]]:
    """Files that are quickly made, and those that take so long that nothing waits for them."""
    slow = {*pack_kinds(features), *(name for name, kind in print_kinds(features).items() if kind.is_typeset)}
    found = tuple(downloads)
    return [each for each in found if each.format not in slow], [each for each in found if each.format in slow]


def _linked_first(project: Project, own: Portion, late: Iterable[Download]) -> list[Download]:
    """What the pages link to that somebody edited or looks at comes before all others."""
    linked = {address for page in own.pages for address in _named_in(project.site, project, page, _LINKED)}
    return sorted(late, key=lambda each: each.address not in linked)


def _draw_shown(press: _Press, drawing: Drawing, portion: Portion) -> Manifest:
    """The pictures and cards that pages just staged show: no page is seen without them."""
    named = (_named_in(drawing.staging, press.project, page, _SHOWN) for page in portion.pages)
    shown = {name for names in named for name in names}
    printed = print_kinds(drawing.features)
    pictures = [each for each in press.site.downloads if each.address in shown and each.format in printed]
    return draw_portion(drawing, Portion((), pictures))


def _named_in(folder: Path, project: Project, page: Page, kind: re.Pattern[str]) -> Iterator[str]:
    """Addresses on the site that a page names; none where the page does not lie in the folder."""
    file = folder / file_of(page.address)
    if file.is_file():
        for name in kind.findall(file.read_text("utf-8")):
            inside = unescape(name).removeprefix(project.settings.site_url)
            yield unquote(urljoin(f"/{page.address}", inside)).lstrip("/")

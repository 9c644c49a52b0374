"""What was read for some pages and files of a source, kept as a build keeps it, and which of them stand for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.base.memoising import forget_answers
from generator.base.reads import Reads, ask, strictly
from generator.build.indexing import page_search_document
from generator.features import FEATURES
from generator.model.feature import file_kinds, pack_kinds
from generator.model.noted import noted
from generator.model.page import Download, Page
from generator.model.source import Source
from generator.render.pages import render_page
from generator.render.templates import template_environment
from generator.store.answers import Kept
from generator.store.keeping import keep
from generator.store.parcel import tell
from generator.store.standing import Standing
from generator.store.values import Values
from tests.demonstration import HOUSE

MARK = "mark"


def drawn(source: Source, addresses: Iterable[str]) -> Iterator[tuple[str, str, Reads]]:
    """Some of what a source plans: its address, its text, and what was read for it."""
    environment = template_environment((HOUSE / "theme/templates",))

    def draw(planned: Page | Download) -> str:
        if isinstance(planned, Page):
            shown = render_page(environment, source, planned, FEATURES)
            return f"{shown}{page_search_document(source, FEATURES, planned)}"
        if kind := pack_kinds(FEATURES).get(planned.format):
            return kind.write(source, planned)
        return str(file_kinds(FEATURES)[planned.format].write(source, planned))

    planned = {each.address: each for each in (*source.plan.pages, *source.plan.downloads)}
    with strictly():
        for address in addresses:
            yield address, *ask(draw, planned[address])


def kept_of(source: Source, addresses: Iterable[str]) -> Kept:
    """What a build of a source keeps of these addresses."""
    source = _anew(source)
    wanted, values = tuple(addresses), Values(source)
    told = tell([(address, MARK, reads) for address, _, reads in drawn(source, wanted)], values, frozenset())
    return keep(Standing(Kept("base"), values), wanted, (told,))


def stale(kept: Kept, after: Source, addresses: Iterable[str]) -> set[str]:
    """Those that have to be drawn again for another source."""
    standing = Standing(kept, Values(_anew(after)))
    return {address for address in addresses if not standing.stands(address, MARK)}


def _anew(source: Source) -> Source:
    """The same, of which nothing was asked yet."""
    forget_answers()
    return replace(source, catalogue=noted(replace(source.catalogue)))

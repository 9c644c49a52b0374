"""A planned page or file to whether it stands: it is planned as it was, and nothing that was read for it is another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from generator.base.cache import engine_digest
from generator.build.drawing_jobs import Drawing, Stale, is_pack, is_printed, short_digest
from generator.build.packing import inputs_of
from generator.build.record_shapes import record_shape
from generator.model.feature import print_kinds
from generator.model.noted import declarations
from generator.model.page import Download, Page
from generator.model.printing import Book, Conversion, Copy, Printing, Typesetting
from generator.model.project import Project
from generator.model.source import Source
from generator.publish import typeset_books
from generator.publish.manifest import ManifestEntry
from generator.render.templates import COMMON_TEMPLATE


def template_folders(project: Project) -> tuple[Path, ...]:
    """Where templates are looked for: the instance's own before the generator's."""
    return tuple(dict.fromkeys((project.root / "theme" / "templates", project.theme / "templates")))


def base_digest(source: Source) -> str:
    """What every answer depends on: the generator, how records are read and linked, what every template may call.

    Words of declarations, settings, other templates and the day are noted by whoever asks.
    """
    declared = (record_shape(each) for each in declarations(source.catalogue).values())
    common = source.templates[COMMON_TEMPLATE]
    parts = (engine_digest(), common, repr(source.examples), repr(source.releases), *source.catalogue.backlinks)
    return short_digest((*parts, *declared))


Doubtful = Sequence[Page | Download]
"""What stands, unless a file that it tells of is another one: that is known once those files are as they will be."""


def sort_out(drawing: Drawing, wanted: Iterable[Page | Download]) -> tuple[Stale, Doubtful]:
    """What does not stand as it would be drawn now, each with the digest of what is planned there; and the doubtful.

    All else is settled: it stays as it is.
    """
    printed, stale, doubtful = _print_digest(drawing.project), [], []
    settled: dict[str, ManifestEntry] = {}
    for each in wanted:
        if mark := _mark_if_stale(drawing, printed, each):
            stale.append((each, mark))
        elif drawing.memory.tells_of(each.address):
            doubtful.append(each)
        else:
            settled[each.address] = drawing.unchanged[each.address]
    drawing.memory.settle(settled)
    fallen, doubtful = judge(drawing, doubtful)
    return [*stale, *fallen], doubtful


def judge(drawing: Drawing, doubtful: Doubtful) -> tuple[Stale, list[Page | Download]]:
    """Of the doubtful, what tells of a file that is another one now, and what nobody can say of yet."""
    memory, fallen = drawing.memory, list[tuple[Page | Download, str]]()
    while True:
        ready = {each.address: memory.tells_still(each.address) for each in doubtful if memory.is_ready(each.address)}
        held = {address: drawing.unchanged[address] for address, is_so in ready.items() if is_so}
        fallen += [(each, _shape(drawing, each)) for each in doubtful if ready.get(each.address) is False]
        doubtful = [each for each in doubtful if each.address not in ready]
        memory.settle(held)
        if not held:
            return fallen, doubtful


def _mark_if_stale(drawing: Drawing, printed: str, planned: Page | Download) -> str:
    """Empty where it stands."""
    entry = drawing.unchanged.get(planned.address)
    if isinstance(planned, Download) and is_printed(drawing, planned):
        kind = print_kinds(drawing.features)[planned.format]
        mark = short_digest((printed, *_print_inputs(drawing, kind.make(drawing.source, planned))))
        return "" if entry and entry.fingerprint == mark else mark
    shape = _shape(drawing, planned)
    if entry is None or not entry.fingerprint.startswith(shape):
        return shape
    return "" if drawing.memory.stands(planned.address, inputs_of(entry)) else shape


def _shape(drawing: Drawing, planned: Page | Download) -> str:
    """Where something stands, of what, in which frame."""
    beside = drawing.frames[planned.frame].digest if isinstance(planned, Page) else ""
    look = drawing.press.look if isinstance(planned, Download) and is_pack(drawing, planned) else ""
    return short_digest((drawing.memory.base, repr(planned), beside, look))


def _print_digest(project: Project) -> str:
    """What every printing is made with; neither the day nor the pages' templates are in it."""
    templates = sorted((project.theme / typeset_books.SETTING_FOLDER).glob("*.typ"))
    return short_digest((engine_digest(), *(path.read_text("utf-8") for path in templates)))


def _print_inputs(drawing: Drawing, wanted: Printing) -> Iterator[str]:
    """What is typeset, bound or converted says itself what goes into it, and is told by that."""
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
        yield known.digest if known else blake2b((drawing.project.root / file).read_bytes(), digest_size=16).hexdigest()

"""A case to its parts as pages and books show them: text, pictures, figures with their sources, and how it stands."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from generator.features.calls.call_state import in_written_order, level_title
from generator.features.cases.case_files import WIDTHS, picture_address
from generator.features.cases.figures import backed_figures
from generator.model.addresses import record_address, url_path
from generator.model.catalogue import Catalogue
from generator.model.cells import number_in, text_in
from generator.model.facets import record_title
from generator.model.record import Record
from generator.model.source import Source
from generator.render.article_blocks import Block, Sources, read_article
from generator.render.displayed_values import chinese_date, number

SMALL, LARGE = WIDTHS


class PictureView(NamedTuple):
    """A picture of a case; `file` is relative to the root, `width` and `height` are those of the larger size."""

    name: str
    file: str
    small: str
    large: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


class FigureView(NamedTuple):
    """A figure and what backs it; `link` (percent-encoded, from the site's root) is empty where only a note does."""

    text: str
    label: str
    link: str
    said: str


def case_article(catalogue: Catalogue, case: Record) -> tuple[Block, ...]:
    """The blocks of a case's text; its backed figures lead to what backs them."""
    return read_article(text_in(case, "text"), _sources(catalogue, case))


def case_pictures(source: Source, case: Record) -> tuple[PictureView, ...]:
    """The pictures of a case in written order."""
    rows = in_written_order(source.catalogue.pointing(case, "case_image.case"))
    return tuple(_picture(source, case, row) for row in rows)


def case_figures(catalogue: Catalogue, case: Record) -> tuple[FigureView, ...]:
    """The figures of a case in written order."""
    rows = in_written_order(catalogue.pointing(case, "case_figure.case"))
    return tuple(_figure(catalogue, row) for row in rows)


def case_level(catalogue: Catalogue, case: Record) -> str:
    """What the level of a selected case is called; empty when it has none."""
    call = catalogue.with_role("call").get(text_in(case, "call"))
    return level_title(catalogue, call, text_in(case, "level"))


def _sources(catalogue: Catalogue, case: Record) -> Sources:
    backed = backed_figures(catalogue.pointing(case, "case_figure.case"))
    return {key: link for key, row in backed.items() if (link := _link(catalogue, row))}


def _link(catalogue: Catalogue, row: Record) -> str:
    project, _, disclosure = text_in(row, "disclosure").partition("/")
    if disclosure:
        return f"{url_path(record_address(catalogue.named('project'), project))}#{quote(disclosure)}"
    return quote(text_in(row, "page"), safe="/#")


def _figure(catalogue: Catalogue, row: Record) -> FigureView:
    value = number_in(row, "value")
    text = f"{number(value) if value is not None else ''} {text_in(row, 'unit')}"
    return FigureView(text, text_in(row, "label"), _link(catalogue, row), _said(catalogue, row))


def _said(catalogue: Catalogue, row: Record) -> str:
    disclosure = catalogue.with_role("disclosure").get(text_in(row, "disclosure"))
    note = text_in(row, "note")
    if disclosure is None:
        return note or "本站统计页"
    project = catalogue.with_role("project").get(text_in(disclosure, "project"))
    named = f"{record_title(catalogue, project)}，" if project else ""
    published = disclosure.values["published_on"]
    day = f"，{chinese_date(published)}公布" if published else ""  # type: ignore[arg-type]
    return f"{named}{text_in(disclosure, 'title')}{day}{f'（{note}）' if note else ''}"


def _picture(source: Source, case: Record, row: Record) -> PictureView:
    name = text_in(row, "id")
    file = (PurePosixPath(row.origin.file).parent / name).as_posix()
    known = source.pictures.get(file)
    width, height = (known.width, known.height) if known else (LARGE, LARGE * 5 // 8)
    shown = min(width, LARGE)
    return PictureView(
        name=name,
        file=file,
        small=picture_address(case.dataset, case.key, name, SMALL),
        large=picture_address(case.dataset, case.key, name, LARGE),
        width=shown,
        height=max(1, round(height * shown / width)),
        alt=text_in(row, "alt"),
        caption=text_in(row, "caption"),
        credit=text_in(row, "credit"),
    )

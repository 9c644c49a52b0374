"""What the page of a case shows beyond its record: its article, pictures, figures with sources, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.features.cases.case_files import companion_address
from generator.features.cases.case_parts import (
    FigureView,
    PictureView,
    case_article,
    case_figures,
    case_level,
    case_pictures,
)
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.consent import Consent, consent_on
from generator.model.record import Record, named_keys
from generator.model.source import Source
from generator.render.article_blocks import Block
from generator.render.citing import cite
from generator.render.facts import Item


@dataclass(frozen=True, slots=True)
class CaseContext:
    """What the page of a case may name besides its record."""

    article: tuple[Block, ...]
    pictures: Mapping[str, PictureView]
    """By the names under which the article places them."""
    lead_picture: PictureView | None
    more_pictures: tuple[PictureView, ...]
    """Those that the article does not place, after the leading one."""
    figures: tuple[FigureView, ...]
    """Numbers with their sources."""
    level: str
    documents: tuple[Item, ...]
    hidden: str
    """Why nothing is shown: `withdrawn`, `expired`, or nothing."""
    citation: str


def case_context(source: Source, case: Record) -> CaseContext:
    """A case with what belongs to it, and whether it may be shown."""
    catalogue = source.catalogue
    pictures = case_pictures(source, case)
    article = case_article(catalogue, case)
    placed = {block.picture for block in article}
    return CaseContext(
        article=article,
        pictures={each.name: each for each in pictures},
        lead_picture=next((each for each in pictures if each.name not in placed), None),
        more_pictures=tuple(each for each in pictures if each.name not in placed)[1:],
        figures=case_figures(catalogue, case),
        level=case_level(catalogue, case),
        documents=_documents(source, case),
        hidden=_hidden(source, case),
        citation=cite(source, case, "、".join(named_keys(case, "authors"))),
    )


def _hidden(source: Source, case: Record) -> str:
    if is_withdrawn(case):
        return "withdrawn"
    return "expired" if consent_on(source.catalogue, case, source.as_of) is Consent.EXPIRED else ""


def _documents(source: Source, case: Record) -> tuple[Item, ...]:
    known = source.catalogue.datasets[case.dataset].columns
    names = named_keys(case, "attachments") if "attachments" in known else ()
    return tuple(Item(name, companion_address(case.dataset, case.key, name)) for name in names)

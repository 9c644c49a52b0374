"""What was made public in a month to what its sheets show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.base.memoising import question
from generator.features.duties.board_sheets import sheet_pager
from generator.features.duties.fundraising_facts import PARTNER_EVALUATED, USE_PUBLISHED
from generator.features.duties.obligation_views import ProofView, proof_view, subject_address
from generator.features.duties.published import Published, find_months, month_name, month_of, month_sheets
from generator.model.addresses import PUBLISHED
from generator.model.catalogue import Catalogue
from generator.model.page import Link
from generator.model.source import Source
from generator.render.listing_context import Pager


class PublishedView(NamedTuple):
    """Something that was made public: of which kind, by whom."""

    kind: str
    proof: ProofView
    subject: str
    address: str
    is_correction: bool


@dataclass(frozen=True, slots=True)
class PublishedContext:
    """What a page of all that was made public in a month may name."""

    month: str
    """In words."""
    published: tuple[PublishedView, ...]
    """On this sheet."""
    total: int | None
    """How many in the month, on its first sheet: numbers change with every line, and there may be many sheets."""
    pager: Pager
    months: tuple[Link, ...]
    """The others to turn to, on the first sheet."""


def published_context(source: Source, key: str) -> PublishedContext:
    """One sheet of a month."""
    month, sheet = _read_key(key)
    is_front, kinds = sheet == 1, _kinds(source.catalogue)
    months, lines = dict(_counts(source)) if is_front else {}, _lines(source, month, sheet)
    return PublishedContext(
        month=month_name(month),
        published=tuple(_view(source.catalogue, kinds, each) for each in lines.published),
        total=months.get(month),
        pager=sheet_pager(_address(source, month), sheet, lines.sheets),
        months=tuple(_months(source, months, month)),
    )


class _Lines(NamedTuple):
    """What stands on one sheet, of `sheets` that the month has."""

    published: tuple[Published, ...]
    sheets: int


@question
def _lines(source: Source, month: str, sheet: int) -> _Lines:
    """One sheet: a change in another month leaves it as it is."""
    sheets = month_sheets(source.catalogue, source.as_of)[month]
    return _Lines(sheets[sheet - 1], len(sheets))


@question
def _counts(source: Source) -> tuple[tuple[str, int], ...]:
    """How much was published in each month."""
    return tuple((month, len(found)) for month, found in find_months(source.catalogue, source.as_of).items())


def _read_key(key: str) -> tuple[str, int]:
    month, sheet = key.split("/")
    return month, int(sheet)


def _address(source: Source, month: str) -> str:
    return PUBLISHED if month == month_of(source.as_of) else f"{PUBLISHED}{month}/"


def _months(source: Source, months: Mapping[str, int], own: str) -> Iterator[Link]:
    for month, count in months.items():
        if month != own:
            yield Link(f"{month_name(month)}（{count}）", _address(source, month))


def _kinds(catalogue: Catalogue) -> Mapping[str, str]:
    """What each kind of publication is called, as the declarations of the records say."""
    declared = (found for role in ("disclosure", "report") if (found := catalogue.dataset_with(role)))
    named = {each.value: each.label for dataset in declared for each in dataset.columns["kind"].categories}
    return {**named, "offer": "供给信息目录", USE_PUBLISHED: "募捐用途变更", PARTNER_EVALUATED: "募捐合作方评估"}


def _view(catalogue: Catalogue, kinds: Mapping[str, str], published: Published) -> PublishedView:
    subject, publication = published
    return PublishedView(
        kind=kinds.get(publication.kind, publication.kind),
        proof=proof_view(catalogue, publication),
        subject=subject.name,
        address=subject_address(subject),
        is_correction=publication.correction,
    )

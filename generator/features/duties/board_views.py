"""The board of duties to what its sheets show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.features.duties.board_sheets import lines_on, sheet_pager
from generator.features.duties.narrowing import NARROWINGS, Board, find_board
from generator.features.duties.obligation_views import DutyView, duty_views
from generator.features.duties.obligations import Obligation
from generator.features.duties.reminder_views import FeedView, reminders_of
from generator.model.addresses import BOARD, board_address
from generator.model.source import Source
from generator.render.listing_context import FilterView, Option, OptionGroup, Pager, Selection


class SheetKey(NamedTuple):
    """Which sheet of which list: `narrowing` and `value` are empty for the whole board."""

    narrowing: str
    value: str
    sheet: int

    @property
    def is_front(self) -> bool:
        """Whether this is the page with the filters."""
        return not self.narrowing and self.sheet == 1


@dataclass(frozen=True, slots=True)
class DutyBoardContext:
    """What the board of duties may name."""

    duties: tuple[DutyView, ...]
    """On this sheet, of `total` in the list."""
    total: int
    filters: tuple[FilterView, ...]
    """On the front only."""
    selection: Selection | None
    """None on the whole board."""
    pager: Pager
    feeds: tuple[FeedView, ...]


def board_context(source: Source, key: str) -> DutyBoardContext:
    """One sheet of the whole board or of a narrower list."""
    wanted, board = _read_key(key), board_of(source)
    uids = board.under(wanted.narrowing, wanted.value)
    address = board_address(wanted.narrowing, wanted.value) if wanted.narrowing else BOARD
    return DutyBoardContext(
        duties=duty_views(source.catalogue, (board.obligations[uid] for uid in lines_on(wanted.sheet, uids))),
        total=len(uids),
        filters=tuple(_filters(board)) if wanted.is_front else (),
        selection=_selection(board, wanted),
        pager=sheet_pager(address, wanted.sheet, len(uids)),
        feeds=reminders_of(source, wanted.value if wanted.narrowing == "organization" else ""),
    )


def board_inputs(source: Source, key: str) -> Iterator[str]:
    """What one sheet shows, so that a change elsewhere on the board leaves it as it is."""
    wanted, board = _read_key(key), board_of(source)
    uids = board.under(wanted.narrowing, wanted.value)
    yield f"{len(uids)}"
    told = told_on(board)
    yield from (told[uid] for uid in lines_on(wanted.sheet, uids))
    if wanted.is_front:
        yield from (f"{each.value} {each.label} {len(each.keys)}" for name in NARROWINGS for each in board.facets[name])


@lru_cache(maxsize=2)
def told_on(board: Board) -> Mapping[str, str]:
    """By uid, everything that can change what is shown of an obligation on a given day."""
    return {uid: _told(found) for uid, found in board.obligations.items()}


def _told(found: Obligation) -> str:
    subject, met_by = found.subject, found.met_by
    proof = f"{met_by.record}\t{met_by.on}\t{met_by.title}" if met_by else ""
    return f"{found.uid}\t{found.rule.id}\t{found.status}\t{found.due}\t{subject.name}\t{proof}\t{found.looks}"


def board_of(source: Source) -> Board:
    """The board of the day the site is built for."""
    return find_board(source.catalogue, source.as_of, source.settings.duties_since)


def _read_key(key: str) -> SheetKey:
    narrowing, value, sheet = key.split("/")
    return SheetKey(narrowing, value, int(sheet))


def _filters(board: Board) -> Iterator[FilterView]:
    for name, narrowing in NARROWINGS.items():
        options = tuple(
            Option(value.label, board_address(name, value.value), value.value, len(value.keys), selected=False)
            for value in board.facets[name]
        )
        yield FilterView(name, narrowing.label, options, (OptionGroup("", options),))


def _selection(board: Board, wanted: SheetKey) -> Selection | None:
    if not wanted.narrowing:
        return None
    labels = {value.value: value.label for value in board.facets[wanted.narrowing]}
    return Selection(NARROWINGS[wanted.narrowing].label, labels[wanted.value])

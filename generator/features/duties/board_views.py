"""The board of duties to what its sheets show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.base.memoising import question
from generator.features.duties.board_sheets import lines_on, sheet_pager
from generator.features.duties.board_volumes import BOARD_LINES, bearer_name, bearers_in, board_files, board_volumes
from generator.features.duties.narrowing import NARROWINGS, Board, find_board
from generator.features.duties.obligation_views import DutyLine, duty_line
from generator.features.duties.obligations import TELLS_DAYS, Obligation
from generator.features.duties.reminder_views import FeedView, reminders_of
from generator.model.addresses import BOARD, board_address
from generator.model.page import Link
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


class Lines(NamedTuple):
    """What stands on one sheet, of `total` in the list."""

    obligations: tuple[Obligation, ...]
    total: int


@dataclass(frozen=True, slots=True)
class DutyBoardContext:
    """What the board of duties may name."""

    duties: tuple[DutyLine, ...]
    """On this sheet, of `total` in the list."""
    total: int
    has_days: bool
    """Whether one of them tells how many days are left, or have passed."""
    filters: tuple[FilterView, ...]
    """On the front only."""
    selection: Selection | None
    """None on the whole board."""
    pager: Pager
    feeds: tuple[FeedView, ...]
    files: tuple[tuple[str, tuple[Link, ...]], ...]
    """Of each volume of all lines, on the front only: its title, empty for the whole, and what to take of it."""
    lines: str
    """What the script that narrows reads; empty where there are too many."""


def board_context(source: Source, key: str) -> DutyBoardContext:
    """One sheet of the whole board or of a narrower list."""
    wanted = _read_key(key)
    lines = lines_of(source, wanted.narrowing, wanted.value, wanted.sheet)
    address = board_address(wanted.narrowing, wanted.value) if wanted.narrowing else BOARD
    return DutyBoardContext(
        duties=tuple(map(duty_line, lines.obligations)),
        total=lines.total,
        has_days=any(each.status in TELLS_DAYS for each in lines.obligations),
        filters=_filters(source) if wanted.is_front else (),
        selection=_selection(source, wanted),
        pager=sheet_pager(address, wanted.sheet, lines.total),
        feeds=reminders_of(source, wanted.value if wanted.narrowing == "organization" else ""),
        files=board_files(source.catalogue) if wanted.is_front else (),
        lines=BOARD_LINES if wanted.is_front and not board_volumes(source.catalogue) else "",
    )


def board_of(source: Source) -> Board:
    """The board of the day the site is built for."""
    return find_board(source.catalogue, source.as_of, source.settings.duties_since)


def _read_key(key: str) -> SheetKey:
    narrowing, value, sheet = key.split("/")
    return SheetKey(narrowing, value, int(sheet))


@question
def lines_of(source: Source, narrowing: str, value: str, sheet: int) -> Lines:
    """One sheet of a list: a change elsewhere on the board leaves it as it is."""
    board = board_of(source)
    uids = board.under(narrowing, value)
    return Lines(tuple(board.obligations[uid] for uid in lines_on(sheet, uids)), len(uids))


@question
def all_lines(source: Source, narrowing: str, value: str) -> tuple[Obligation, ...]:
    """All sheets of a list, for files."""
    board = board_of(source)
    return tuple(board.obligations[uid] for uid in board.under(narrowing, value))


def lines_in(source: Source, volume: str) -> tuple[Obligation, ...]:
    """What stands on the board of those in one volume; everything where none is named."""
    return _lines_in(source, volume) if volume else all_lines(source, "", "")


@question
def _lines_in(source: Source, volume: str) -> tuple[Obligation, ...]:
    bearers = frozenset(bearers_in(source.catalogue, volume))
    every = board_of(source).obligations.values()
    return tuple(each for each in every if bearer_name(each.subject.shown_with) in bearers)


@question
def _label(source: Source, narrowing: str, value: str) -> str:
    return next(each.label for each in board_of(source).facets[narrowing] if each.value == value)


@question
def _filters(source: Source) -> tuple[FilterView, ...]:
    board = board_of(source)
    return tuple(_filter(board, name) for name in NARROWINGS)


def _filter(board: Board, name: str) -> FilterView:
    options = tuple(
        Option(value.label, board_address(name, value.value), value.value, len(value.keys), selected=False)
        for value in board.facets[name]
    )
    return FilterView(name, NARROWINGS[name].label, options, (OptionGroup("", options),))


def _selection(source: Source, wanted: SheetKey) -> Selection | None:
    if not wanted.narrowing:
        return None
    return Selection(NARROWINGS[wanted.narrowing].label, _label(source, wanted.narrowing, wanted.value))

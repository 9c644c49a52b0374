"""The board of duties to the volumes in which its lines are given away: by the places of those who bear them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.memoising import large_question, question
from generator.features.duties.subjects import find_bearers
from generator.features.duties.survey import duties_of
from generator.model.addresses import BOARD, download_address
from generator.model.catalogue import Catalogue
from generator.model.page import Link
from generator.plan.volumes import MOST_IN_A_FILE, VolumeName, divide, name_volume, place_chain

_LINES_A_BEARER = 14
"""About so many stand on the board: how many there are, only a day tells, and addresses do not hang on the day."""
MOST_BEARERS = MOST_IN_A_FILE // _LINES_A_BEARER
_BETWEEN = "/"
BOARD_LINES = f"{BOARD}board.json"
"""What the script that narrows the board reads; where the lines come in volumes, that is too much for a phone."""


@question
def board_volumes(catalogue: Catalogue) -> tuple[VolumeName, ...]:
    """None where one file holds the board."""
    return tuple(_volumes(catalogue))


def volume_of_board(volume: str, ending: str) -> str:
    """Where the lines lie, or one volume of them."""
    return download_address(f"duties/{volume}.{ending}" if volume else f"duties.{ending}")


def board_files(catalogue: Catalogue) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Each volume by its title, empty for the whole, with what to take of it."""
    named = [(each.name, each.title) for each in board_volumes(catalogue)] or [("", "")]
    return tuple(
        (
            title,
            tuple(Link(ending.upper(), volume_of_board(name, ending)) for ending in ("csv", "json")),
        )
        for name, title in named
    )


@question
def bearers_in(catalogue: Catalogue, volume: str) -> tuple[tuple[str, str], ...]:
    """Dataset and key of those whose lines one volume holds."""
    found = next((bearers for each, bearers in _volumes(catalogue).items() if each.name == volume), ())
    return tuple((dataset, key) for dataset, _, key in (each.partition(_BETWEEN) for each in found))


@large_question
def _volumes(catalogue: Catalogue) -> Mapping[VolumeName, tuple[str, ...]]:
    bearers = tuple(find_bearers(catalogue)) if duties_of(catalogue) else ()
    lines = ((f"{name}{_BETWEEN}{key}", place_chain(catalogue, catalogue.records[name][key])) for name, key in bearers)
    return {name_volume(catalogue, each): each.lines for each in divide(lines, MOST_BEARERS)}

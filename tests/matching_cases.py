"""The hand-made cases of matching, as Python and as the browser take them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.features.finder.answers import Answers, Names, OfferEntry, PlaceAnswer
from generator.features.finder.matches import Match

TABLE: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
QUESTIONS: tuple[Mapping[str, Any], ...] = tuple(TABLE["questions"])
CASES: tuple[Mapping[str, Any], ...] = tuple(TABLE["cases"])
NAMES = Names(
    places={code: PlaceAnswer(**place) for code, place in TABLE["names"]["places"].items()},
    categories=TABLE["names"]["categories"],
    groups=TABLE["names"]["groups"],
    homes=TABLE["names"]["homes"],
    simplified=frozenset(TABLE["names"]["simplified"]),
    group_ages={key: (low, high) for key, (low, high) in TABLE["names"]["group_ages"].items()},
    kinds=TABLE["names"]["kinds"],
)
LISTS = ("category", "kinds", "groups", "homes", "areas", "services")
DAYS = ("reopens_on", "valid_from", "valid_to", "checked_on")


def plain_entry(case: Mapping[str, Any]) -> dict[str, Any]:
    """The case's entry as JSON has it."""
    return {**TABLE["usual"], **case.get("entry", {})}


def plain_entries(question: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The entries of a question as JSON has them."""
    return [plain_entry({"entry": given}) for given in question["entries"]]


def plain_answers(case: Mapping[str, Any]) -> dict[str, Any]:
    """The case's answers as JSON has them."""
    return {"today": TABLE["today"], **case["answers"]}


def entry(plain: Mapping[str, Any]) -> OfferEntry:
    """An entry from its JSON."""
    lists = {name: tuple(plain[name]) for name in LISTS}
    days = {name: date.fromisoformat(plain[name]) if plain[name] else None for name in DAYS}
    return OfferEntry(**{**plain, **lists, **days})


def answers(plain: Mapping[str, Any]) -> Answers:
    """Answers from their JSON."""
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()}
    return Answers(**{**given, "today": date.fromisoformat(plain["today"])})


def expected(case: Mapping[str, Any]) -> dict[str, Any]:
    """What both must say."""
    return {
        "verdict": case["verdict"],
        "distance": case.get("distance", 9),
        "need": case.get("need", 0),
        "stale": case.get("stale", 0),
        "met": case.get("met", []),
        "open": case.get("open", []),
        "lacking": case.get("lacking", []),
        "easier": case.get("easier", False),
    }


def plain_match(match: Match) -> dict[str, Any]:
    """A match as `expected` has it."""
    return {
        "verdict": match.verdict.value,
        "distance": match.distance,
        "need": match.need,
        "stale": match.stale,
        "met": list(match.met),
        "open": list(match.open),
        "lacking": list(match.lacking),
        "easier": match.easier,
    }

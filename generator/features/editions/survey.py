"""All places and a day to how fresh the catalogue of each is: what the board, the badges and the verb show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.base.memoising import large_question, once_a_subject, question
from generator.features.duties.second_looks import LookResult, looks_of
from generator.features.editions.freshness import Freshness, judge, with_questions
from generator.features.editions.half_years import half_year
from generator.features.editions.place_editions import Edition, editions_of, periods_of
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in

BOUND_LEVEL = "district"
"""Only districts have the half-yearly duty."""


@large_question
def editions_by_place(catalogue: Catalogue) -> Mapping[str, tuple[Edition, ...]]:
    """The catalogues of every place, worked out once."""
    return {key: place_editions(catalogue, key) for key in catalogue.with_role("place")}


@once_a_subject
def place_editions(catalogue: Catalogue, place: str) -> tuple[Edition, ...]:
    """The catalogues of one place: what others change in theirs is none of its business."""
    return editions_of(catalogue, catalogue.with_role("place")[place])


@question
def first_day(catalogue: Catalogue) -> date | None:
    """The first day of the earliest half-year that any place has a catalogue of."""
    periods = periods_of(edition for editions in editions_by_place(catalogue).values() for edition in editions)
    return half_year(periods[-1]).first if periods else None


def survey(catalogue: Catalogue, day: date) -> Mapping[str, Freshness]:
    """How every place stands on a day, by its code, in the order of the places."""
    return {key: judge_place(catalogue, key, day) for key in catalogue.with_role("place")}


def judge_place(catalogue: Catalogue, key: str, day: date) -> Freshness:
    """How one place stands."""
    bound = text_in(catalogue.with_role("place")[key], "level") == BOUND_LEVEL
    found = judge(key, place_editions(catalogue, key), day, bound, first_day(catalogue) or day)
    return with_questions(found, question_days(catalogue, key, found.owed.label))


def question_days(catalogue: Catalogue, key: str, period: str) -> tuple[date, ...]:
    """The days on which a place was asked in writing for the catalogue of a half-year, and had none to show."""
    looks = looks_of(catalogue, "place", key)
    return tuple(each.on for each in looks if each.occasion == period and each.result == LookResult.NOT_FOUND)

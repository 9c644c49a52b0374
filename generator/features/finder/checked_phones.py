"""The day on which somebody last rang an offer's number to a sentence, and how sure that makes it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.features.editions.entry_state import NEVER, staleness
from generator.model.calendar import chinese_date
from generator.model.matching import Specification


class Check(NamedTuple):
    """`kind` is `fresh`, `stale` or `never`; `text` says it to somebody about to call."""

    kind: str
    text: str


def check_of(checked: date | None, by: str, today: date, rules: Specification) -> Check:
    """How the check of a number stands on a day; `by` is the post that rang it."""
    months = staleness(checked, today, rules.fresh_months)
    if checked is None or months == NEVER:
        return Check("never", rules.check_words["never"])
    kind = "stale" if months else "fresh"
    text = rules.check_words[kind].format(day=chinese_date(checked))
    return Check(kind, f"{text}（{by}）" if by else text)

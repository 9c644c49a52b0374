"""Obligations past their last day to the list of what is to be looked up: rows that only lack a day and a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b

from generator.features.duties.obligations import STILL_OPEN, Obligation
from generator.features.duties.second_looks import silent_until
from generator.features.duties.verdicts import occasion_name
from generator.model.dataset import Dataset
from generator.model.feature import PATH_SAYS, Completion
from generator.model.record import Record
from generator.model.table import Origin

AHEAD = timedelta(days=7)
"""What was looked up so long ago that it lapses within these days is asked for again."""
LOOK_COMPLETION = Completion(PATH_SAYS.filling, PATH_SAYS.complete, frozenset({"looked_on", "result"}))


def find_to_look_up(obligations: Iterable[Obligation], as_of: date) -> Iterator[Obligation]:
    """What is open past its day, has a place where to look, and of which no look holds for another week."""
    for each in obligations:
        if each.status in STILL_OPEN and each.rule.second_look and each.due:
            holds = silent_until(each.looks, each.rule, each.due, as_of)
            if holds is None or holds < as_of + AHEAD:
                yield each


def look_rows(dataset: Dataset, obligations: Iterable[Obligation], as_of: date) -> Iterator[Record]:
    """A row of the list for each; made twice on a day, it has the same numbers."""
    for each in obligations:
        facts = _facts(each, as_of)
        values = {name: facts.get(name) for name in dataset.columns}
        yield Record(dataset.name, str(facts["id"]), values, Origin(""), "")


def _facts(obligation: Obligation, as_of: date) -> dict[str, str | date | None]:
    rule, subject, occasion = obligation.rule, obligation.subject, occasion_name(obligation)
    mark = blake2b(obligation.uid.encode(), digest_size=3).hexdigest()
    return {
        "year": f"{as_of.year}",
        "id": f"l{as_of:%Y%m%d}-{mark}",
        "title": f"{subject.name}：{rule.name}" + (f"（{occasion}）" if occasion else ""),
        "rule": rule.id,
        "subject": subject.key,
        "occasion": obligation.occurrence.label if obligation.occurrence else "",
        "due": obligation.due,
        "looked_at": rule.second_look,
    }

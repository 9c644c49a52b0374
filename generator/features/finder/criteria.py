"""One criterion, one entry and the answers to an outcome and its words; each kind of criterion is one function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from generator.features.finder.answers import Answers, Entry, Names
from generator.features.finder.specification import SPECIFICATION
from generator.model.calendar import chinese_date

Rule = Mapping[str, Any]


class Outcome(StrEnum):
    """What a criterion says of an entry."""

    NOTHING = "nothing"
    """The entry asks for nothing here."""
    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"
    GONE = "gone"
    """Not to be shown at all."""


class Said(NamedTuple):
    """An outcome in words; `distance` ranks how near the help is, where the criterion is about places."""

    outcome: Outcome
    text: str = ""
    distance: int | None = None


NOTHING, GONE = Said(Outcome.NOTHING), Said(Outcome.GONE)


def apply(rule: Rule, entry: Entry, answers: Answers, names: Names) -> Said:
    """The outcome of one criterion.

    Where a failure `hides` the entry, what fails is gone; where an answer only `narrows`, none means everything.
    """
    said = KINDS[rule["kind"]](rule, entry, answers, names)
    if said.outcome is Outcome.NO and rule.get("hides"):
        return GONE
    return NOTHING if said.outcome is Outcome.UNKNOWN and rule.get("narrows") else said


def _overlap(rule: Rule, entry: Entry, answers: Answers, names: Names) -> Said:
    """The entry names some values; one of them must be among the answers."""
    wanted: tuple[str, ...] = getattr(entry, rule["item"])
    known: Mapping[str, str] = getattr(names, rule["names"])
    given: tuple[str, ...] | None = getattr(answers, rule["answer"])
    if not wanted:
        return NOTHING
    if given is None:
        return _say(rule, Outcome.UNKNOWN, item=_either([known[each] for each in wanted]))
    shared = [known[each] for each in wanted if each in given]
    if shared:
        return _say(rule, Outcome.YES, shared=SPECIFICATION["joints"]["and"].join(shared))
    return _say(rule, Outcome.NO, item=_either([known[each] for each in wanted]))


def _range(rule: Rule, entry: Entry, answers: Answers, _names: Names) -> Said:
    """The entry names a youngest or oldest age; the person's may lie inside, outside, or perhaps inside."""
    low, high = entry.age_min, entry.age_max
    if low is None and high is None:
        return NOTHING
    words = rule["words"]["min" if high is None else "max" if low is None else "both"]
    text = words.format(min=low, max=high)
    if answers.ages is None:
        return _say(rule, Outcome.UNKNOWN, range=text)
    youngest, oldest = answers.ages
    above, below = (low is None or youngest >= low), (high is None or oldest <= high)
    if above and below:
        return _say(rule, Outcome.YES, range=text)
    apart = (low is not None and oldest < low) or (high is not None and youngest > high)
    return _say(rule, Outcome.NO if apart else Outcome.UNKNOWN, range=text)


def _accepts(rule: Rule, entry: Entry, answers: Answers, names: Names) -> Said:
    """The entry asks for something that certain answers satisfy."""
    asked: str = getattr(entry, rule["item"])
    accepted = rule["accepted"].get(asked)
    if accepted is None:
        return NOTHING
    text = rule["requirements"][asked].format(place=names.places[entry.division].name)
    given: str | None = getattr(answers, rule["answer"])
    if given is None:
        return _say(rule, Outcome.UNKNOWN, item=text)
    return _say(rule, Outcome.YES if given in accepted else Outcome.NO, item=text)


def _reach(rule: Rule, entry: Entry, answers: Answers, names: Names) -> Said:
    """The person must live where the help is given; a township's help without any condition of residence may be had
    from the townships beside it in the same district."""
    areas = entry.areas or (entry.division,)
    distance = SPECIFICATION["distances"][entry.level]
    everywhere = _either([names.places[each].name for each in areas])
    if answers.place is None:
        return _say(rule, Outcome.UNKNOWN, areas=everywhere)._replace(distance=distance)
    chain = names.chain(answers.place)
    covering = next((each for each in chain if each in areas), None)
    if covering is not None:
        return _say(rule, Outcome.YES, place=names.places[covering].name)._replace(distance=distance)
    if any(answers.place in names.chain(each) for each in areas):
        return _say(rule, Outcome.UNKNOWN, areas=everywhere)._replace(distance=distance)
    return _neighbour(rule, entry, chain, names)


def _neighbour(rule: Rule, entry: Entry, chain: Sequence[str], names: Names) -> Said:
    near = SPECIFICATION["neighbour"]
    offered = entry.level == near["level"] and entry.residence == near["residence"] and not entry.areas
    beside = len(chain) > 1 and names.places[entry.division].parent == chain[1]
    if not (offered and beside):
        return Said(Outcome.NO)
    text = rule["words"]["near"].format(place=names.places[entry.division].name)
    return Said(Outcome.YES, text, near["distance"])


def _note(rule: Rule, entry: Entry, _answers: Answers, _names: Names) -> Said:
    """Words of the entry that no table can judge: to be asked about."""
    text: str = getattr(entry, rule["item"])
    return _say(rule, Outcome.UNKNOWN, item=text.rstrip("。")) if text else NOTHING


def _state(rule: Rule, entry: Entry, _answers: Answers, _names: Names) -> Said:
    """Whether the entry can be applied for at all."""
    state: str = getattr(entry, rule["item"])
    outcome = rule["outcomes"].get(state)
    return Said(Outcome(outcome), rule["words"].get(state, "")) if outcome else NOTHING


def _days(rule: Rule, entry: Entry, answers: Answers, _names: Names) -> Said:
    """The day must lie within the days on which the entry holds."""
    first, last = (getattr(entry, name) for name in rule["item"])
    if answers.today > last:
        return GONE
    return _say(rule, Outcome.NO, **{"from": chinese_date(first)}) if answers.today < first else NOTHING


KINDS: Mapping[str, Callable[[Rule, Entry, Answers, Names], Said]] = {
    "overlap": _overlap,
    "range": _range,
    "accepts": _accepts,
    "reach": _reach,
    "note": _note,
    "state": _state,
    "days": _days,
}
"""Every kind of criterion; `theme/assets/find/criteria.js` has the same table."""


def _say(rule: Rule, outcome: Outcome, **parts: object) -> Said:
    return Said(outcome, rule["words"].get(outcome.value, "").format(**parts))


def _either(words: Sequence[str]) -> str:
    """甲、乙或丙."""
    joints = SPECIFICATION["joints"]
    if len(words) == 1:
        return words[0]
    return f"{joints['or'].join(words[:-1])}{joints['last_or']}{words[-1]}"

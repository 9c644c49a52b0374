"""One criterion, one entry and the answers to an outcome and its words; each kind of criterion is one function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import singledispatch
from typing import NamedTuple

from generator.features.finder.answers import Answers, Names, OfferEntry
from generator.model.calendar import chinese_date
from generator.model.matching import (
    Accepts,
    Criterion,
    Days,
    Joints,
    Need,
    Note,
    Overlap,
    Range,
    Reach,
    Specification,
    StateCriterion,
    Wishes,
)


class CriterionOutcome(StrEnum):
    """What a criterion says of an entry."""

    NOTHING = "nothing"
    """The entry asks for nothing here."""
    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"
    GONE = "gone"
    """Not to be shown at all."""


class Said(NamedTuple):
    """An outcome in words; `rank` says how near the help is or how exactly it is what was asked for."""

    outcome: CriterionOutcome
    text: str = ""
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry, the answers, what codes are called, and the rules."""

    entry: OfferEntry
    answers: Answers
    names: Names
    rules: Specification


_NOTHING, _GONE = Said(CriterionOutcome.NOTHING), Said(CriterionOutcome.GONE)


def apply(rule: Criterion, asked: Asked) -> Said:
    """The outcome of one criterion.

    Where a failure `hides` the entry, what fails is gone; where an answer only `narrows`, none means everything.
    """
    said = _judge(rule, asked)
    if said.outcome is CriterionOutcome.NO and rule.hides:
        return _GONE
    return (
        Said(CriterionOutcome.NOTHING, "", said.rank)
        if said.outcome is CriterionOutcome.UNKNOWN and rule.narrows
        else said
    )


@singledispatch
def _judge(rule: Criterion, _asked: Asked) -> Said:
    """One function a kind; `theme/assets/finder/criteria.js` has the same."""
    raise TypeError(f"no such criterion: {rule.kind}")


@_judge.register
def _need(_rule: Need, asked: Asked) -> Said:
    """What meets a kind of need that was named comes first; then what is of its category or of one that was named."""
    entry, answers = asked.entry, asked.answers
    if answers.needs is None and answers.kinds is None:
        return Said(CriterionOutcome.UNKNOWN, "", 0)
    kinds = answers.kinds or ()
    if any(each in kinds for each in entry.kinds):
        return Said(CriterionOutcome.YES, "", 0)
    wanted = (*(answers.needs or ()), *(asked.names.kinds.get(each, "") for each in kinds))
    if any(each in wanted for each in entry.category):
        return Said(CriterionOutcome.YES, "", 1 if kinds else 0)
    return Said(CriterionOutcome.NO)


@_judge.register
def _overlap(rule: Overlap, asked: Asked) -> Said:
    """The entry names some values; one of them must be among the answers.

    Values that nobody of that age can have do not count; those that were not offered to choose from are still open,
    and so is everything for somebody who chose none: they may not know what they are called.
    """
    named: tuple[str, ...] = getattr(asked.entry, f"{rule.what}s")
    if not named:
        return _NOTHING
    called: Mapping[str, str] = getattr(asked.names, f"{rule.what}s")
    wanted = [each for each in named if fits_age(each, asked.answers, asked.names)]
    if not wanted:
        return _GONE
    given: tuple[str, ...] | None = getattr(asked.answers, f"{rule.what}s")
    shared = [called[each] for each in wanted if each in (given or ())]
    if shared:
        return _say(rule, CriterionOutcome.YES, shared=asked.rules.joints.both.join(shared))
    offered: tuple[str, ...] | None = getattr(asked.answers, f"asked_{rule.what}s")
    unasked = wanted if not given else [each for each in wanted if offered is not None and each not in offered]
    outcome = CriterionOutcome.UNKNOWN if unasked else CriterionOutcome.NO
    return _say(rule, outcome, item=either([called[each] for each in unasked or wanted], asked.rules.joints))


def fits_age(group: str, answers: Answers, names: Names) -> bool:
    """Whether somebody of that age can belong to a group."""
    ages = names.group_ages.get(group)
    if ages is None or answers.ages is None:
        return True
    return answers.ages[0] <= ages[1] and answers.ages[1] >= ages[0]


@_judge.register
def _range(rule: Range, asked: Asked) -> Said:
    """The entry names a youngest or oldest age; the person's may lie inside, outside, or perhaps inside."""
    low, high = asked.entry.age_min, asked.entry.age_max
    if low is None and high is None:
        return _NOTHING
    words = rule.words["min" if high is None else "max" if low is None else "both"]
    text = words.format(min=low, max=high)
    if asked.answers.ages is None:
        return _say(rule, CriterionOutcome.UNKNOWN, range=text)
    youngest, oldest = asked.answers.ages
    above, below = (low is None or youngest >= low), (high is None or oldest <= high)
    if above and below:
        return _say(rule, CriterionOutcome.YES, range=text)
    apart = (low is not None and oldest < low) or (high is not None and youngest > high)
    return _say(rule, CriterionOutcome.NO if apart else CriterionOutcome.UNKNOWN, range=text)


@_judge.register
def _accepts(rule: Accepts, asked: Asked) -> Said:
    """The entry asks for something that certain answers satisfy."""
    wanted: str = getattr(asked.entry, rule.item)
    accepted = rule.accepted.get(wanted)
    if accepted is None:
        return _NOTHING
    places, division = asked.names.places, asked.entry.division
    city = places[asked.names.chain(division)[-1]].name
    text = rule.requirements[wanted].format(place=places[division].name, city=city)
    given: str | None = getattr(asked.answers, rule.answer)
    if given is None:
        return _say(rule, CriterionOutcome.UNKNOWN, item=text)
    return _say(rule, CriterionOutcome.YES if given in accepted else CriterionOutcome.NO, item=text)


@_judge.register
def _reach(rule: Reach, asked: Asked) -> Said:
    """The person must live where the help is given; a township's help without any condition of residence may be had
    from the townships beside it in the same district."""
    entry, places = asked.entry, asked.names.places
    areas = entry.areas or (entry.division,)
    distance = asked.rules.distances[entry.level]
    everywhere = either([places[each].name for each in areas], asked.rules.joints)
    if asked.answers.place is None:
        return _say(rule, CriterionOutcome.UNKNOWN, areas=everywhere)._replace(rank=distance)
    chain = asked.names.chain(asked.answers.place)
    covering = next((each for each in chain if each in areas), None)
    if covering is not None:
        return _say(rule, CriterionOutcome.YES, place=places[covering].name)._replace(rank=distance)
    if any(asked.answers.place in asked.names.chain(each) for each in areas):
        return _say(rule, CriterionOutcome.UNKNOWN, areas=everywhere)._replace(rank=distance)
    return _neighbour(rule, asked, chain)


def _neighbour(rule: Reach, asked: Asked, chain: Sequence[str]) -> Said:
    near, entry, places = asked.rules.neighbour, asked.entry, asked.names.places
    offered = entry.level == near.level and entry.residence == near.residence and not entry.areas
    beside = len(chain) > 1 and places[entry.division].parent == chain[1]
    if not (offered and beside):
        return Said(CriterionOutcome.NO)
    return Said(CriterionOutcome.YES, rule.words["near"].format(place=places[entry.division].name), near.distance)


@_judge.register
def _wishes(rule: Wishes, asked: Asked) -> Said:
    """How the person wants to be helped: promised by the entry, or to be asked."""
    wishes, services = asked.answers.wishes, asked.entry.services
    missing = [service_word(each, asked.rules) for each in wishes if each not in services]
    if missing:
        return _say(rule, CriterionOutcome.UNKNOWN, item=asked.rules.joints.both.join(missing))
    if not wishes:
        return _NOTHING
    words = (service_word(each, asked.rules) for each in wishes)
    return _say(rule, CriterionOutcome.YES, shared=asked.rules.joints.both.join(words))


def service_word(service: str, rules: Specification) -> str:
    """能上门; what is no service of the table is a language."""
    return rules.service_words.get(service) or rules.language_words.format(language=service)


@_judge.register
def _note(rule: Note, asked: Asked) -> Said:
    """Words of the entry that no table can judge: to be asked about."""
    text: str = getattr(asked.entry, rule.item)
    return _say(rule, CriterionOutcome.UNKNOWN, item=text.rstrip("。")) if text else _NOTHING


@_judge.register
def _state(rule: StateCriterion, asked: Asked) -> Said:
    """Whether the entry can be applied for at all, and when again."""
    entry = asked.entry
    outcome = rule.outcomes.get(entry.status)
    if outcome is None:
        return _NOTHING
    again = entry.reopens_on if entry.reopens_on and entry.reopens_on > asked.answers.today else None
    words = rule.words.get(f"{entry.status}_until" if again else entry.status, "")
    return Said(
        CriterionOutcome(outcome),
        words.format(again=chinese_date(again) if again else "", last=chinese_date(entry.valid_to)),
    )


@_judge.register
def _days(rule: Days, asked: Asked) -> Said:
    """The day must lie within the days on which the entry holds."""
    entry, today = asked.entry, asked.answers.today
    if today > entry.valid_to:
        return _GONE
    if today >= entry.valid_from:
        return _NOTHING
    return _say(rule, CriterionOutcome.NO, **{"from": chinese_date(entry.valid_from)})


def _say(rule: Criterion, outcome: CriterionOutcome, **parts: object) -> Said:
    return Said(outcome, rule.words.get(outcome.value, "").format(**parts))


def either(words: Iterable[str], joints: Joints) -> str:
    """甲、乙或丙."""
    words = list(words)
    if len(words) == 1:
        return words[0]
    return f"{joints.either.join(words[:-1])}{joints.last}{words[-1]}"

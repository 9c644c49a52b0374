"""What other parts of the site tell of the people who are counted: the rules of the neighbours of statistics."""

from __future__ import annotations

from generator.features.statistics.audit.problems import AUDIT
from generator.model.places_left import Helped, least_banded, least_quota
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SUPPLY_TELLS = Rule(
    "supply-tells",
    Severity.ERROR,
    AUDIT,
    60,
    title="名额说出了帮了几户",
    cause=(
        "名额减去剩余名额，就是已经帮了几户；今天和上次一比，就是这几天帮了几户。名额很少的，连写“不多”“已满”都等于说出来。"
    ),
    mending=(
        "名额情况只写有、不多、已满、请致电，不写还剩几个。按人、户、人次算的名额，少于 11 个的写请致电，"
        "少于 5 个的连名额也不写（11 和 5 随“统计最小公布数”变）。"
    ),
    bad="名额 10 户，剩余 6",
    good="名额 10 户，名额情况：请致电",
)
PLACES_UNDATED = Rule(
    "places-undated",
    Severity.ADVICE,
    AUDIT,
    61,
    title="名额情况没有写是哪天的",
    cause="有、不多、已满天天会变。没有日子，求助的人不知道还作不作数。",
    mending="把“名额情况截至”写成问过的那一天，如 2026-10-10。",
    bad="名额情况：不多",
    good="名额情况：不多，名额情况截至：2026-10-10",
)


def number_left(place: Location, record: str, helped: Helped | None) -> Problem:
    """An entry of old says how many places are left."""
    shows = f"名额一减，谁都知道已经帮了 {helped.low:,} 个" if helped else "每次改动，谁都知道这几天帮了几个"
    return _tells(
        place, record, f"写了还剩几个名额，{shows}。", "改写“名额情况”：有、不多、已满或请致电；剩余名额删去。"
    )


def quota_small(place: Location, record: str, k: int) -> Problem:
    """So few places that their number says that only a few can have been helped."""
    said = f"名额少于 {least_quota(k)} 个，帮了谁熟人一看就知道。"
    return _tells(place, record, said, "名额和名额单位删去不写，名额情况写“请致电”。")


def quota_too_small_for_words(place: Location, record: str, helped: Helped, k: int) -> Problem:
    """So few places that any word about what is left leaves too few numbers."""
    said = f"名额少于 {least_banded(k)} 个，再写名额情况，就能推算出已经帮了 {helped.low} 到 {helped.high} 个。"
    return _tells(place, record, said, "名额情况写“请致电”。")


def told_in_time(place: Location, record: str, helped: Helped, k: int) -> Problem:
    """Together with what the entry said before, its word leaves too few numbers."""
    between = f"{helped.low:,} 到 {helped.high:,} 个"
    said = f"和以前写过的名额、剩余名额一对照，能推算出帮了 {between}，范围太窄（至少要宽 {k}）。"
    return _tells(place, record, said, "这一期名额情况改写“请致电”；以前写过的收不回来，下一期再写有、不多、已满。")


def places_undated(place: Location, record: str) -> Problem:
    """A word about what is left, of nobody knows which day."""
    return Problem(
        PLACES_UNDATED,
        place,
        "写了名额情况，没有写是哪一天的。",
        "把“名额情况截至”写成问过的那一天。",
        record,
    )


def _tells(place: Location, record: str, said: str, remedy: str) -> Problem:
    return Problem(SUPPLY_TELLS, place, said, remedy, record)


NEIGHBOUR_RULES = (SUPPLY_TELLS, PLACES_UNDATED)

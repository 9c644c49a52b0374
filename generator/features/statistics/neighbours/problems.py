"""What other parts of the site tell of the people who are counted: the rules of the neighbours of statistics."""

from __future__ import annotations

from generator.features.statistics.audit.problems import AUDIT
from generator.model.places_left import least_banded, least_quota
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

SUPPLY_UNSEEN = Rule(
    "supply-unseen",
    Severity.WARNING,
    AUDIT,
    62,
    title="看不到以前写过的名额",
    cause=(
        "没有统计表公布记录，git 的历史也不全。以前要是写过还剩几个名额，旁人手里有，"
        "和现在的“有”“不多”一对照就可能知道帮了几户。"
    ),
    mending=(
        "在有完整 git 历史的电脑上检查；声明了统计表公布记录的，运行 mingshan protect --enter，以前写过的名额会记进去。"
    ),
    bad="git clone --depth 1 …",
    good="mingshan protect --enter",
)


def supply_unseen(file: str) -> Problem:
    """Nobody knows what entries said before; `file` is that of one that says something now."""
    said = "看不到以前写过的名额，没有和它们对照，不能算查过。"
    return Problem(SUPPLY_UNSEEN, Location(file), said, SUPPLY_UNSEEN.mending)


def number_left(place: Location, record: str, *, is_counted: bool) -> Problem:
    """An entry of old says how many places are left."""
    shows = "名额一减，谁都知道已经帮了几个" if is_counted else "每次改动，谁都知道这几天帮了几个"
    return _tells(
        place, record, f"写了还剩几个名额，{shows}。", "改写“名额情况”：有、不多、已满或请致电；剩余名额删去。"
    )


def quota_small(place: Location, record: str, k: int) -> Problem:
    """So few places that their number says that only a few can have been helped."""
    said = f"名额少于 {least_quota(k)} 个，帮了谁熟人一看就知道。"
    return _tells(place, record, said, "名额和名额单位删去不写，名额情况写“请致电”。")


def quota_too_small_for_words(place: Location, record: str, k: int) -> Problem:
    """So few places that any word about what is left leaves too few numbers."""
    said = f"名额少于 {least_banded(k)} 个，再写名额情况，就能推算出大致帮了几个。"
    return _tells(place, record, said, "名额情况写“请致电”。")


def told_in_time(place: Location, record: str, k: int) -> Problem:
    """Together with what the entry said before, its word leaves too few numbers."""
    said = f"和以前写过的名额、剩余名额一对照，能推算出大致帮了几个，范围太窄（至少要宽 {k}）。"
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


RESULT_TELLS = Rule(
    "result-tells",
    Severity.WARNING,
    AUDIT,
    63,
    title="公开记录说出了帮了几个人",
    cause=(
        "项目公开的受助人数、户数太少，或者这一次的累计数只比上一次多几个，街坊一看就知道说的是谁。"
        "统计表里同样的数是不公布的，这里也不该说出来。"
    ),
    mending="人数、户数少于“统计最小公布数”的不写数字，只写做了什么；累计数只多几个的，等多了再更新。",
    bad="受助户数：3",
    good="受助户数不写，摘要里写：帮几户更换了取暖设备",
)


def result_small(place: Location, record: str, k: int) -> Problem:
    """A disclosure counts from 1 to k-1 people; the number is not repeated."""
    said = f"写的数少于 {k}，熟人一看就知道说的是谁。"
    return Problem(RESULT_TELLS, place, said, "删去这个数，摘要里用话说做了什么。", record)


def result_grew_by_few(place: Location, record: str, k: int) -> Problem:
    """A cumulative number is 1 to k-1 more than the one disclosed before."""
    said = f"和上一次公开的累计数一减，不到 {k}，等于说出了新帮的那几个。"
    return Problem(RESULT_TELLS, place, said, "这一次仍写上一次的数，或者不写，等多了再更新。", record)


RESULT_BEYOND_TABLE = Rule(
    "result-beyond-table",
    Severity.ERROR,
    AUDIT,
    64,
    title="项目公布的比统计表里的还多",
    cause="统计表声明项目的受助户数都算在里面（contains），可是同一个地方、类别、期间，项目公布的户数比表里的还多。",
    mending="核对两边的数；不是所有受助的户都进统计表的，把 contains 从 dataset.yaml 里去掉。",
    bad="统计表：医疗 20 户；项目公开记录：医疗 31 户",
    good="统计表：医疗 52 户；项目公开记录：医疗 31 户",
)


def result_beyond_table(place: Location, record: str) -> Problem:
    """A result of a project is more than the figure that holds it."""
    said = "写的户数比统计表里同一个地方、类别、期间的还多；统计表声明这些户都算在里面。"
    return Problem(RESULT_BEYOND_TABLE, place, said, RESULT_BEYOND_TABLE.mending, record)


NEIGHBOUR_RULES = (SUPPLY_TELLS, PLACES_UNDATED, SUPPLY_UNSEEN, RESULT_TELLS, RESULT_BEYOND_TABLE)

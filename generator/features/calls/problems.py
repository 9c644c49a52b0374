"""What is wrong with a call, what answers it and how it is scored: the rules of calls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.model.calendar import chinese_date
from generator.model.chapters import CHAPTERS_ARTICLES, WORKBOOKS
from generator.model.finding import Finding
from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.rule import Rule, Severity

CASE_OUTSIDE_CALL = Rule(
    "case-outside-call",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    9,
    title="案例和征集对不上",
    cause="写的征集不是征案例的，或者申报日期不在征集的起止日期里。",
    mending="核对征集编号和申报日期；过了期的，改应下一次征集。",
)


def call_of_other_kind(case: Record) -> Finding:
    """The call wants something else than cases."""
    return Finding(CASE_OUTSIDE_CALL, case, "call", "这次征集征的不是典型案例。", "改成征集典型案例的编号。")


def case_out_of_time(case: Record, opens: date, closes: date) -> Finding:
    """A case sent in before the call opened or after it closed."""
    message = f"申报日期不在征集期内（{chinese_date(opens)}至{chinese_date(closes)}）。"
    return Finding(CASE_OUTSIDE_CALL, case, "submitted_on", message, "核对申报日期，或改应下一次征集。")


CASE_LEVEL = Rule(
    "case-level",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    10,
    title="入选等次写得不对",
    cause="没有入选的案例不能写等次；等次要是征集文件里有的。",
    mending="没有入选的，删去等次；入选的，写征集 levels 里的编号。",
)


def level_of_unselected(case: Record) -> Finding:
    """Only a selected case has a level."""
    return Finding(CASE_LEVEL, case, "level", "没有入选的案例写了入选等次。", "删去等次，或核对状态。")


def level_unknown(case: Record) -> Finding:
    """A level that the call does not have."""
    return Finding(CASE_LEVEL, case, "level", "征集里没有这个等次。", "写征集文件 levels 里的等次编号。")


COLLECTION_UNSELECTED = Rule(
    "collection-unselected",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    11,
    title="汇编收进了还没有入选的案例",
    cause="汇编只收入选的案例。评审结果还没有写进案例，或者收错了编号。",
    mending="等评审结果写入以后再收进来，或从汇编里去掉这个编号。",
)


def unselected_in_collection(collection: Record, title: str) -> Finding:
    """`title` is that of the case that nobody has selected."""
    message = f"案例“{title}”还没有入选。"
    return Finding(COLLECTION_UNSELECTED, collection, "cases", message, "等评审结果写入以后再收进来。")


CALL_WEIGHTS = Rule(
    "call-weights",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    12,
    title="评审标准的权重合计不是 100",
    cause="各条标准的权重相加要等于 100，分数才能比较。",
    mending="调整各条的 weight。",
)


def weights_off(call: Record, total: int, whole: int) -> Finding:
    """The weights of all criteria do not add up to the whole."""
    message = f"评审标准的权重合计 {total}，应当是 {whole}。"
    return Finding(CALL_WEIGHTS, call, "criteria", message, "调整各条的 weight。")


CALL_LIMITS = Rule(
    "call-limits",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    13,
    title="征集的字数或名额互相矛盾",
    cause="一节的最少字数比最多字数还大，或者各等次名额加起来比入围名额还多。",
    mending="核对两个数，改正写错的一个。",
)


def least_above_most(section: Record) -> Finding:
    """A section that nobody could write."""
    return Finding(CALL_LIMITS, section, "least", "最少字数大于最多字数。", "核对两个数，改正写错的一个。")


def more_places_than_shortlisted(call: Record, places: int) -> Finding:
    """`places` is the sum of those of all levels."""
    message = f"各等次名额合计 {places}，多于入围名额。"
    return Finding(CALL_LIMITS, call, "shortlist_places", message, "核对入围名额和各等次名额。")


CALL_UNAPPROVED = Rule(
    "call-unapproved",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    70,
    title="设了等次，没有写批准评比表彰的文件",
    cause="评“十佳”“优秀”、排名次，可能属于评比达标表彰，要先经批准。没有登记批准的，网页上只写“入选”，不写等次、名额、权重和先后。",
    mending="写上批准文件、批准机关和批准日期；没有批准的，只设一个等次“入选案例”。",
)


def ranks_unapproved(call: Record) -> Finding:
    """Several levels, and nobody is named who allowed them."""
    message = "设了几个等次，没有写批准评比表彰的文件、机关和日期，网页上一律写“入选”。"
    hint = "写上批准的三项；没有批准的，只留一个等次“入选案例”。"
    return Finding(CALL_UNAPPROVED, call, "levels", message, hint)


AWARD_UNAPPROVED = Rule(
    "award-unapproved",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    71,
    title="荣誉没有写批准评比表彰的文件",
    cause="评奖、评先进属于评比达标表彰，要先经批准。读的人要能查到是谁批准的、哪天批准的。",
    mending="写上批准文件、批准机关和批准日期。没有经过批准的，不登记为荣誉。",
)


def award_unapproved(award: Record) -> Finding:
    """An honour that nobody is named to have allowed."""
    message = "没有写批准这项评比表彰的文件、机关和日期。"
    return Finding(AWARD_UNAPPROVED, award, "document", message, "写上批准的三项；没有经过批准的，不登记为荣誉。")


EVALUATION_FEEDBACK = Rule(
    "evaluation-feedback",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    14,
    title="回访的数字互相矛盾",
    cause="满意的人比回访的还多，或者已答复的意见比收到的还多。",
    mending="核对两个数，改正写错的一个。",
)


_TWO_COUNTS = "核对两个数，改正写错的一个。"


def more_satisfied_than_asked(evaluation: Record) -> Finding:
    """People who were not asked cannot have been satisfied."""
    return Finding(EVALUATION_FEEDBACK, evaluation, "satisfied", "满意人数多于回访人数。", _TWO_COUNTS)


def more_resolved_than_received(evaluation: Record) -> Finding:
    """Complaints that did not come in cannot have been answered."""
    return Finding(EVALUATION_FEEDBACK, evaluation, "resolved", "已答复的多于收到的。", _TWO_COUNTS)


EVALUATION_OWN = Rule(
    "evaluation-own",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    15,
    title="自己评自己，不是第三方",
    cause="评估方法写的是第三方评估，评估单位却是实施组织自己。",
    mending="评估方法改为“自评”，或核对评估单位的名称。",
)


def own_evaluator(evaluation: Record) -> Finding:
    """Who carries out the project has judged it as a third party."""
    hint = "评估方法改为“自评”，或核对评估单位。"
    return Finding(EVALUATION_OWN, evaluation, "evaluator", "实施组织自己评的，不是第三方评估。", hint)


AWARD_BRAND = Rule(
    "award-brand",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    16,
    title="确认的品牌项目，项目文件里没有写",
    cause="表彰里确认了品牌项目，而项目文件的“品牌项目”还是否，两处不一致。",
    mending="在项目文件里写 brand: 是；或者核对项目编号。",
)


def brand_unknown_to_project(award: Record) -> Finding:
    """The project that is confirmed as a brand does not say so."""
    hint = "在项目文件里写 brand: 是，或核对项目编号。"
    return Finding(AWARD_BRAND, award, "project", "确认为品牌的项目，项目文件里没有写品牌项目。", hint)


CALL_UNKNOWN = Rule(
    "call-unknown",
    Severity.ERROR,
    WORKBOOKS,
    12,
    title="没有这次征集",
    cause="--call 后面写的征集编号，在 data/calls 里没有。",
    mending="写 data/calls 里的文件名（不带 .yaml）。",
    bad="mingshan review import 评分.xlsx --call 2026",
    good="mingshan review import 评分.xlsx --call 2026-anli",
)


def call_unknown(folder: str) -> Problem:
    """No call has the key that was typed; `folder` holds those that there are."""
    return Problem(CALL_UNKNOWN, Location(folder), "没有这次征集。", f"写 {folder} 里的征集编号。")


SCORES_INSIDE = Rule(
    "scores-inside",
    Severity.ERROR,
    WORKBOOKS,
    13,
    title="评分表放进了仓库",
    cause="评分表里有评审人和分数，不公开。放在仓库文件夹里，一提交就公开了，所以没有读取。",
    mending="移到仓库外面再导入；检查它有没有被提交过。",
    bad="tianjin/评分.xlsx",
    good="D:/pingshen/评分.xlsx（放在站点文件夹外面）",
)


def scores_inside(file: str) -> Problem:
    """Refused unread: the next commit would publish them."""
    return Problem(
        SCORES_INSIDE,
        Location(file),
        "评分表放在了仓库文件夹里面，没有读取：一提交就会公开。",
        "把评分表移到仓库以外的地方再导入，并检查它有没有被提交过。",
    )


SCORE_FILE = Rule(
    "score-file",
    Severity.ERROR,
    WORKBOOKS,
    14,
    title="评分表打不开",
    cause="文件损坏、设了密码，或者不是 Excel 工作簿。",
    mending="用 Excel 或 WPS 另存为 .xlsx，不加密码。",
    bad="加了密码的 评分.xlsx",
    good="没有密码的 评分.xlsx",
)


def scores_unreadable(file: str) -> Problem:
    """Locked, broken or empty."""
    message = "评分表打不开，或者里面没有内容。"
    return Problem(SCORE_FILE, Location(file), message, "用 Excel 或 WPS 另存为 .xlsx，不加密码。")


SCORE_COLUMN = Rule(
    "score-column",
    Severity.ERROR,
    WORKBOOKS,
    15,
    title="评分表缺列",
    cause="第一行要有案例、评审人、评审人单位，和征集里写的每一条评审标准，一字不差。",
    mending="照提示补上缺的列名。",
    bad="案例 | 评审人 | 需求真实",
    good="案例 | 评审人 | 评审人单位 | 需求真实 | 帮扶成效 | 衔接顺畅 | 做法创新 | 尊重保护",
)


def score_columns_missing(file: str, missing: Iterable[str], wanted: Iterable[str]) -> Problem:
    """Names of columns as they should stand in the first row."""
    message, hint = f"评分表缺列：{'、'.join(missing)}。", f"第一行写列名：{'、'.join(wanted)}。"
    return Problem(SCORE_COLUMN, Location(file, row=1), message, hint)


SCORE_CASE = Rule(
    "score-case",
    Severity.ERROR,
    WORKBOOKS,
    16,
    title="这次征集里没有这个案例",
    cause="案例的编号或标题写得和申报的不一样，或者它报的是别的征集。",
    mending="写案例编号或标题，一字不差。",
    bad="案例：爱心餐桌",
    good="案例：2026-aixin-canzhuo",
)


def scored_case_unknown(file: str, row: int) -> Problem:
    """Rows are named, reviewers and their marks never are: here and below."""
    return Problem(SCORE_CASE, Location(file, row=row), "这次征集里没有这个案例。", "写案例编号或标题，一字不差。")


SCORE_TWICE = Rule(
    "score-twice",
    Severity.ERROR,
    WORKBOOKS,
    17,
    title="同一位评审人给同一案例打了两次分",
    cause="表格合并时重复了，或者改分时没有删去旧的一行。",
    mending="同一评审人对同一案例只留一行。",
    bad="2026-aixin-canzhuo | 甲 | 85\n2026-aixin-canzhuo | 甲 | 88",
    good="2026-aixin-canzhuo | 甲 | 88",
)


def scored_twice(file: str, row: int) -> Problem:
    """One reviewer, one case, a second row."""
    message = "同一位评审人给同一案例打了两次分。"
    return Problem(SCORE_TWICE, Location(file, row=row), message, "同一评审人对同一案例只留一行。")


SCORE_CONFLICT = Rule(
    "score-conflict",
    Severity.ERROR,
    WORKBOOKS,
    18,
    title="评审人应当回避",
    cause="评审人所在的单位就是申报单位或合作单位，评自己的案例不公正。",
    mending="删去这一行，需要时换人补评。",
    bad="评审人单位：示例邻里互助服务社（就是申报单位）",
    good="评审人单位：示例大学社会工作系",
)


def reviewer_interested(file: str, row: int) -> Problem:
    """A reviewer belongs to those whose case it is."""
    message = "评审人所在单位就是申报单位或合作单位。"
    return Problem(SCORE_CONFLICT, Location(file, row=row), message, "评审人应当回避：删去这一行，需要时换人补评。")


SCORE_MARK = Rule(
    "score-mark",
    Severity.ERROR,
    WORKBOOKS,
    19,
    title="分数空着或不在范围里",
    cause="每条标准都要打分，0 到 100 之间。空着、写“优”、超过 100 都不行。",
    mending="补上分数，只写数字。",
    bad="需求真实：优",
    good="需求真实：90",
)


def mark_unusable(file: str, row: int, full_marks: int) -> Problem:
    """A mark is missing, no number, or outside 0 to `full_marks`."""
    hint = f"每一条标准都要打分，0 到 {full_marks} 之间。"
    return Problem(SCORE_MARK, Location(file, row=row), "有一条标准没有打分，或者分数不在范围里。", hint)


SCORE_MISSING = Rule(
    "score-missing",
    Severity.ERROR,
    WORKBOOKS,
    20,
    title="有案例没有人打分",
    cause="这次征集收到的案例都要评。漏评一个，名次就不算数。",
    mending="补上评分；不参加评审的，先撤回。",
    bad="申报 12 个案例，评分表里只有 11 个",
    good="申报 12 个案例，评分表里 12 个都有",
)


def case_unscored(file: str, title: str) -> Problem:
    """`title` is that of a case that nobody has scored."""
    return Problem(SCORE_MISSING, Location(file), f"案例“{title}”没有人打分。", "补上评分；不参加评审的，先撤回。")


SCORE_TIE = Rule(
    "score-tie",
    Severity.ERROR,
    WORKBOOKS,
    21,
    title="名额边上分数相同",
    cause="两个案例平均分一样，而名额只剩一个，程序不替人决定。",
    mending="由评审会决定取舍，改动分数或名额后再导入。",
    bad="第 5 名和第 6 名都是 86.4 分，名额 5 个",
    good="评审会复议以后，分出先后",
)


def scores_tied(file: str, edge: int) -> Problem:
    """Places end after rank `edge`, and the next has as many marks: people decide, not the program."""
    message = f"第 {edge} 名和第 {edge + 1} 名得分相同，名额却只到第 {edge} 名。"
    return Problem(SCORE_TIE, Location(file), message, "由评审会决定取舍，改动分数或名额后再导入。")


RULES = (
    CASE_OUTSIDE_CALL,
    CASE_LEVEL,
    COLLECTION_UNSELECTED,
    CALL_WEIGHTS,
    CALL_LIMITS,
    CALL_UNAPPROVED,
    AWARD_UNAPPROVED,
    EVALUATION_FEEDBACK,
    EVALUATION_OWN,
    AWARD_BRAND,
    CALL_UNKNOWN,
    SCORES_INSIDE,
    SCORE_FILE,
    SCORE_COLUMN,
    SCORE_CASE,
    SCORE_TWICE,
    SCORE_CONFLICT,
    SCORE_MARK,
    SCORE_MISSING,
    SCORE_TIE,
)

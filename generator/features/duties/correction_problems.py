"""What is wrong with a correction: of nothing, of something else, or of the future."""

from __future__ import annotations

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

CORRECTION_WITHOUT_NOTE = Rule(
    "correction-without-note",
    Severity.WARNING,
    CONTRADICTIONS,
    9,
    title="更正没有说明",
    cause="更正已经公开的数字，要告诉公众改了什么、为什么改。",
    mending="在“更正说明”里写一两句话。",
)


def correction_without_note(correction: Record, parent: Record) -> Finding:
    """Nobody says what was changed, or why."""
    message, hint = "更正没有写更正说明。", "写明改了什么、为什么改。"
    return contradiction(CORRECTION_WITHOUT_NOTE, correction, "correction_note", message, hint, parent)


CORRECTION_OF_NOTHING = Rule(
    "correction-of-nothing",
    Severity.ERROR,
    CONTRADICTIONS,
    10,
    title="要更正的那一条找不到",
    cause="“更正哪一条”写的编号在同一份文件里没有。原来的记录不能删去，更正和原记录要并排放着。",
    mending="写被更正记录的编号；原记录被删了的，请恢复。",
)


def correction_of_nothing(correction: Record, parent: Record) -> Finding:
    """What it corrects is not there, or is itself."""
    message, hint = "要更正的那一条找不到。", "写同一文件中被更正记录的编号；原记录不要删除。"
    return contradiction(CORRECTION_OF_NOTHING, correction, "correction_of", message, hint, parent)


CORRECTION_OF_OTHER_KIND = Rule(
    "correction-of-other-kind",
    Severity.ERROR,
    CONTRADICTIONS,
    11,
    title="更正和原记录不是同一种",
    cause="更正进展的写进展，更正审计的写审计。种类不同，公众不知道哪个数作废了。",
    mending="两条写成同一种，或者改正“更正哪一条”的编号。",
)


def correction_of_other_kind(correction: Record, corrected: Record) -> Finding:
    """An account that corrects progress, or the like."""
    message, hint = "更正和被更正的不是同一种公开内容。", "两条写成同一种，或者改正被更正记录的编号。"
    return contradiction(CORRECTION_OF_OTHER_KIND, correction, "kind", message, hint, corrected)


CORRECTION_BEFORE_ORIGINAL = Rule(
    "correction-before-original",
    Severity.ERROR,
    CONTRADICTIONS,
    12,
    title="更正早于原记录",
    cause="先有原记录，后有更正。日期反了，多半有一个写错。",
    mending="核对两条的公布日期，改正写错的一个。",
)


def correction_before_original(correction: Record, corrected: Record) -> Finding:
    """Nobody corrects what is not published yet."""
    message, hint = "更正的日期早于被更正的那一条。", "核对两条的公布日期，改正写错的一个。"
    return contradiction(CORRECTION_BEFORE_ORIGINAL, correction, "published_on", message, hint, corrected)


CORRECTION_RULES = (
    CORRECTION_WITHOUT_NOTE,
    CORRECTION_OF_NOTHING,
    CORRECTION_OF_OTHER_KIND,
    CORRECTION_BEFORE_ORIGINAL,
)

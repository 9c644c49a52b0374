"""What is wrong with a change as a whole: the rules of changes."""

from __future__ import annotations

from decimal import Decimal

from generator.model.chapters import RECORDS, RUNNING
from generator.model.dataset import Dataset, Field
from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.rule import Rule, Severity

UNEXPLAINED_REMOVAL = Rule(
    "unexplained-removal",
    Severity.ERROR,
    RECORDS,
    12,
    title="一次删去很多条，没有说明原因",
    cause="一次提交删去同一种数据好几条，常常是误删或者上传了旧文件。公开过的内容突然消失，公众会问为什么。",
    mending="不是有意删的，请恢复。确实要删，登记一条变动说明，写明原因。已经结束的，宜保留并注明状态。",
    bad="一次删去 40 条帮扶资源，没有说明",
    good="kind: supply\nreason: 本期目录改由街道分别填报，区级不再重复列出，以区民政局通知为准",
)


def unexplained_removal(dataset: Dataset, removed: list[Record], where: str) -> Problem:
    """Many records of one kind went at once: easily a folder that was left out, or a table cut off."""
    return Problem(
        UNEXPLAINED_REMOVAL,
        Location(removed[0].origin.file),
        f"“{dataset.title}”一次少了 {len(removed)} 条，这次提交没有说明原因。",
        f"不是有意删除的，请恢复；确实要删，就在 {where}/ 里写明原因。撤销的记录宜保留并注明状态，不必删除。",
    )


UNEXPLAINED_JUMP = Rule(
    "unexplained-jump",
    Severity.ERROR,
    RECORDS,
    13,
    title="数字一下子变了很多倍，没有说明原因",
    cause="金额、人数一下子变成原来的很多倍（默认是十倍）或几分之一，多半是多写少写了几位，或把元写成了万元。",
    mending="先核对数字。确实没有错，登记一条变动说明，写明原因。",
)


def unexplained_jump(field: Field, factor: Decimal, place: Location, key: str, where: str) -> Problem:
    """An amount or a number of people became many times what it was: easily a slip of the decimal point."""
    return Problem(
        UNEXPLAINED_JUMP,
        place,
        f"“{field.title}”一下子变了 {factor:.0f} 倍，这次提交没有说明原因。",
        f"先核对是不是多写或少写了几位、把元写成了万元；没有错，就在 {where}/ 里写明原因。",
        key,
    )


REVIEW_UNREADABLE = Rule(
    "review-unreadable",
    Severity.ERROR,
    RUNNING,
    28,
    title="检查结果的文件不能采用",
    cause="写评论的步骤只接受 mingshan vet 写的文件。提交里改了检查程序，就可能写出别的东西来。",
    mending="看检查的运行记录；提交里改了程序的，请技术人员审核。",
    bad="手工改过的 review.json",
    good="review.json（由 mingshan vet main -o review 写出，没有改过）",
)


def review_unreadable() -> Problem:
    """A document that is not what `mingshan vet` writes; a change can bring its own program along."""
    return Problem(
        REVIEW_UNREADABLE,
        Location("review.json"),
        "检查结果的文件不是 mingshan vet 写的，没有采用。",
        "看检查的运行记录；提交里改了程序的，请技术人员审核。",
    )


RULES = (
    UNEXPLAINED_REMOVAL,
    UNEXPLAINED_JUMP,
    REVIEW_UNREADABLE,
)

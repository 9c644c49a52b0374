"""What can be wrong with a site that several jobs draw and one joins."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

PART_UNFIT = Rule(
    "part-unfit",
    Severity.ERROR,
    RUNNING,
    98,
    title="分开画的几份拼不起来",
    cause="mingshan build --join 要的几份没有齐，有一份打不开，或者有一份不是照这里的数据、设置、日期和程序画的。",
    mending="让每一份都取同一个提交、装同一个 requirements.lock、用同一天（--as-of），重画缺的那一份，再拼。",
    bad="mingshan build --part 1/2 --parts /tmp/parts --as-of 2026-11-30\n"
    "mingshan build --join --parts /tmp/parts --as-of 2026-12-01",
    good="mingshan build --part 1/2 --parts /tmp/parts --as-of 2026-11-30\n"
    "mingshan build --part 2/2 --parts /tmp/parts --as-of 2026-11-30\n"
    "mingshan build --join --parts /tmp/parts --as-of 2026-11-30",
)


def part_missing(file: str, count: int) -> Problem:
    """One of those that the others speak of is not there, or there is none at all."""
    hint = f"用 mingshan build --part 把这一份画出来，放到这里，再拼。一共 {count} 份。"
    return Problem(PART_UNFIT, Location(file), "少了这一份，网站拼不起来。原来的网站照旧。", hint)


def part_damaged(file: str) -> Problem:
    """Not what `--part` wrote."""
    return Problem(
        PART_UNFIT, Location(file), "这一份打不开，或者内容坏了。原来的网站照旧。", "把这一份重画一次，再拼。"
    )


def part_of_another_site(file: str) -> Problem:
    """Drawn from other data, on another day or by another version."""
    message = "这一份不是照这里的数据、设置、日期和程序画的，拼进来就错了。原来的网站照旧。"
    hint = "每一份和最后拼的一步要取同一个提交、装同一个 requirements.lock，--as-of 写同一天。"
    return Problem(PART_UNFIT, Location(file), message, hint)


RULES = (PART_UNFIT,)

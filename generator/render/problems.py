"""What is wrong with a template: the rules of rendering."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

TEMPLATE_BROKEN = Rule(
    "template-broken",
    Severity.ERROR,
    RUNNING,
    15,
    title="自己的页面模板出了错",
    cause=(
        "站点 theme/templates/ 里的模板写错了名称、少了结束标记，或者引用了不存在的模板，页面画不出来。"
        "原来的网站没有动。"
    ),
    mending="照提示的文件和行号改正；不需要自己的模板时删掉它，就用自带的。",
)


def template_broken(place: Location, said: str) -> Problem:
    """A template of the instance misspells a name, is not closed, or does what cannot be done; `said` is the error."""
    return Problem(
        TEMPLATE_BROKEN,
        place,
        f"这个页面模板在这一行出了错（{said}），没有生成网站，原来的网站照旧。",
        "对照本程序 theme/templates 里的同名模板改正这一行；不需要自己的模板时，删掉这份文件，就用自带的。",
    )


TEMPLATE_OUTDATED = Rule(
    "template-outdated",
    Severity.WARNING,
    RUNNING,
    30,
    title="自己的页面模板不再起作用",
    cause="引擎升级以后，记录页的模板按用途命名（records/place.html），关联也按用途取（window.division）。旧的不会再用到。",
    mending="照提示改名或改写；CHANGELOG 里有一节写给各站点。",
)


def template_unused(file: str, moved_to: str) -> Problem:
    """No page looks for it; `moved_to` is the file that it is called by now, empty where nobody knows."""
    hint = f"改名为 {moved_to}。" if moved_to else "对照引擎自带的模板改名；不需要的，删去。"
    return Problem(TEMPLATE_OUTDATED, Location(file), "这份模板没有页面会用到。", hint)


def relation_renamed(place: Location, former: str, now: str) -> Problem:
    """Relations as `dataset.field`, by the name of old and by the role."""
    message = f"关联“{former}”现在按用途叫“{now}”，这里取不到了。"
    return Problem(TEMPLATE_OUTDATED, place, message, f"写成 {now}。")


RULES = (TEMPLATE_BROKEN, TEMPLATE_OUTDATED)

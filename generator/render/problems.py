"""What is wrong with a template: the rules of rendering."""

from __future__ import annotations

from generator.model.chapters import RUNNING
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
TEMPLATE_OUTDATED = Rule(
    "template-outdated",
    Severity.WARNING,
    RUNNING,
    30,
    title="自己的页面模板不再起作用",
    cause="引擎升级以后，记录页的模板按用途命名（records/place.html），关联也按用途取（window.division）。旧的不会再用到。",
    mending="照提示改名或改写；CHANGELOG 里有一节写给各站点。",
)
RULES = (TEMPLATE_BROKEN, TEMPLATE_OUTDATED)

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
RULES = (TEMPLATE_BROKEN,)

"""What is wrong with a saying: the rules of ordinary words."""

from __future__ import annotations

from generator.model.chapters import CHAPTERS_WORDS
from generator.model.rule import Rule, Severity

SAYING_AIMLESS = Rule(
    "saying-aimless",
    Severity.ERROR,
    CHAPTERS_WORDS,
    1,
    title="说法没有写指向什么",
    cause="一种说法要指向难处、对象、危险、地方、说的是谁或者同义词中的至少一样，否则听到了也没有用。",
    mending="在这一行写上指向的编号；不知道指向什么的，删去这一行。",
)
SAYING_TWO_DANGERS = Rule(
    "saying-two-dangers",
    Severity.ERROR,
    CHAPTERS_WORDS,
    2,
    title="一种说法听得出两种危险",
    cause="一句话里听出几种危险时，最要紧的先显示。长的说法里含着另一种更要紧的危险的说法，它自己写的危险就永远显示不出来。",
    mending="两处写成同一种危险；不该听出那一种的，在短的说法的 unless 里写上长的。",
)
SAYING_IN_NAME = Rule(
    "saying-in-name",
    Severity.WARNING,
    CHAPTERS_WORDS,
    3,
    title="说法碰上了地方或组织的名称",
    cause="查一个街道、一家组织的人，不该看到报警的卡片，也不该被当成遇到了难处。说法是名称的一部分，或者里面有整个名称，就会这样。",
    mending="把说法写长一些；或者在 unless 里写上这个名称；说的就是这个地方的，在 places 里写区划代码。",
)
SAYING_GROUPLESS = Rule(
    "saying-groupless",
    Severity.ERROR,
    CHAPTERS_WORDS,
    6,
    title="说法里的词组没有这个名字",
    cause="说法里一个名字后面加一个点，就是词组里的哪个词都行。词组里没有这个名字，这种说法永远听不到。",
    mending="照词组里的名字改正；还没有这一组的，先在词组里加上。",
)
SYNONYMS_IN_SETTINGS = Rule(
    "synonyms-in-settings",
    Severity.ADVICE,
    CHAPTERS_WORDS,
    7,
    title="同义词写在 mkdocs.yml 里",
    cause="平常的话只写一处，才不会两处说得不一样。写在“平常的话”那份表里，业务人员用表格就能改，不用碰网站的设置。",
    mending="照提示把每一组写成“平常的话”里的一行，再从 mkdocs.yml 删去 synonyms。搜索照旧。",
)
RULES = (SAYING_AIMLESS, SAYING_TWO_DANGERS, SAYING_IN_NAME, SAYING_GROUPLESS, SYNONYMS_IN_SETTINGS)

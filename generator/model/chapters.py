"""Chapters that rules of several stages or features stand in; each says to whom it speaks."""

from __future__ import annotations

from generator.model.rule import RuleChapter

CELLS = RuleChapter(
    1,
    "每一格的内容",
    "某一项写的内容不合要求：没有填、格式不对、超出范围。",
)
RECORDS = RuleChapter(
    2,
    "编号、引用和条数",
    "单看一格没有错，和别的记录放在一起就对不上。",
)
PRIVACY = RuleChapter(
    3,
    "个人信息",
    "写进代码库的内容，删掉以后历史里还在，等于永远公开。所以提交以前就拦下来；提示里不会重复查到的内容。",
)
CHAPTERS_ARTICLES = RuleChapter(
    5,
    "案例、征集和表彰",
    "案例正文、同意书、征集规则、评估和表彰的问题。",
)
WORKBOOKS = RuleChapter(
    6,
    "Excel、新建和评分",
    "用 mingshan import 导入 Excel、用 mingshan new 新建记录、用 mingshan review import 写入评分时会遇到的问题。",
)
CHAPTERS_FILES = RuleChapter(
    7,
    "文件和写法",
    "文件放错了地方、存错了格式，或者 YAML、CSV 的写法不对，程序读不懂。",
)
RUNNING = RuleChapter(
    10,
    "网页文章、设置和发布",
    "手写的网页、mkdocs.yml 里的设置，以及生成和发布网站时的问题。大多由技术人员处理。",
)
CHAPTERS_WORDS = RuleChapter(
    11,
    "平常的话和危险",
    "群众怎么说难处、怎么说危险，以及危险时先打哪个号码。",
)

"""Figures in a case that nothing on the site backs become findings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.features.cases.figures import backed_figures, is_told
from generator.features.cases.problems import (
    FIGURE_NOT_IN_SOURCE,
    FIGURE_PAGE_MISSING,
    FIGURE_UNBACKED,
    FIGURE_WITHOUT_SOURCE,
)
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.catalogue import Catalogue
from generator.model.cells import number_in, text_in
from generator.model.finding import Finding
from generator.model.quantities import find_quantities
from generator.render.article_blocks import without_comments

HOW_TO_BACK = (
    "在页首信息的 figures 里写上这个数字，并写明出自哪条项目公开记录（disclosure）、"
    "哪个统计页（page），或怎样算出（note）。"
)


def find_unbacked_figures(catalogue: Catalogue) -> Iterator[Finding]:
    """A number of people, times or money in a case says where it comes from."""
    for case in catalogue.with_role("case").values():
        if is_withdrawn(case):
            continue
        known = backed_figures(catalogue.pointing(case, "case_figure.case"))
        text, told = without_comments(text_in(case, "text")), set()
        for figure in find_quantities(text):
            told.add((figure.value, figure.unit))
            if (figure.value, figure.unit) not in known:
                line = text.count("\n", 0, figure.start)
                message = f"正文里的“{text[figure.start : figure.end]}”没有写出处。"
                yield Finding(FIGURE_UNBACKED, case, "text", message, HOW_TO_BACK, line)
        for field, unit, what in (("people_helped", "人", "帮助人数"), ("money", "元", "投入资金")):
            value = number_in(case, field)
            if value is not None and (value, unit) not in known:
                yield Finding(FIGURE_UNBACKED, case, field, f"“{what}”没有写出处。", HOW_TO_BACK)


def find_figures_without_source(catalogue: Catalogue) -> Iterator[Finding]:
    """A listed figure names the disclosure that holds it, the page that shows it, or how it was worked out."""
    disclosures = catalogue.with_role("disclosure")
    for row in catalogue.with_role("case_figure").values():
        disclosure, note = disclosures.get(text_in(row, "disclosure")), text_in(row, "note")
        if not (text_in(row, "disclosure") or text_in(row, "page") or note):
            message = f"数字“{text_in(row, 'label')[:20]}”没有写出处。"
            yield Finding(FIGURE_WITHOUT_SOURCE, row, "value", message, HOW_TO_BACK)
        elif disclosure and not note and not is_told(number_in(row, "value") or Decimal(0), disclosure):
            message = f"公开记录里找不到“{text_in(row, 'label')[:20]}”的这个数字。"
            hint = "核对数字和记录编号；由几条记录相加的，在 note 里写明怎么算。"
            yield Finding(FIGURE_NOT_IN_SOURCE, row, "disclosure", message, hint)


def find_pages_without_figure(catalogue: Catalogue, addresses: frozenset[str]) -> Iterator[Finding]:
    """A page that is named as a source exists; `addresses` are those of all planned pages."""
    for row in catalogue.with_role("case_figure").values():
        page = text_in(row, "page").partition("#")[0]
        if page and page not in addresses:
            hint = "写网址中域名后面的部分，如 statistics/2026H1/，以 / 结尾。"
            yield Finding(FIGURE_PAGE_MISSING, row, "page", "写作出处的网页本站没有。", hint)

"""Figures in a case that nothing on the site backs become findings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.features.cases.figures import backed_figures, is_disclosed
from generator.features.cases.problems import (
    figure_in_field_unbacked,
    figure_in_text_unbacked,
    figure_not_in_source,
    figure_page_missing,
    figure_without_source,
)
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.catalogue import Catalogue
from generator.model.cells import number_in, text_in
from generator.model.finding import Finding
from generator.model.quantities import find_quantities
from generator.render.article_blocks import without_comments


def find_unbacked_figures(catalogue: Catalogue) -> Iterator[Finding]:
    """A number of people, times or money in a case says where it comes from."""
    for case in catalogue.with_role("case").values():
        if is_withdrawn(case):
            continue
        known = backed_figures(catalogue.pointing(case, "case_figure.case"))
        text = without_comments(text_in(case, "text"))
        for figure in find_quantities(text):
            if (figure.value, figure.unit) not in known:
                line = text.count("\n", 0, figure.start)
                yield figure_in_text_unbacked(case, text[figure.start : figure.end], line)
        for field, unit, title in (("people_helped", "人", "帮助人数"), ("money", "元", "投入资金")):
            value = number_in(case, field)
            if value is not None and (value, unit) not in known:
                yield figure_in_field_unbacked(case, field, title)


def find_figures_without_source(catalogue: Catalogue) -> Iterator[Finding]:
    """A listed figure names the disclosure that holds it, the page that shows it, or how it was worked out."""
    disclosures = catalogue.with_role("disclosure")
    for row in catalogue.with_role("case_figure").values():
        disclosure, note = disclosures.get(text_in(row, "disclosure")), text_in(row, "note")
        if not (text_in(row, "disclosure") or text_in(row, "page") or note):
            yield figure_without_source(row, text_in(row, "label"))
        elif disclosure and not note and not is_disclosed(number_in(row, "value") or Decimal(0), disclosure):
            yield figure_not_in_source(row, text_in(row, "label"))


def find_pages_without_figure(catalogue: Catalogue, addresses: frozenset[str]) -> Iterator[Finding]:
    """A page that is named as a source exists; `addresses` are those of all planned pages."""
    for row in catalogue.with_role("case_figure").values():
        page = text_in(row, "page").partition("#")[0]
        if page and page not in addresses:
            yield figure_page_missing(row)

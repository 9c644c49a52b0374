"""The search page, planned."""

from __future__ import annotations

from generator.model.addresses import SEARCH
from generator.model.page import Page, SearchSubject
from generator.plan.listings import LISTINGS_HOME


def plan_search() -> Page:
    """The search page."""
    return Page(SEARCH, "站内搜索", "search_page", "search", SearchSubject(), crumbs=(LISTINGS_HOME,))

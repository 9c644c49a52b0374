"""What is planned from nearly everything to the same as last time, while nothing that was read for it is another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.base.cache import Cache
from generator.base.memoising import known_answers
from generator.base.reads import ask
from generator.build.record_shapes import record_shape
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.noted import declarations
from generator.model.noted_settings import noted_settings
from generator.model.page import Page, Plan
from generator.model.project import Settings
from generator.model.source import Source
from generator.store.answers import Kept
from generator.store.digests import short_digest
from generator.store.keeping import keep
from generator.store.parcel import tell
from generator.store.standing import Standing
from generator.store.values import Values

_PLAN, _MARK = "plan", "planned"


class _KeptPlan(NamedTuple):
    pages: tuple[Page, ...]
    kept: Kept


class KeptPlans:
    """The plans of topics; those that are told as `is_far_read` are kept in the cache, with what was read for them."""

    def __init__(self, cache: Cache, day: date) -> None:
        self._cache, self._day = cache, day

    def plan(self, topic: Topic, catalogue: Catalogue, settings: Settings, as_of: date) -> Iterable[Page]:
        """The pages of a topic."""
        if not topic.is_far_read:
            return topic.plan(catalogue, settings, as_of)
        asked = noted_settings(settings)
        name, base = f"plan of {topic.name}", _base(catalogue)
        known = self._cache.load(name, base)
        last = known if isinstance(known, _KeptPlan) else _KeptPlan((), Kept(base))
        standing = Standing(last.kept, Values(Source(catalogue, Plan((), (), {}), asked, self._day, {})))
        if standing.stands(_PLAN, _MARK):
            return last.pages
        pages, reads = ask(lambda: tuple(topic.plan(catalogue, asked, as_of)))
        parcel = tell([(_PLAN, _MARK, reads)], standing.values, known_answers())
        self._cache.store(name, base, _KeptPlan(pages, keep(standing, [_PLAN], [parcel])))
        return pages


def _base(catalogue: Catalogue) -> str:
    """How records are read and linked; the rest of what a plan depends on was noted when it was asked."""
    return short_digest("\n".join((*catalogue.backlinks, *map(record_shape, declarations(catalogue).values()))))

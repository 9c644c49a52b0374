"""A catalogue to the plan of the whole site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from generator.build.kept_plans import KeptPlans
from generator.build.rules import all_rules
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.facet import Facets
from generator.model.facets import find_facets
from generator.model.feature import Features, topics_of
from generator.model.page import Download, Page, Plan, TopicSubject
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.collisions import find_collisions
from generator.plan.dictionaries import plan_dictionaries
from generator.plan.listings import plan_listings
from generator.plan.records import plan_records
from generator.plan.search_page import plan_search

Made = TypeVar("Made")


def listed_datasets(catalogue: Catalogue) -> tuple[Dataset, ...]:
    """The datasets that have a list and record pages of their own."""
    return tuple(dataset for dataset in catalogue.datasets.values() if dataset.directory.pages)


def plan_site(
    catalogue: Catalogue,
    settings: Settings,
    content: tuple[tuple[str, str], ...],
    as_of: date,
    features: Features,
    kept: KeptPlans | None = None,
) -> tuple[Plan, tuple[Problem, ...]]:
    """Plan every page and download; `content` holds (address, file) of all that people wrote."""
    facets = {dataset.name: find_facets(catalogue, dataset) for dataset in listed_datasets(catalogue)}
    lists = (_pages_of(catalogue, each, facets[each.name], settings) for each in listed_datasets(catalogue))
    pages = tuple(chain(chain.from_iterable(lists), _other_pages(catalogue, settings, as_of, features, kept)))
    downloads = tuple(_downloads(catalogue, settings, features))
    return Plan(pages, downloads, facets), tuple(find_collisions(lambda: chain(pages, downloads), content))


def find_addresses(
    catalogue: Catalogue,
    settings: Settings,
    content: tuple[tuple[str, str], ...],
    as_of: date,
    features: Features,
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The same faults, and the addresses of pages alone, for whoever draws nothing: no more than one page is held."""
    addresses: set[str] = set()

    def planned() -> Iterator[Page | Download]:
        for dataset in listed_datasets(catalogue):
            for page in _pages_of(catalogue, dataset, find_facets(catalogue, dataset), settings):
                addresses.add(page.address)
                yield page
        for page in _other_pages(catalogue, settings, as_of, features):
            addresses.add(page.address)
            yield page
        yield from _downloads(catalogue, settings, features)

    problems = tuple(find_collisions(planned, content))
    return frozenset(addresses), problems


def _pages_of(catalogue: Catalogue, dataset: Dataset, facets: Facets, settings: Settings) -> Iterator[Page]:
    yield from plan_listings(catalogue, dataset, facets, settings.page_size)
    yield from plan_records(catalogue, dataset)


def _other_pages(
    catalogue: Catalogue, settings: Settings, as_of: date, features: Features, kept: KeptPlans | None = None
) -> Iterator[Page]:
    for topic in topics_of(features, catalogue, settings):
        planned = kept.plan(topic, catalogue, settings, as_of) if kept else topic.plan(catalogue, settings, as_of)
        for page in planned:
            yield page._replace(subject=_by_name(catalogue, page.subject))
    for feature in features:
        if feature.rule_pages is not None:
            yield from feature.rule_pages(all_rules(features).values())
    yield from plan_dictionaries(catalogue.datasets.values())
    yield plan_search()


def _downloads(catalogue: Catalogue, settings: Settings, features: Features) -> Iterator[Download]:
    for feature in features:
        yield from (_by_name(catalogue, each) for each in feature.downloads(catalogue, settings))
    for topic in topics_of(features, catalogue, settings):
        yield from (_by_name(catalogue, each) for each in topic.downloads(catalogue))


def _by_name(catalogue: Catalogue, made: Made) -> Made:
    """Features say by role what something is made from; from here on it is known by the names of the datasets."""
    if not isinstance(made, Download | TopicSubject) or not isinstance(made.datasets, Roles):
        return made
    return replace(made, datasets=_same(tuple(catalogue.roles.get(each, each) for each in made.datasets)))


@lru_cache(maxsize=1_000)
def _same(names: tuple[str, ...]) -> tuple[str, ...]:
    """One tuple for all files that are made from the same."""
    return names

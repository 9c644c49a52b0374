"""What a topic is: pages and files that are computed from records instead of showing one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.page import Download, Page
from generator.model.project import Settings

Planner = Callable[[Catalogue, Settings, date], Iterator[Page]]


def always(_settings: Settings) -> bool:
    """For topics that every instance has."""
    return True


def no_downloads(_catalogue: Catalogue) -> Iterator[Download]:
    """For topics that offer no files."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Topic:
    """`name` is its folder on the site and its frame, `menu` its section of the menu.

    Without all the datasets it `needs`, or where the settings do not want it, an instance does not have the topic.
    """

    name: str
    title: str
    menu: str | None
    needs: tuple[str, ...]
    plan: Planner
    downloads: Callable[[Catalogue], Iterator[Download]] = no_downloads
    wanted: Callable[[Settings], bool] = always

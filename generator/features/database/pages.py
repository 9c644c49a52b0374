"""The plan of the file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.database.volumes import databases_of
from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings

DATABASE_VERSION = "1"
"""Counts on when a table or a column comes to mean something else."""
DATABASE = f"database/v{DATABASE_VERSION}/catalogue.db"


def database_address(volume: str) -> str:
    """Where the file lies, or one of its volumes."""
    return f"database/v{DATABASE_VERSION}/catalogue-{volume}.db" if volume else DATABASE


def plan_database(catalogue: Catalogue, _settings: Settings) -> Iterator[Download]:
    """One file, made of everything that is given away, or a volume a place."""
    given = tuple(each.name for each in catalogue.datasets.values() if each.is_published)
    for volume in [each.name for each in databases_of(catalogue)] or [""]:
        yield Download(database_address(volume), "sqlite", given, volume)

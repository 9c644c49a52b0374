"""The plan of the file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings

DATABASE_VERSION = "1"
"""Counts on when a table or a column comes to mean something else."""
DATABASE = f"database/v{DATABASE_VERSION}/catalogue.db"


def plan_database(catalogue: Catalogue, _settings: Settings) -> Iterator[Download]:
    """One file, made of everything that is given away."""
    yield Download(DATABASE, "sqlite", tuple(each.name for each in catalogue.datasets.values() if each.is_published))

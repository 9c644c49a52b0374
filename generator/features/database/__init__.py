"""The whole public catalogue as one SQLite file: tables, what joins them, views with names in them, full text."""

from __future__ import annotations

from generator.features.database.open_format import database_formats
from generator.features.database.pages import plan_database
from generator.features.database.writing import database_file
from generator.model.feature import Feature, FileKind

FEATURE = Feature(
    name="database",
    downloads=plan_database,
    files={"sqlite": FileKind(database_file)},
    open_formats=(database_formats,),
)

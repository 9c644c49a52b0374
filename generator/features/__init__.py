"""What the datasets of the field mean: one folder a feature, the same word on every floor, one row here."""

from __future__ import annotations

from generator.features.books import FEATURE as BOOKS
from generator.features.calendar import FEATURE as CALENDAR
from generator.features.calls import FEATURE as CALLS
from generator.features.cases import FEATURE as CASES
from generator.features.changes import FEATURE as CHANGES
from generator.features.danger import FEATURE as DANGER
from generator.features.database import FEATURE as DATABASE
from generator.features.demonstration import FEATURE as DEMONSTRATION
from generator.features.duties import FEATURE as DUTIES
from generator.features.editions import FEATURE as EDITIONS
from generator.features.feedback import FEATURE as FEEDBACK
from generator.features.finder import FEATURE as FINDER
from generator.features.following import FEATURE as FOLLOWING
from generator.features.gaps import FEATURE as GAPS
from generator.features.giving import FEATURE as GIVING
from generator.features.government import FEATURE as GOVERNMENT
from generator.features.help import FEATURE as HELP
from generator.features.home import FEATURE as HOME
from generator.features.honours import FEATURE as HONOURS
from generator.features.hsds import FEATURE as HSDS
from generator.features.interface import FEATURE as INTERFACE
from generator.features.opendata import FEATURE as OPENDATA
from generator.features.packs import FEATURE as PACKS
from generator.features.purges import FEATURE as PURGES
from generator.features.sdmx import FEATURE as SDMX
from generator.features.slips import FEATURE as SLIPS
from generator.features.statistics import FEATURE as STATISTICS
from generator.features.taking import FEATURE as TAKING
from generator.features.words import FEATURE as WORDS
from generator.model.feature import Features

FEATURES: Features = (
    FINDER,
    DUTIES,
    EDITIONS,
    GAPS,
    STATISTICS,
    PACKS,
    CALENDAR,
    HONOURS,
    FEEDBACK,
    HELP,
    CASES,
    CALLS,
    BOOKS,
    HOME,
    OPENDATA,
    INTERFACE,
    DATABASE,
    HSDS,
    GIVING,
    SDMX,
    CHANGES,
    WORDS,
    DANGER,
    DEMONSTRATION,
    PURGES,
    FOLLOWING,
    TAKING,
    SLIPS,
    GOVERNMENT,
)
"""Every feature, in the order of the menu."""

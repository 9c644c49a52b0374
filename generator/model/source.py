"""All that pages are drawn from, as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.example import Example
from generator.model.open_format import OpenFormat
from generator.model.page import Plan
from generator.model.passage import Picture
from generator.model.project import Settings
from generator.model.rule import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """All that pages are drawn from; one is made a build, so it may stand as a key for what is worked out once.

    `changes` gives the day git last saw each file change, `pictures` what was found in each picture file.
    """

    catalogue: Catalogue
    plan: Plan
    settings: Settings
    as_of: date
    changes: Mapping[str, date]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    charts: Mapping[str, str] = field(default_factory=dict)
    """Drawings of charts by their digest."""
    examples: Mapping[str, Example] = field(default_factory=dict)
    """How a fault looks before and after it is mended, by rule."""
    open_formats: tuple[Callable[[Source], Iterator[OpenFormat]], ...] = ()
    """What tells of the formats in which the data can be taken, by the features that write them."""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """Every rule a problem can name, by its code."""

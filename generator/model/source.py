"""All that pages are drawn from, as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Protocol

from generator.base.cache import Cache
from generator.base.noted_day import noted_day
from generator.base.reads import note
from generator.model.catalogue import Catalogue
from generator.model.data_release import DataRelease
from generator.model.example import Example
from generator.model.facet import Facets
from generator.model.open_format import OpenFormat
from generator.model.page import Download, Plan
from generator.model.passage import Picture
from generator.model.project import Settings
from generator.model.rule import Rule

DOWNLOADS, FACETS, PAGE, FILE_AT, DRAWN_WITH = "downloads", "facets", "page", "file", "template"
AS_WRITTEN = "written"


class SiteFile(Protocol):
    """A file as it lies on the site: its size in bytes, and the SHA-256 of what is in it."""

    @property
    def size(self) -> int:
        """So many bytes."""

    @property
    def digest(self) -> str:
        """In hexadecimal figures."""


class NotYetWrittenError(LookupError):
    """Somebody tells of a file that is not as it will be yet: whoever asks is drawn after it."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """All that pages are drawn from; one is made a build, so it may stand as a key for what is worked out once.

    Nothing that is worked out once may look at `files`, which are those that are as they will be, and become more while
    the site is drawn: with others it is still the same.

    `changes` gives the day git last saw each file change, `pictures` what was found in each picture file. What a page
    asks of it is noted; `plan` and `day` are for those who draw the whole site, and are not.
    """

    catalogue: Catalogue
    plan: Plan
    settings: Settings
    day: date
    changes: Mapping[str, date]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    examples: Mapping[str, Example] = field(default_factory=dict)
    """How a fault looks before and after it is mended, by rule."""
    open_formats: tuple[Callable[[Source], Iterator[OpenFormat]], ...] = ()
    """What tells of the formats in which the data can be taken, by the features that write them."""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """Every rule a problem can name, by its code."""
    releases: tuple[DataRelease, ...] = ()
    """What changed from each release of the data to the next, the newest first. With another one all is drawn anew."""
    files: Mapping[str, SiteFile] = field(default_factory=dict)
    kept: Cache | None = None
    """What files that hold everything are joined of, by content; nothing where nothing is kept."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The digest of each template with those it names, by its name; Jinja notes which it is asked for."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and all(getattr(self, name) is getattr(other, name) for name in _TOLD_BY)

    def __hash__(self) -> int:
        return hash((id(self.catalogue), id(self.plan)))

    @property
    def as_of(self) -> date:
        """The day the site is built for; it notes itself what it is asked."""
        return noted_day(self.day)

    @property
    def downloads(self) -> tuple[Download, ...]:
        """Every file the site will hold."""
        note((DOWNLOADS,))
        return self.plan.downloads

    def facets(self, dataset: str) -> Facets:
        """What the lists of a dataset are narrowed by."""
        note((FACETS, dataset))
        return self.plan.facets[dataset]

    def has_page(self, address: str) -> bool:
        """Whether the site will hold this page."""
        note((PAGE, address))
        return self.plan.has_page(address)

    def has_file(self, address: str) -> bool:
        """Whether the site will hold this file."""
        note((FILE_AT, address))
        return self.plan.has_file(address)

    def written(self, address: str) -> SiteFile:
        """The file at this address, for those who tell of it without writing it themselves."""
        note((AS_WRITTEN, address))
        if address not in self.files:
            raise NotYetWrittenError(address)
        return self.files[address]


_TOLD_BY = tuple(each.name for each in fields(Source) if each.name != "files")

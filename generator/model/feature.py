"""A feature of the field as one value: every hook by which it joins in what the stages do.

Stages import no feature; `build` hands them the list. A hook is an importable function of plain values, so that
another process can run it. What a feature does not do it leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.base.parallel import Spread
from generator.model.catalogue import Catalogue
from generator.model.context import Context
from generator.model.data_release import Compare
from generator.model.open_format import OpenFormat
from generator.model.page import Download, Page
from generator.model.printing import Printing
from generator.model.problem import Problem
from generator.model.project import Project, Settings
from generator.model.record import Record
from generator.model.rule import Rule
from generator.model.source import Source
from generator.model.table import Locate, RawTable

Columns = Mapping[str, str]
"""The columns that the path of a file to be written gives."""


def always(_settings: Settings) -> bool:
    """For what every instance has."""
    return True


def plans_nothing(*_given: Catalogue | Settings) -> Iterator[Download]:
    """For what offers no files."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Pages and files that are computed from records: `name` is the folder and the frame, `menu` the section.

    Without all the datasets it `needs`, or where the settings do not want it, an instance does not have the topic.
    """

    name: str
    title: str
    menu: str | None
    needs: tuple[str, ...]
    plan: Callable[[Catalogue, Settings, date], Iterator[Page]]
    downloads: Callable[[Catalogue], Iterator[Download]] = plans_nothing
    wanted: Callable[[Settings], bool] = always
    is_far_read: bool = False
    """Whether so much is read to plan it that the plan is kept for the next build."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What fills one kind of computed page, given its key."""

    context: Callable[[Source, str], Context]
    head: tuple[str, ...] = ()
    """Elements for the head of the page; `{root}` leads to the site's root."""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """What a feature adds to the pages of a role's records."""

    context: Callable[[Source, Record], Context]


@dataclass(frozen=True, slots=True)
class FileKind:
    """What writes one kind of file."""

    write: Callable[[Source, Download], str | bytes]


@dataclass(frozen=True, slots=True)
class PackKind:
    """A file made in two steps: its data as JSON, then set by `typst` (in `theme/print/packs/`) or as a workbook."""

    write: Callable[[Source, Download], str]
    typst: str = ""


@dataclass(frozen=True, slots=True)
class PrintKind:
    """What is typeset, bound or converted: such files are made again only when what goes into them changes."""

    make: Callable[[Source, Download], Printing]
    is_typeset: bool = False


@dataclass(frozen=True, slots=True)
class Filling:
    """What the sheets of a dataset need not say, because somebody else knows it.

    `given` is said by the path, `usual` holds unless the sheet says otherwise, `later` is filled in afterwards.
    """

    given: Mapping[str, str]
    usual: Mapping[str, str] = field(default_factory=dict)
    later: frozenset[str] = frozenset()


class CellNote(NamedTuple):
    """What the writer of a cell is told of how it was read; `row` counts the rows of the table from 0."""

    row: int
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A table put as the declaration asks for it."""

    table: RawTable
    notes: tuple[CellNote, ...] = ()


def _word_for_word(table: RawTable, _smallest_count: int) -> Translation:
    return Translation(table)


@dataclass(frozen=True, slots=True)
class Completion:
    """What an importer knows of a dataset beyond its declaration; `complete` fills in all sheets of a file.

    `translate` puts what sheets of old say into the words of today, given the smallest count that may be published.
    """

    filling: Callable[[Catalogue, Columns], Filling]
    complete: Callable[[Catalogue, Columns, Sequence[RawTable]], Sequence[RawTable]]
    answers: frozenset[str] = frozenset()
    """Rows in which none of these is filled are questions that nobody has answered yet, and are left out."""
    translate: Callable[[RawTable, int], Translation] = _word_for_word


@dataclass(frozen=True, slots=True, eq=False)
class Feature:
    """One row of `generator/features/__init__.py`; `name` is its folder there and under `theme/`."""

    name: str
    rules: tuple[Rule, ...] = ()
    """What its problems can name; every rule stands in one such table, or in that of the engine."""
    rule_pages: Callable[[Iterable[Rule]], Iterator[Page]] | None = None
    """Pages about all rules there are, the engine's and every feature's."""
    topics: tuple[Topic, ...] = ()
    pages: Mapping[str, TopicPage] = field(default_factory=dict)
    """What fills the pages of its topics, by the subject's topic."""
    downloads: Callable[[Catalogue, Settings], Iterator[Download]] = plans_nothing
    """Files beside the pages of records, which no topic plans."""
    files: Mapping[str, FileKind] = field(default_factory=dict)
    packs: Mapping[str, PackKind] = field(default_factory=dict)
    printings: Mapping[str, PrintKind] = field(default_factory=dict)
    records: Mapping[str, tuple[RecordPart, ...]] = field(default_factory=dict)
    """By role, what it adds to the pages of records."""
    record_templates: Mapping[str, str] = field(default_factory=dict)
    """By role, the template of records whose whole page is the feature's; without it they have the general one."""
    record_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By role, elements for the heads of record pages."""
    heads: tuple[Callable[[Source, Page], Iterator[str]], ...] = ()
    """What other programs read in the head of any page."""
    article_heads: tuple[Callable[[Source, str], Iterator[str]], ...] = ()
    """The same for what people wrote, given its file, such as `content/help.md`."""
    everywhere: Callable[[Source], Context | None] | None = None
    """What every template may know of it, as `site.of.NAME`: where it is, for links; None where a site has it not."""
    blocks: Mapping[str, Callable[[Source], Context]] = field(default_factory=dict)
    """What fills `<!-- mingshan: NAME -->` in content pages; `theme/templates/blocks/NAME.html` draws it."""
    contradictions: tuple[Callable[[Catalogue, Locate], Iterable[Problem]], ...] = ()
    """Faults that show only when records are seen together; none depends on today."""
    reminders: tuple[Callable[[Catalogue, Settings, date, Locate], Iterable[Problem]], ...] = ()
    """What should be done soon: advice that fails nobody's check."""
    page_problems: tuple[Callable[[Catalogue, frozenset[str], Locate], Iterable[Problem]], ...] = ()
    """Faults that show only when the addresses of all pages are known."""
    hides: tuple[Callable[[Catalogue, Settings, date], Catalogue], ...] = ()
    """The catalogue without what may not be shown (any more)."""
    search_traits: tuple[Callable[[Catalogue, Record], Iterator[tuple[str, tuple[str, ...]]]], ...] = ()
    """What ranking must know of a record beside its words, by names that begin with `_`."""
    synonyms: tuple[Callable[[Catalogue], Iterable[tuple[str, ...]]], ...] = ()
    """Groups of words that search treats as one."""
    completions: Mapping[str, Completion] = field(default_factory=dict)
    """By role, what an importer knows beyond a declaration."""
    audits: tuple[Callable[[Project, Catalogue, Sequence[Problem], Spread], tuple[Problem, ...]], ...] = ()
    """Attacks on what is published; part of every check. What takes long is spread over processes or machines."""
    open_formats: tuple[Callable[[Source], Iterator[OpenFormat]], ...] = ()
    """The formats in which it gives data away: what the page 开放数据 lists."""
    compare: Compare | None = None
    """Tells two states of the data apart: what the log of their releases is made of."""
    raw_sheets: tuple[Callable[[Catalogue], Callable[[Sequence[str]], bool]], ...] = ()
    """Make the function that tells from a header whether a sheet could be raw data that must not be here."""


Features = tuple[Feature, ...]


def topics_of(features: Features, catalogue: Catalogue, settings: Settings) -> tuple[Topic, ...]:
    """The topics that the settings want and whose datasets the instance declares, in the order of the menu."""
    wanted = (topic for feature in features for topic in feature.topics if topic.wanted(settings))
    known = {*catalogue.roles, *catalogue.datasets}
    return tuple(topic for topic in wanted if known.issuperset(topic.needs))


@cache
def topic_pages(features: Features) -> Mapping[str, TopicPage]:
    """What fills each kind of computed page, by the subject's topic."""
    return {name: page for feature in features for name, page in feature.pages.items()}


@cache
def record_parts(features: Features, role: str) -> tuple[RecordPart, ...]:
    """What is added to the pages of a role's records."""
    return tuple(part for feature in features for part in feature.records.get(role, ()))


@cache
def record_templates(features: Features) -> Mapping[str, str]:
    """The templates of records whose whole page is a feature's, by role."""
    return {role: template for feature in features for role, template in feature.record_templates.items()}


@cache
def file_kinds(features: Features) -> Mapping[str, FileKind]:
    """What writes each kind of file."""
    return {name: kind for feature in features for name, kind in feature.files.items()}


@cache
def pack_kinds(features: Features) -> Mapping[str, PackKind]:
    """What makes each kind of file that takes two steps."""
    return {name: kind for feature in features for name, kind in feature.packs.items()}


@cache
def print_kinds(features: Features) -> Mapping[str, PrintKind]:
    """What makes each kind of file outside the templates."""
    return {name: kind for feature in features for name, kind in feature.printings.items()}


@cache
def block_kinds(features: Features) -> Mapping[str, Callable[[Source], Context]]:
    """What fills each block."""
    return {name: fill for feature in features for name, fill in feature.blocks.items()}


def completion_of(features: Features, role: str) -> Completion:
    """The role's own completion, else the one for all: what the path says holds for every row."""
    found = (feature.completions[role] for feature in features if role in feature.completions)
    return next(found, PATH_SAYS)


def _as_it_is(_catalogue: Catalogue, _columns: Columns, tables: Sequence[RawTable]) -> Sequence[RawTable]:
    return tables


PATH_SAYS = Completion(lambda _catalogue, columns: Filling(columns), _as_it_is)

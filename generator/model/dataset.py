"""What a `dataset.yaml` declares, as frozen values: a Table Schema and the `directory:` block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.base.house import NATIONAL
from generator.model.tabulation import Tabulation

GIVEN_AWAY = ("public", "aggregate")
"""What `privacy` says of datasets that the public may take."""


@dataclass(frozen=True, slots=True)
class Category:
    """One allowed value of a field (Data Package v2 `categories`): what is written and what is shown."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One column. `format` is ours (`directory.formats`); `descriptor` is the standard Table Schema field."""

    name: str
    type: str
    title: str
    description: str
    required: bool
    format: str
    personal: bool
    categories: tuple[Category, ...]
    target: str | None
    """Name of the dataset this field refers to, from `schema.foreignKeys`."""
    descriptor: Mapping[str, Any]
    aliases: tuple[str, ...] = ()
    """Headings under which this field comes in other people's spreadsheets (`directory.aliases`)."""

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values (`type: list`)."""
        return self.type == "list"

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What is shown for each allowed value; empty when any value is allowed."""
        return {category.value: category.label for category in self.categories}


@dataclass(frozen=True, slots=True)
class DeclaredLink:
    """Both ends of a reference: `label` reads it from here, `backlabel` from the record it points at."""

    field: str
    target: str
    label: str
    backlabel: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow a list. `level` picks ancestors of that level when the field points at a hierarchy."""

    name: str
    field: str
    label: str
    level: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """One block of a record page: a heading and the fields under it."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nesting:
    """Where the rows of a child dataset are written: the list `list` inside each record of `dataset`."""

    dataset: str
    list: str
    parent_field: str


@dataclass(frozen=True, slots=True)
class ConsentTerms:
    """Which fields say what people agreed to show (`scope`), how (`basis`, may be empty), and until which day.

    After that day the fields `hides` are shown nowhere, nor are the rows written inside the record.
    """

    scope: str
    basis: str = ""
    until: str = ""
    hides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """What a record is to search engines: a schema.org type, and (property, field) of what is told of it."""

    type: str
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """How the home page counts the records: all, or those with a value in a field; lower positions come first."""

    label: str
    unit: str
    position: int
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How an import numbers rows that come without a number: `within` a field's value, counting on.

    What was known by the same words (`known_by`: the name, and whose it is) keeps the number it had.
    """

    field: str
    within: str
    digits: int
    known_by: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Directory:
    """The `directory:` block: how records are named, listed, filtered, linked, laid out and protected."""

    label: str
    summary: str | None
    columns: tuple[str, ...]
    filters: tuple[Filter, ...]
    links: tuple[DeclaredLink, ...]
    layout: tuple[Section, ...]
    order: tuple[tuple[str, str], ...]
    """Pairs of date fields; the first must not be after the second."""
    sort: tuple[str, ...]
    """Fields by which lists are sorted; a leading `-` turns the direction round."""
    minimum: int
    maximum: int
    privacy: str
    """`public`, `aggregate`, `personal` or `internal`; empty: nobody has said, and nothing is given away."""
    hierarchy: tuple[str, str] | None
    """(`parent` field, `level` field) when records form a tree."""
    ended: tuple[str, tuple[str, ...]] | None
    """(field, values) that say of a record that it is past: kept and found, but no longer on offer."""
    nesting: Nesting | None
    pages: bool
    """Whether each record has a page of its own."""
    menu: str | None
    """Section of the site's menu in which the list stands."""
    tabulation: Tabulation | None = None
    """How the rows form a statistical table, when they do."""
    source: str | None = None
    """Folder of the records, relative to the project's root, where they do not lie beside their declaration."""
    body: str | None = None
    """Field that holds the text below the front matter, when records are Markdown."""
    filing: str = ""
    """What those who keep the records must know: how they are shared out into files. Not for the public."""
    consent: ConsentTerms | None = None
    """On whose consent the records rest, and what goes when it ends."""
    role: str = ""
    """What the dataset is for (`model/role`); empty: nothing that the code knows."""
    origin: str = ""
    """`city`: nobody elsewhere has such a thing, so that a new site does not get it."""
    binding: tuple[str, ...] = ()
    """Fields of what law and policy say: a city that changes one of them in a national record is warned."""
    described_as: Described | None = None
    counted: Counted | None = None
    completeness: tuple[str, ...] = ()
    """Fields that may be left empty and are worth filling in: how full a record is."""
    former: tuple[str, ...] = ()
    """Fields that nobody is asked for: of before, or filled by programs; files that have them are read as ever."""
    also_called: tuple[str, ...] = ()
    """Fields with other names of a record, by which tables that people send may speak of it."""
    lookalikes: tuple[str, ...] = ()
    """Fields whose names must not pass for each other's."""
    numbering: Numbering | None = None
    foreign: bool = False
    """Figures that somebody else made: they have a source and a licence, and are never taken for our own tables."""
    standard: tuple[tuple[str, str], ...] = ()
    """(standard name, own name) of the fields that the role knows under another name than the dataset."""


@dataclass(frozen=True)
class Dataset:
    """One kind of record.

    `folder` is relative to the project's root, `path` to the folder of records; `{column}` in `path` is a column.
    """

    name: str
    title: str
    description: str
    folder: str
    path: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    directory: Directory
    descriptor: Mapping[str, Any]
    """The standard Data Resource descriptor, without our block."""
    digest: str
    """Changes whenever the declaration changes."""
    is_national: bool = False
    """Whether the engine declares it; `folder` is then where an instance may put records of its own."""
    takes_national: bool = False
    """Whether records that the engine ships under this name are among its own."""

    @property
    def declaration(self) -> str:
        """The declaration's file, relative to the project's root or, of a national one, to the engine's."""
        return f"{self.national_folder if self.is_national else self.folder}/dataset.yaml"

    @property
    def national_folder(self) -> str:
        """Where records of this dataset that every instance has would lie."""
        return f"{NATIONAL}/{self.name}"

    @property
    def records_folder(self) -> str:
        """Where the records lie, relative to the project's root."""
        return self.directory.source or self.folder

    @property
    def is_published(self) -> bool:
        """Whether others may take the whole of it: somebody has declared so."""
        return self.directory.privacy in GIVEN_AWAY

    @property
    def holds_lists(self) -> bool:
        """Whether rows of other datasets may be nested in its records: a file a record, not a table."""
        return self.directory.nesting is None and not self.path.endswith(".csv")

    @cached_property
    def columns(self) -> Mapping[str, Field]:
        """Fields by name, in declared order."""
        return {field.name: field for field in self.fields}

    @cached_property
    def offered(self) -> tuple[Field, ...]:
        """The fields that people are asked to fill in."""
        return tuple(field for field in self.fields if field.name not in self.directory.former)

    @cached_property
    def known_fields(self) -> Mapping[str, Field]:
        """Fields by name and, where the role's standard name is another, by that too."""
        return {**self.columns, **{standard: self.columns[own] for standard, own in self.directory.standard}}

    @cached_property
    def references(self) -> tuple[Field, ...]:
        """The fields that name records of a dataset."""
        return tuple(field for field in self.fields if field.target is not None)

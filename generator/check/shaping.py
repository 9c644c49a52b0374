"""A declaration without faults to the dataset it declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.check.former_declarations import with_former_consent, with_former_role
from generator.model.dataset import (
    GIVEN_AWAY,
    Category,
    ConsentTerms,
    Counted,
    Dataset,
    DeclaredLink,
    Described,
    Directory,
    Field,
    Filter,
    Nesting,
    Numbering,
    Section,
)
from generator.model.declaration import RawDeclaration
from generator.model.tabulation import Axis, Contained, CountedRows, Grouping, Measured, Rounded, Standard, Tabulation

MOST_RECORDS = 1_000_000
UNSORTED = "基本信息"
"""The heading of a record page that nobody laid out."""


def shape_dataset(one: RawDeclaration, document: Mapping[str, Any]) -> Dataset:
    """Give every optional key its default."""
    block = document["directory"]
    schema = document["schema"]
    targets = {each["fields"][0]: each["reference"]["resource"] for each in schema.get("foreignKeys") or []}
    fields = tuple(_field(each, block, targets) for each in schema["fields"])
    key = schema["primaryKey"]
    dataset = Dataset(
        name=one.name,
        title=document["title"],
        description=document.get("description", ""),
        folder=one.folder,
        path=document.get("path", ""),
        fields=fields,
        primary_key=tuple(key) if isinstance(key, list) else (key,),
        directory=_directory(block, {field.name: field for field in fields}),
        descriptor={name: value for name, value in document.items() if name not in ("directory", "path")},
        digest=one.digest,
        is_national=one.is_national,
        takes_national=one.takes_national,
    )
    return with_former_consent(dataset if "role" in block else with_former_role(dataset))


def _field(descriptor: Mapping[str, Any], block: Mapping[str, Any], targets: Mapping[str, str]) -> Field:
    name = descriptor["name"]
    return Field(
        name=name,
        type=descriptor.get("type", "string"),
        title=descriptor.get("title", name),
        description=descriptor.get("description", ""),
        required=bool(descriptor.get("constraints", {}).get("required")),
        format=(block.get("formats") or {}).get(name) or _standard_format(descriptor),
        personal=name in (block.get("personal") or ()),
        categories=tuple(_category(each) for each in descriptor.get("categories") or ()),
        target=targets.get(name),
        descriptor=descriptor,
        aliases=tuple((block.get("aliases") or {}).get(name) or ()),
    )


def _standard_format(descriptor: Mapping[str, Any]) -> str:
    """A string's own format, by the name we show it under."""
    return {"uri": "url", "email": "email"}.get(descriptor.get("format", ""), "")


def _category(each: Any) -> Category:
    if isinstance(each, dict):
        return Category(str(each["value"]), str(each.get("label", each["value"])))
    return Category(str(each), str(each))


def _directory(block: Mapping[str, Any], fields: Mapping[str, Field]) -> Directory:
    size, hierarchy, nested = block.get("records") or {}, block.get("hierarchy"), block.get("nested")
    ended = block.get("ended")
    return Directory(
        label=block["label"],
        summary=block.get("summary"),
        columns=tuple(block.get("columns") or ()),
        filters=tuple(_filter(each, fields) for each in block.get("filters") or ()),
        links=tuple(_link(each, fields) for each in block.get("links") or ()),
        layout=_layout(block, fields),
        order=tuple((first, second) for first, second in block.get("order") or ()),
        sort=tuple(block.get("sort") or ()),
        minimum=size.get("min", 0),
        maximum=size.get("max", MOST_RECORDS),
        privacy=block.get("privacy", ""),
        hierarchy=(hierarchy["parent"], hierarchy["level"]) if hierarchy else None,
        ended=(ended["field"], tuple(ended["values"])) if ended else None,
        nesting=Nesting(nested["in"], nested["list"], nested["parent"]) if nested else None,
        pages=block.get("pages", nested is None) and block.get("privacy", "") in GIVEN_AWAY,
        menu=block.get("menu"),
        tabulation=_tabulation(block["statistics"]) if "statistics" in block else None,
        source=block.get("source"),
        body=block.get("body"),
        filing=block.get("filing", ""),
        consent=_consent(block.get("consent")),
        role=block.get("role", ""),
        origin=block.get("origin", ""),
        binding=tuple(block.get("binding") or ()),
        described_as=_described(block.get("described_as")),
        counted=Counted(**block["counted"]) if "counted" in block else None,
        completeness=tuple(block.get("completeness") or ()),
        former=tuple(block.get("former") or ()),
        also_called=tuple(block.get("also_called") or ()),
        lookalikes=tuple(block.get("lookalikes") or ()),
        numbering=_numbering(block.get("numbering")),
        foreign=bool(block.get("foreign")),
        standard=tuple((block.get("fields") or {}).items()),
    )


def _consent(written: Any) -> ConsentTerms | None:
    if written is None or isinstance(written, str):
        return ConsentTerms(written) if written else None
    return ConsentTerms(written["scope"], written.get("basis", ""), written["until"], tuple(written["hides"]))


def _described(written: Mapping[str, Any] | None) -> Described | None:
    return Described(written["type"], tuple((written.get("properties") or {}).items())) if written else None


def _numbering(written: Mapping[str, Any] | None) -> Numbering | None:
    if not written:
        return None
    name, giver = written["known_by"]
    return Numbering(written["field"], written["within"], written["digits"], (name, giver))


def _layout(block: Mapping[str, Any], fields: Mapping[str, Field]) -> tuple[Section, ...]:
    """What nobody sorted stands together: everything but what heads the page."""
    if "layout" in block:
        return tuple(Section(each["title"], tuple(each["fields"])) for each in block["layout"])
    heads = (block["label"], block.get("summary"), block.get("body"))
    rest = tuple(name for name in fields if name not in heads)
    return (Section(UNSORTED, rest),) if rest else ()


def _tabulation(block: Mapping[str, Any]) -> Tabulation:
    axes = (
        Axis(
            each["field"],
            each.get("codes"),
            tuple(each.get("levels") or each.get("calendar") or ()),
            each.get("total"),
            frozenset(each.get("only") or ()),
            tuple(Grouping(group["codes"], group["members"]) for group in each.get("also") or ()),
        )
        for each in block["axes"]
    )
    measures = (
        Measured(
            each["code"],
            each["unit"],
            each.get("counted_by"),
            each.get("part_of"),
            tuple(map(_standard, each.get("standards", ()))),
        )
        for each in block["measures"]
    )
    rounded = _rounded(block["rounded"]) if "rounded" in block else None
    contains = (
        Contained(each["records"], each["count"], each["measure"], each.get("of", ""))
        for each in block.get("contains", ())
    )
    return Tabulation(tuple(axes), tuple(measures), rounded, _counted_rows(block.get("rows")), tuple(contains))


def _standard(block: Mapping[str, Any]) -> Standard:
    return Standard(
        tuple(sorted(block["where"].items())),
        block["least"],
        block["most"],
        str(block["from"]),
        str(block.get("until", "")),
        block["source"],
    )


def _counted_rows(block: Mapping[str, Any] | None) -> CountedRows | None:
    if block is None:
        return None
    return CountedRows(block["are"], tuple(block.get("household_key", ())), tuple(block.get("additive", ())))


def _rounded(block: Mapping[str, Any]) -> Rounded:
    never = (tuple(sorted(each.items())) for each in block.get("never", ()))
    return Rounded(block["field"], block["level"], block["base"], tuple(never), block.get("drawn_as", ""))


def _filter(each: Any, fields: Mapping[str, Field]) -> Filter:
    given = {"field": each} if isinstance(each, str) else each
    name = given["field"]
    level = given.get("level")
    return Filter(given.get("name") or level or name, name, given.get("label") or fields[name].title, level)


def _link(each: Mapping[str, Any], fields: Mapping[str, Field]) -> DeclaredLink:
    field = fields[each["field"]]
    return DeclaredLink(field.name, field.target or "", each.get("label") or field.title, each["backlabel"])

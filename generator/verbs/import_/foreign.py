"""A source from elsewhere and its mapping to the files that it would add or change, and to a report of every record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.exchange.foreign.foreign_mapping import (
    ROLES_BROUGHT,
    SHIPPED,
    ForeignMapping,
    MappingFault,
    RecordMapping,
    laid_over,
    shape_mapping,
)
from generator.exchange.foreign.foreign_paths import texts_at
from generator.exchange.foreign.foreign_problems import (
    fields_unmapped,
    mapping_fault,
    nothing_to_extend,
    other_format,
    persons_refused,
    records_refused,
    values_left_out,
)
from generator.exchange.foreign.mapping_proposal import open_fields, proposal_text
from generator.exchange.record_files import path_columns, record_texts
from generator.model.calendar import period_at
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.dataset import Field
from generator.model.problem import Problem
from generator.model.project import Project
from generator.read.sent_files import read_sent_file
from generator.read.size_limits import MEGABYTE
from generator.read.text import decode
from generator.read.yaml_nodes import compose_mapping
from generator.read.yaml_values import find_value_faults, typed
from generator.verbs.import_.foreign_records import Brought, RoleReport, bring
from generator.verbs.import_.foreign_source import ForeignSource, read_source

_CODE_LISTS = ("category", "group", "incentive")
"""Roles of code lists whose words a source has its own of."""
_HOTLINE = "12345"
_HALF = 6


@dataclass(frozen=True)
class ForeignImport:
    """`files` are texts by path; `proposal` is a mapping for a source that has none yet."""

    brought: Brought
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
    source: Mapping[str, str]
    repeated: Mapping[str, int]
    """Objects with the id of another, by their kind: with it they are one."""
    proposal: str = ""


def read_mapping(format_: str, file: Path | None) -> ForeignMapping | tuple[Problem, ...]:
    """The mapping of a file, over the engine's own of the format it extends; without a file the engine's own."""
    own: Mapping[str, Any] | tuple[Problem, ...] = {"extends": format_} if file is None else _document(file)
    name = file.name if file else f"{format_}.yaml"
    if isinstance(own, tuple):
        return own
    document: Mapping[str, Any] = {"format": format_, **own}
    base = own.get("extends")
    if base is not None:
        shipped = SHIPPED / f"{base}.yaml"
        if not isinstance(base, str) or not base.isalnum() or not shipped.is_file():
            return (nothing_to_extend(name),) if file else _bare(format_)
        below = _document(shipped)
        if isinstance(below, tuple):
            return below
        document = laid_over(below, {key: value for key, value in own.items() if key != "extends"})
    if document["format"] != format_:
        return (other_format(name, str(document["format"]), format_),)
    shaped = shape_mapping(document)
    return tuple(mapping_fault(name, *each) for each in shaped) if isinstance(shaped, tuple) else shaped


def _bare(format_: str) -> ForeignMapping:
    return ForeignMapping(format_, (), {}, {}, {})


def _document(file: Path) -> Mapping[str, Any] | tuple[Problem, ...]:
    data = read_sent_file(file, file.name, MEGABYTE)
    if isinstance(data, Problem):
        return (data,)
    text, problems = decode(data, file.name)
    if text is None:
        return problems
    node = compose_mapping(text, file.name)
    if isinstance(node, Problem):
        return (node,)
    faults = tuple(find_value_faults(node, file.name))
    found: Mapping[str, Any] = typed(node)
    return faults or found


def import_foreign(
    project: Project, catalogue: Catalogue, source: Path, mapping: ForeignMapping, *, propose: bool
) -> ForeignImport:
    """Read the source and bring in what can be; nothing is written. `propose`: also make a first mapping."""
    found = read_source(source, mapping)
    usual = _usual(project)
    proposal = ""
    if propose:
        proposal = _propose(catalogue, mapping, found, usual)
        mapping = _reshaped(mapping, proposal) or mapping
    faults = tuple(_find_faults(catalogue, mapping, read_mapping(mapping.format, None)))
    if faults:
        problems = tuple(mapping_fault(source.name, *each) for each in faults)
        return ForeignImport(Brought(catalogue, {}, ()), {}, (*found.problems, *problems), mapping.source, {}, proposal)
    brought = bring(catalogue, mapping, found.of, usual)
    files: dict[str, str] = {}
    for name, records in brought.changed.items():
        files |= record_texts(brought.after, catalogue.datasets[name], records)
    problems = (*found.problems, *_problems(found, brought.reports))
    return ForeignImport(brought, files, problems, mapping.source, found.repeated, proposal)


def _find_faults(
    catalogue: Catalogue, mapping: ForeignMapping, shipped: ForeignMapping | tuple[Problem, ...]
) -> Iterator[MappingFault]:
    """What a mapping names and this instance has not: keys of codes, and fields that the engine's does not name."""
    ours = {} if isinstance(shipped, tuple) else {each.role: each for each in shipped.records}
    for each in mapping.records:
        dataset, own = catalogue.dataset_with(each.role), ours.get(each.role)
        usual = {*own.fields, *(own.defaults or {})} if own else set()
        for name in (*each.fields, *(each.defaults or {})) if dataset else ():
            if dataset and name not in dataset.known_fields and name not in usual:
                yield MappingFault(f"{each.role}.{name}", f"“{dataset.title}”没有这个字段")
    for role, words in mapping.terms.items():
        known = catalogue.with_role(role)
        for word, key in words.items():
            if key not in known:
                yield MappingFault(f"terms.{role}.{word}", f"本站没有编号 {key}")


def _usual(project: Project) -> Mapping[str, str]:
    half = period_at(project.as_of, _HALF)
    return {"period": half.label, "valid_from": half.first.isoformat(), "valid_to": half.last.isoformat()}


def _problems(found: ForeignSource, reports: tuple[RoleReport, ...]) -> Iterator[Problem]:
    for what, count in found.persons.items():
        yield persons_refused(found.file, what, count)
    for each in reports:
        for why, names in each.refused.items():
            yield records_refused(found.file, each.title, why.rstrip("。"), names)
        for (title, why), names in each.left_out.items():
            yield values_left_out(found.file, each.title, title, why.rstrip("。"), names)
    if unmapped := [name for name in found.names if name not in found.used]:
        yield fields_unmapped(found.file, unmapped)


def _propose(catalogue: Catalogue, mapping: ForeignMapping, found: ForeignSource, usual: Mapping[str, str]) -> str:
    """The source's own words, and a default for all that records must have and it does not say."""
    bare = proposal_text(mapping.format, found.headings, catalogue, ROLES_BROUGHT, {}, {})
    mapping = _reshaped(mapping, bare) or mapping
    given = {
        each.role: dict(_defaults(catalogue, each, usual))
        for each in mapping.records
        if found.of(each.origin) and catalogue.dataset_with(each.role)
    }
    terms = {role: _words(catalogue, mapping, found, role) for role in _CODE_LISTS}
    return proposal_text(mapping.format, found.headings, catalogue, ROLES_BROUGHT, terms, given)


def _words(catalogue: Catalogue, mapping: ForeignMapping, found: ForeignSource, role: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    known = {text for key, each in catalogue.with_role(role).items() for text in (key, text_in(each, "name"))}
    for record in mapping.records:
        dataset = catalogue.dataset_with(record.role)
        rules = [
            rule
            for name, rule in record.fields.items()
            if dataset and _role_of(catalogue, dataset.known_fields.get(name)) == role
        ]
        for _, thing in found.of(record.origin) if rules else ():
            said = {text for rule in rules for part in rule.parts for text in texts_at(thing, part.path)}
            counted.update(said - known)
    return counted


def _defaults(catalogue: Catalogue, record: RecordMapping, usual: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    dataset = catalogue.dataset_with(record.role)
    if dataset is None:
        return
    taken = {*(record.defaults or {}), *usual, dataset.primary_key[-1]} - set(path_columns(dataset))
    sure = {
        name for name, rule in record.fields.items() if rule.place or not _is_particular(dataset.known_fields.get(name))
    }
    for each in open_fields(dataset, taken):
        if each.name not in usual and each.name != dataset.primary_key[-1] and each.name not in sure:
            yield each.name, _first_guess(catalogue, each)


def _is_particular(field: Field | None) -> bool:
    """Whether a field holds codes, a day or a telephone, which a source seldom writes as we do."""
    if field is None:
        return False
    return bool(field.target or field.categories) or field.type == "date" or field.format == "telephone"


def _first_guess(catalogue: Catalogue, field: Field) -> str:
    role = _role_of(catalogue, field)
    if role in ROLES_BROUGHT:
        return ""
    if role == "place":
        tops = [key for key, each in catalogue.with_role(role).items() if not catalogue.ancestors(each)]
        return tops[0] if len(tops) == 1 else ""
    if field.target:
        return next(iter(catalogue.records[field.target]), "")
    if field.categories:
        return field.categories[0].value
    if field.type == "boolean":
        return str(field.descriptor.get("falseValues", ["false"])[0])
    return _HOTLINE if field.format == "telephone" else ""


def _role_of(catalogue: Catalogue, field: Field | None) -> str:
    return catalogue.role_of(field.target) if field and field.target else ""


def _reshaped(mapping: ForeignMapping, proposal: str) -> ForeignMapping | None:
    """The proposal as it would be read from a file."""
    node = compose_mapping(proposal, "proposal")
    if isinstance(node, Problem):
        return None
    own = {"format": mapping.format, **typed(node)}
    shipped = SHIPPED / f"{own.pop('extends', '')}.yaml"
    below = _document(shipped) if shipped.is_file() else {}
    shaped = shape_mapping(laid_over(below, own)) if not isinstance(below, tuple) else ()
    return shaped if isinstance(shaped, ForeignMapping) else None

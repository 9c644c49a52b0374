"""The tables and their code lists to one structure message, SDMX-ML 3.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from generator.features.sdmx.cube_tables import (
    FREQUENCIES,
    FREQUENCY,
    SDMX_MARKS,
    SDMX_TIME,
    SDMX_UNIT,
    SUCCESSION_RELATION,
    TOTAL_CODE,
    SdmxTable,
    mark_labels,
    sdmx_tables,
)
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.figure_columns import MEASURE, VALUE
from generator.model.page import Download
from generator.model.source import Source

_SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
_MES, _STR, _COM = (f"{{{_SCHEMAS}{name}}}" for name in ("message", "structure", "common"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = "CS_CONCEPTS"


class _Code(NamedTuple):
    """A code, what it is called and the one above it."""

    id: str
    name: str
    parent: str = ""


def structure_version() -> str:
    """Of everything in the message; another is another address."""
    return "1.0.0"


def structure_file(source: Source, _download: Download) -> str:
    """The message; the day it was prepared is that of the build."""
    for prefix, name in (("mes", "message"), ("str", "structure"), ("com", "common")):
        register_namespace(prefix, f"{_SCHEMAS}{name}")
    tables = tuple(sdmx_tables(source.catalogue, source.settings))
    root = Element(f"{_MES}Structure")
    header = SubElement(root, f"{_MES}Header")
    SubElement(header, f"{_MES}ID").text = "STATISTICS"
    SubElement(header, f"{_MES}Test").text = "true" if source.settings.demonstration else "false"
    SubElement(header, f"{_MES}Prepared").text = f"{source.as_of.isoformat()}T00:00:00"
    SubElement(header, f"{_MES}Sender", id=source.settings.sdmx_agency)
    structures = SubElement(root, f"{_MES}Structures")
    _add_codelists(structures, source, tables)
    _add_concepts(structures, source, tables)
    _add_flows(structures, source, tables)
    _add_definitions(structures, source, tables)
    indent(root, " ")
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_codelists(structures: Element, source: Source, tables: Iterable[SdmxTable]) -> None:
    lists = SubElement(structures, f"{_STR}Codelists")
    for id_, (title, codes) in sorted(_codelists(source, tables).items()):
        added = _maintained(lists, "Codelist", id_, title, source)
        for code in codes:
            one = SubElement(added, f"{_STR}Code", id=code.id)
            _name(one, code.name)
            if code.parent:
                SubElement(one, f"{_STR}Parent").text = code.parent


def _codelists(source: Source, tables: Iterable[SdmxTable]) -> Mapping[str, tuple[str, list[_Code]]]:
    """By id, every list that a dimension or a mark takes its codes from, with all codes of all tables."""
    found: dict[str, tuple[str, dict[str, _Code]]] = {}

    def add(id_: str, title: str, codes: Iterable[_Code]) -> None:
        known = found.setdefault(id_, (title, {}))[1]
        known.update((each.id, each) for each in codes if each.id not in known)

    add(f"CL_{FREQUENCY}", "期间长短", (_Code(*each) for each in FREQUENCIES.items()))
    for table in tables:
        for axis in table.axes:
            codes = axis.codes or ""
            add(f"CL_{codes.upper()}", source.catalogue.datasets[codes].title, _codes(source, codes, axis.total))
            for grouping in axis.also:
                add(f"CL_{codes.upper()}", "", _codes(source, grouping.codes, None))
            add(f"CL_{codes.upper()}", "", _old_codes(source, axis.field))
        labels = table.dataset.columns[MEASURE].labels
        add(f"CL_{MEASURE.upper()}", "指标", (_Code(*each) for each in labels.items()))
        for attribute, column in SDMX_MARKS.items():
            add(f"CL_{attribute}", _title(table, column), (_Code(*each) for each in mark_labels(table, column).items()))
    return {id_: (title, list(codes.values())) for id_, (title, codes) in found.items()}


def _codes(source: Source, dataset: str, total: str | None) -> Iterator[_Code]:
    """As people wrote them; what stands for all is no record.

    The standard's own schema forbids a parent that begins with a digit, though not a code: such parents are left out.
    """
    hierarchy = source.catalogue.datasets[dataset].directory.hierarchy
    if total == TOTAL_CODE:
        yield _Code(TOTAL_CODE, "合计")
    for key, record in source.catalogue.records[dataset].items():
        parent = text_in(record, hierarchy[0]) if hierarchy else ""
        yield _Code(key, record_title(source.catalogue, record), parent if parent[:1].isalpha() else "")


def _old_codes(source: Source, column: str) -> Iterator[_Code]:
    """Codes that were merged, split or renamed since: figures of their time still stand under them."""
    for record in source.catalogue.with_role(SUCCESSION_RELATION).values():
        old = text_in(record, "old")
        if old and text_in(record, "column") == column:
            yield _Code(old, text_in(record, "old_name") or old)


def _add_concepts(structures: Element, source: Source, tables: Iterable[SdmxTable]) -> None:
    schemes = SubElement(structures, f"{_STR}ConceptSchemes")
    scheme = _maintained(schemes, "ConceptScheme", _CONCEPTS, "统计表的概念", source)
    concepts = {FREQUENCY: "期间长短", SDMX_TIME: "期间", "OBS_VALUE": "数值", SDMX_UNIT: "单位"}
    for table in tables:
        concepts |= {each.field.upper(): _title(table, each.field) for each in table.axes}
        concepts |= {MEASURE.upper(): _title(table, MEASURE), "OBS_VALUE": _title(table, VALUE)}
        concepts |= {attribute: _title(table, column) for attribute, column in SDMX_MARKS.items()}
    for id_, title in concepts.items():
        _name(SubElement(scheme, f"{_STR}Concept", id=id_), title)


def _add_flows(structures: Element, source: Source, tables: Iterable[SdmxTable]) -> None:
    flows = SubElement(structures, f"{_STR}Dataflows")
    for table in tables:
        flow = _maintained(flows, "Dataflow", table.id, table.dataset.title, source)
        SubElement(flow, f"{_STR}Structure").text = _urn(source, "datastructure.DataStructure", _structure_id(table))


def _add_definitions(structures: Element, source: Source, tables: Iterable[SdmxTable]) -> None:
    definitions = SubElement(structures, f"{_STR}DataStructures")
    for table in tables:
        definition = _maintained(definitions, "DataStructure", _structure_id(table), table.dataset.title, source)
        parts = SubElement(definition, f"{_STR}DataStructureComponents")
        dimensions = SubElement(parts, f"{_STR}DimensionList", id="DimensionDescriptor")
        lists = {FREQUENCY: FREQUENCY, MEASURE.upper(): MEASURE.upper()}
        lists |= {each.field.upper(): (each.codes or "").upper() for each in table.axes}
        for at, name in enumerate(table.dimensions, 1):
            each = SubElement(dimensions, f"{_STR}Dimension", id=name, position=str(at))
            _represent(each, source, name, codelist=lists[name])
        time = SubElement(dimensions, f"{_STR}TimeDimension", id=SDMX_TIME)
        _represent(time, source, SDMX_TIME, text_type="ObservationalTimePeriod")
        attributes = SubElement(parts, f"{_STR}AttributeList", id="AttributeDescriptor")
        for name in (*SDMX_MARKS, SDMX_UNIT):
            _add_attribute(attributes, source, name)
        measures = SubElement(parts, f"{_STR}MeasureList", id="MeasureDescriptor")
        value = SubElement(measures, f"{_STR}Measure", id="OBS_VALUE", usage="optional")
        _represent(value, source, "OBS_VALUE", text_type="Decimal")


def _add_attribute(attributes: Element, source: Source, name: str) -> None:
    each = SubElement(attributes, f"{_STR}Attribute", id=name, usage="mandatory")
    if name in SDMX_MARKS:
        _represent(each, source, name, codelist=name)
    else:
        _represent(each, source, name, text_type="String")
    SubElement(SubElement(each, f"{_STR}AttributeRelationship"), f"{_STR}Observation")


def _represent(part: Element, source: Source, concept: str, *, codelist: str = "", text_type: str = "") -> None:
    """What a part of a table is about, and what may stand there."""
    urn = f"{_urn(source, 'conceptscheme.Concept', _CONCEPTS)}.{concept}"
    SubElement(part, f"{_STR}ConceptIdentity").text = urn
    local = SubElement(part, f"{_STR}LocalRepresentation")
    if codelist:
        SubElement(local, f"{_STR}Enumeration").text = _urn(source, "codelist.Codelist", f"CL_{codelist}")
    else:
        SubElement(local, f"{_STR}TextFormat", textType=text_type)


def _maintained(parent: Element, kind: str, id_: str, title: str, source: Source) -> Element:
    agency, version = source.settings.sdmx_agency, structure_version()
    added = SubElement(parent, f"{_STR}{kind}", id=id_, agencyID=agency, version=version)
    _name(added, title)
    return added


def _name(parent: Element, text: str) -> None:
    SubElement(parent, f"{_COM}Name", {_LANGUAGE: "zh"}).text = text


def _urn(source: Source, kind: str, id_: str) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.{kind}={source.settings.sdmx_agency}:{id_}({structure_version()})"


def _structure_id(table: SdmxTable) -> str:
    return f"DSD_{table.id}"


def _title(table: SdmxTable, column: str) -> str:
    field = table.dataset.columns.get(column)
    return field.title if field else column

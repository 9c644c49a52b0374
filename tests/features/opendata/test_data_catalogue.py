"""The catalogue of data is judged by the shapes of DCAT-AP themselves; what it says of files is what lies there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pyshacl import validate
from rdflib import DCAT, DCTERMS, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from generator.exchange.workbook_writing import write_workbook
from generator.features import FEATURES
from generator.features.opendata import FEATURE
from generator.model.source import Source
from tests.demonstration import demonstration_source
from tests.given import with_files
from tests.standards import FOLDER

SITE = "https://example.org/sub/"
SPDX = Namespace("http://spdx.org/rdf/terms#")
SHAPES = ("dcat-ap-SHACL.ttl", "shapes.ttl")


@pytest.fixture(scope="module")
def source() -> Source:
    found = demonstration_source()
    formats = tuple(hook for feature in FEATURES for hook in feature.open_formats)
    return with_files(replace(found, settings=replace(found.settings, site_url=SITE), open_formats=formats))


@pytest.fixture(scope="module")
def files(source: Source) -> Mapping[str, str]:
    planned = FEATURE.downloads(source.catalogue, source.settings)
    return {
        each.address: str(FEATURE.files[each.format].write(source, each)) for each in planned if "dcat" in each.format
    }


@pytest.fixture(scope="module")
def graph(files: Mapping[str, str]) -> Graph:
    return Graph().parse(data=files["dcat/3.0/catalogue.ttl"], format="turtle")


@pytest.mark.parametrize("shapes", SHAPES)
def test_the_shapes_find_nothing_and_would_find_that_nobody_publishes(shapes: str, graph: Graph) -> None:
    rules = Graph().parse(FOLDER / "dcat-ap" / shapes)
    conforms, _, text = validate(graph, shacl_graph=rules)
    assert conforms, text
    maimed = Graph() + graph
    maimed.remove((URIRef(f"{SITE}opendata/#catalogue"), DCTERMS.publisher, None))
    assert not validate(maimed, shacl_graph=rules)[0]


def test_both_files_are_the_same_graph_and_no_node_is_without_an_address(
    files: Mapping[str, str], graph: Graph, source: Source
) -> None:
    assert isomorphic(graph, Graph().parse(data=files["dcat/3.0/catalogue.jsonld"], format="json-ld"))
    assert all(isinstance(each, URIRef) for each in graph.subjects())
    again = (each for each in FEATURE.downloads(source.catalogue, source.settings) if each.format == "dcat-turtle")
    assert all(FEATURE.files["dcat-turtle"].write(source, each) == files[each.address] for each in again)


def test_every_published_table_and_every_other_format_is_in_it(graph: Graph, source: Source) -> None:
    named = {str(each) for each in graph.subjects(predicate=None, object=DCAT.Dataset)}
    published = {name for name, each in source.catalogue.datasets.items() if each.is_published}
    assert {f"{SITE}dictionary/{name}/#dataset" for name in published} <= named
    assert {f"{SITE}opendata/#{anchor}" for anchor in ("hsds-tables", "hsds-json", "360giving")} <= named
    assert f"{SITE}dictionary/reviewers/#dataset" not in named
    url = URIRef(f"{SITE}downloads/projects.csv")
    (distribution,) = graph.subjects(DCAT.downloadURL, url)
    (download,) = (
        each
        for each in FEATURE.downloads(source.catalogue, source.settings)
        if each.address == "downloads/projects.csv"
    )
    content = str(FEATURE.files["csv"].write(source, download)).encode()
    checksum = graph.value(distribution, SPDX.checksum)
    assert str(graph.value(checksum, SPDX.checksumValue)) == sha256(content).hexdigest()
    assert int(str(graph.value(distribution, DCAT.byteSize))) == len(content)
    time = graph.value(URIRef(f"{SITE}dictionary/supply/#dataset"), DCTERMS.temporal)
    assert (str(graph.value(time, DCAT.startDate)), str(graph.value(time, DCAT.endDate))) == (
        "2026-01-01",
        "2026-12-31",
    )


def test_a_site_that_does_not_know_its_address_has_no_catalogue(source: Source) -> None:
    planned = FEATURE.downloads(source.catalogue, replace(source.settings, site_url=""))
    assert not [each for each in planned if each.address.startswith("dcat/")]


def test_the_directory_of_resources_has_a_row_for_each_published_table(source: Source) -> None:
    text = FEATURE.packs["resource-directory"].write(source, next(FEATURE.downloads(source.catalogue, source.settings)))
    sheet = load_workbook(BytesIO(write_workbook(text))).worksheets[0]
    head, *rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert head == (
        *("信息资源分类", "信息资源名称", "信息资源代码", "信息资源提供方", "信息资源摘要", "信息资源格式", "信息项"),
        *("共享属性", "开放属性", "更新周期", "发布日期"),
    )
    found = {row[2]: row for row in rows}
    assert found.keys() == {name for name, each in source.catalogue.datasets.items() if each.is_published}
    assert found["supply"][9] == "每半年" and "无条件开放" in str(found["supply"][8])
    assert "有条件开放" in str(found["divisions"][8])
    assert json.loads(text)["date"] == source.as_of.isoformat()

"""What is given away to a catalogue of data as DCAT-AP 3 has it: one graph in which every node has an address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.exchange.turtle_graph import turtle
from generator.features.opendata.data_package import is_given
from generator.features.opendata.given_files import GivenFile, files_of_format, files_of_table
from generator.features.opendata.time_span import first_and_last
from generator.model.addresses import OPEN_DATA, dictionary_address, record_address
from generator.model.dataset import Dataset
from generator.model.facets import record_title
from generator.model.json_value import Written
from generator.model.licence import LICENCES
from generator.model.open_format import OpenFormat
from generator.model.page import Download
from generator.model.places import find_top
from generator.model.source import Source

Node = Written

_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_LANGUAGE, _THEME = f"{_EU}language/ZHO", f"{_EU}data-theme/SOCI"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_KINDS_OF_FILES = {
    ".csv": ("CSV", "text/csv"),
    ".json": ("JSON", "application/json"),
    ".jsonld": ("JSON_LD", "application/ld+json"),
    ".xml": ("XML", "application/xml"),
}
_SCHEMA = "https://datapackage.org/standard/table-schema/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"


def linked_catalogue(source: Source, _download: Download) -> str:
    """The graph as JSON-LD."""
    nodes = {str(each["@id"]): each for each in _nodes(source)}
    document = {"@context": _CONTEXT, "@graph": [nodes[name] for name in sorted(nodes)]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def turtle_catalogue(source: Source, download: Download) -> str:
    """The same graph as Turtle."""
    return turtle(linked_catalogue(source, download))


def _nodes(source: Source) -> Iterator[Node]:
    published = [each for each in source.catalogue.datasets.values() if each.is_published]
    described = [(_dataset_address(source, each.name), each) for each in published]
    others = [each for hook in source.open_formats for each in hook(source) if each.is_apart]
    addresses = [address for address, _ in described] + [_format_address(source, each) for each in others]
    yield from _catalogue(source, addresses)
    yield from _agents(source)
    yield from _words(source)
    for address, dataset in described:
        yield from _dataset(source, address, dataset)
    for each in others:
        yield from _other(source, each)


def _catalogue(source: Source, datasets: list[str]) -> Iterator[Node]:
    settings = source.settings
    yield _node(
        _at(source, f"{OPEN_DATA}#catalogue"),
        "dcat:Catalog",
        {
            "dct:title": _chinese(settings.site_name),
            "dct:description": _chinese(settings.site_description or settings.site_name),
            "dct:publisher": _ref(_at(source, "#publisher")),
            "foaf:homepage": _ref(settings.site_url),
            "dct:language": _ref(_LANGUAGE),
            "dct:license": _licence(source),
            "dct:spatial": _spatial(source),
            "dcat:dataset": [_ref(each) for each in datasets],
        },
    )
    yield _node(settings.site_url, "foaf:Document", {})


def _agents(source: Source) -> Iterator[Node]:
    name = source.settings.authority or source.settings.site_name
    yield _node(_at(source, "#publisher"), "foaf:Agent", {"foaf:name": _chinese(name)})
    contact = {"vcard:fn": _chinese(name), "vcard:hasURL": _ref(source.settings.site_url)}
    yield _node(_at(source, "#contact"), ["vcard:Kind", "vcard:Organization"], contact)


def _words(source: Source) -> Iterator[Node]:
    """What others' code lists say, as far as ours speaks of it."""
    yield _node(_LANGUAGE, "dct:LinguisticSystem", {"rdfs:label": _chinese("中文")})
    scheme = f"{_EU}data-theme"
    yield _node(_THEME, "skos:Concept", {"skos:prefLabel": _chinese("人口和社会"), "skos:inScheme": _ref(scheme)})
    yield _node(scheme, "skos:ConceptScheme", {"dct:title": _chinese("数据主题")})
    yield _node(_SCHEMA, "dct:Standard", {"dct:title": "Table Schema"})
    yield _node(_SHA256, "spdx:ChecksumAlgorithm", {"rdfs:label": "SHA-256"})
    for name, media in _KINDS_OF_FILES.values():
        yield _node(f"{_EU}file-type/{name}", "dct:MediaTypeOrExtent", {"rdfs:label": name})
        yield _node(f"{_MEDIA}{media}", "dct:MediaType", {"rdfs:label": media})
    licence, top = LICENCES.get(source.settings.data_licence), find_top(source.catalogue)
    if licence:
        yield _node(licence.address, "dct:LicenseDocument", {"dct:title": _chinese(licence.title)})
    if top:
        place = {"skos:prefLabel": _chinese(record_title(source.catalogue, top)), "dct:identifier": top.key}
        yield _node(_at(source, f"{record_address(top.dataset, top.key)}#place"), "dct:Location", place)


def _dataset(source: Source, address: str, dataset: Dataset) -> Iterator[Node]:
    page = _at(source, dictionary_address(dataset.name))
    span = first_and_last(source.catalogue, dataset)
    files = files_of_table(source, dataset.name)
    yield _described(source, address, dataset.title, dataset.description, files) | {
        "dcat:landingPage": _ref(page),
        "dct:conformsTo": _ref(_SCHEMA),
        **({"dct:temporal": _ref(f"{address}-time")} if span else {}),
    }
    yield _node(page, "foaf:Document", {})
    if span:
        first, last = (_typed(each.isoformat(), "date") for each in span)
        yield _node(f"{address}-time", "dct:PeriodOfTime", {"dcat:startDate": first, "dcat:endDate": last})
    licensed = is_given(source.catalogue, dataset)
    yield from _distributions(source, address, files, licensed=licensed)


def _other(source: Source, open_format: OpenFormat) -> Iterator[Node]:
    """The same data in another standard's form, as a dataset that conforms to it."""
    address = _format_address(source, open_format)
    files = files_of_format(source, open_format)
    yield _described(source, address, open_format.title, open_format.summary, files) | {
        "dcat:landingPage": _ref(address.partition("#")[0]),
        "dct:conformsTo": _ref(open_format.reference),
    }
    yield _node(address.partition("#")[0], "foaf:Document", {})
    yield _node(open_format.reference, "dct:Standard", {"dct:title": open_format.standard})
    yield from _distributions(source, address, files, licensed=True)


def _described(
    source: Source, address: str, title: str, description: str, files: tuple[GivenFile, ...]
) -> dict[str, Any]:
    about = {
        "dct:title": _chinese(title),
        "dct:description": _chinese(description or title),
        "dct:identifier": address,
        "dct:publisher": _ref(_at(source, "#publisher")),
        "dcat:contactPoint": _ref(_at(source, "#contact")),
        "dct:language": _ref(_LANGUAGE),
        "dct:spatial": _spatial(source),
        "dcat:theme": _ref(_THEME),
        "dcat:distribution": [_ref(_distribution_address(address, each)) for each in files],
    }
    return dict(_node(address, "dcat:Dataset", about))


def _distributions(source: Source, address: str, files: tuple[GivenFile, ...], *, licensed: bool) -> Iterator[Node]:
    for file in files:
        own, url = _distribution_address(address, file), _at(source, file.address)
        format_, media = _KINDS_OF_FILES.get(f".{file.address.rpartition('.')[2]}", ("", ""))
        about = {
            "dct:title": _chinese(f"{file.title}（{format_}）" if format_ else file.title),
            "dcat:accessURL": _ref(url),
            "dcat:downloadURL": _ref(url),
            "dct:format": _ref(f"{_EU}file-type/{format_}") if format_ else None,
            "dcat:mediaType": _ref(f"{_MEDIA}{media}") if media else None,
            "dcat:byteSize": _typed(str(file.size), "nonNegativeInteger"),
            "dct:license": _licence(source) if licensed else None,
            "spdx:checksum": _ref(f"{own}-checksum"),
        }
        yield _node(own, "dcat:Distribution", about)
        digest = _typed(file.digest, "hexBinary")
        checksum = {"spdx:algorithm": _ref(_SHA256), "spdx:checksumValue": digest}
        yield _node(f"{own}-checksum", "spdx:Checksum", checksum)


def _dataset_address(source: Source, name: str) -> str:
    return _at(source, f"{dictionary_address(name)}#dataset")


def _format_address(source: Source, open_format: OpenFormat) -> str:
    return _at(source, f"{OPEN_DATA}#{open_format.anchor}")


def _distribution_address(dataset: str, file: GivenFile) -> str:
    return f"{dataset}-{file.address.replace('/', '-')}"


def _at(source: Source, address: str) -> str:
    return f"{source.settings.site_url}{address}"


def _spatial(source: Source) -> Node | None:
    top = find_top(source.catalogue)
    return _ref(_at(source, f"{record_address(top.dataset, top.key)}#place")) if top else None


def _licence(source: Source) -> Node | None:
    licence = LICENCES.get(source.settings.data_licence)
    return _ref(licence.address) if licence else None


def _node(address: str, type_: str | list[str], about: Written) -> Node:
    return {"@id": address, "@type": type_, **{name: each for name, each in about.items() if each}}


def _ref(address: str) -> Node:
    return {"@id": address}


def _chinese(text: str) -> Node:
    return {"@value": text, "@language": "zh"}


def _typed(text: str, kind: str) -> Node:
    return {"@value": text, "@type": f"xsd:{kind}"}

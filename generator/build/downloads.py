"""Datasets to the files that reusers take: CSV, JSON and the Data Package that describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.exchange.spreadsheet import plain_cell
from generator.features.books import files as publications
from generator.features.books.electronic import book_epub
from generator.features.calendar.views import occasion_calendar, occasions_calendar
from generator.features.duties.board_lines import board_lines
from generator.features.duties.files import board_csv, board_json, duties_calendar, duties_feed, reminder_inputs
from generator.features.editions.files import freshness_feed
from generator.features.finder import files as find_files
from generator.features.gaps.files import gaps_csv, needs_csv
from generator.features.packs import sheets as packs
from generator.features.statistics.views import download_chart
from generator.model.dataset import Dataset, Field
from generator.model.labels import value_labels
from generator.model.nesting import nested_in
from generator.model.page import Download
from generator.model.printing import Printing
from generator.model.source import Source


def render_download(source: Source, download: Download) -> str:
    """The text of one file; KeyError for what is made outside the templates (`PRINTINGS`)."""
    return FORMATS[download.format](source, download)


def render_printing(source: Source, download: Download) -> Printing:
    """What is to be made outside the templates, for a format of `PRINTINGS`."""
    return PRINTINGS[download.format](source, download)


def _csv(source: Source, download: Download) -> str:
    """UTF-8 with a byte-order mark, because Excel needs it to read Chinese."""
    catalogue, dataset = source.catalogue, _dataset(source, download)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = [field.name for field in dataset.fields]
    writes = [(place, write) for place, field in enumerate(dataset.fields) if (write := _cell_writer(field))]
    writer.writerow(names)
    for record in catalogue.records[dataset.name].values():
        row: list[Any] = [record.values[name] for name in names]
        for place, write in writes:
            if row[place] is not None:
                row[place] = write(row[place])
        writer.writerow(row)
    return "\ufeff" + text.getvalue()


_BOOLEANS = (("trueValues", "true"), ("falseValues", "false"))
"""Where a declaration says how yes and no are written, and how they are when it does not."""


def _cell_writer(field: Field) -> Callable[[Any], str] | None:
    """How the values of a field are written where they are not as Python says them; none is given for nothing."""
    descriptor = field.descriptor
    match field.type:
        case "string":
            return plain_cell
        case "list":
            between = str(descriptor.get("delimiter", ","))
            return lambda value: plain_cell(between.join(value))
        case "boolean":
            yes, no = (str(descriptor.get(name, [word])[0]) for name, word in _BOOLEANS)
            return lambda value: yes if value else no
    return None


def _json(source: Source, download: Download) -> str:
    """A record a line: so a change shows in its line, and no more than one record is laid out at a time."""
    dataset = _dataset(source, download)
    records = source.catalogue.records[dataset.name].values()
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_json_value).encode
    lines = (
        encode({name: value for name in dataset.columns if (value := each.values[name]) is not None})
        for each in records
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _json_value(value: object) -> Any:
    """What JSON has no way of its own to write."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value))


def _template_inputs(source: Source, download: Download) -> Iterator[str]:
    """An empty workbook tells the declarations of its sheets and the names that may be chosen."""
    catalogue = source.catalogue
    dataset = catalogue.datasets[download.key]
    for each in (dataset, *(child for child, _ in nested_in(dataset, catalogue.datasets.values()))):
        yield each.digest
        yield repr(value_labels(catalogue, each))


def _datapackage(source: Source, _download: Download) -> str:
    settings = source.settings
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "mingshan",
        "title": settings.site_name,
        "description": settings.site_description,
        "homepage": settings.site_url or None,
        "resources": [_resource(dataset) for dataset in source.catalogue.datasets.values()],
    }
    return _dump(package)


def _resource(dataset: Dataset) -> Mapping[str, Any]:
    return {
        **dataset.descriptor,
        "path": f"{dataset.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }


def _dataset(source: Source, download: Download) -> Dataset:
    (name,) = download.datasets
    return source.catalogue.datasets[name]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


FORMATS: Mapping[str, Callable[[Source, Download], str]] = {
    "csv": _csv,
    "json": _json,
    "datapackage": _datapackage,
    "chart": download_chart,
    "occasions": occasions_calendar,
    "occasion": occasion_calendar,
    "pack-handbook": packs.handbook_data,
    "pack-poster": packs.poster_data,
    "pack-workbook": packs.workbook_data,
    "find-rules": find_files.rules_file,
    "find-district": find_files.district_file,
    "find-details": find_files.details_file,
    "freshness-atom": freshness_feed,
    "gaps": gaps_csv,
    "gap-needs": needs_csv,
    "duties-csv": board_csv,
    "duties-json": board_json,
    "duties-board": board_lines,
    "duties-atom": duties_feed,
    "duties-ics": duties_calendar,
}
"""What writes each kind of file."""

PRINTINGS: Mapping[str, Callable[[Source, Download], Printing]] = {
    "picture": publications.picture,
    "file": publications.document,
    "card": publications.card,
    "book-pdf": publications.book_pdf,
    "book-epub": book_epub,
}
"""What is typeset, bound or converted: these files are made again only when what goes into them changes."""

TYPESET = frozenset({"card", "book-pdf"})
"""Those of them that the typesetter makes."""

INPUTS: Mapping[str, Callable[[Source, Download], Iterator[str]]] = {
    "workbook-template": _template_inputs,
    "duties-atom": reminder_inputs,
    "duties-ics": reminder_inputs,
    "pack-handbook": packs.pack_inputs,
    "pack-poster": packs.pack_inputs,
    "pack-workbook": packs.pack_inputs,
}
"""For files that tell less than all records of their datasets: what each is written again for, as text."""

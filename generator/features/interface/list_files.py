"""The records of a dataset to pages of a list, each in an envelope that says where one is."""

from __future__ import annotations

from generator.features.interface.published import LIST_SIZE, page_count
from generator.model.page import Download
from generator.model.record_json import encode_line, record_object
from generator.model.source import Source


def list_file(source: Source, download: Download) -> str:
    """A record a line; `next` is the address of the page after, seen from this one, and null on the last."""
    (name,), number = download.datasets, int(download.key)
    dataset, records = source.catalogue.datasets[name], source.catalogue.records[name]
    pages = page_count(records)
    shown = tuple(records)[(number - 1) * LIST_SIZE : number * LIST_SIZE]
    envelope = {
        "dataset": name,
        "total": len(records),
        "page": number,
        "pages": pages,
        "next": f"{number + 1}.json" if number < pages else None,
    }
    lines = (encode_line(record_object(dataset, records[key])) for key in shown)
    return f'{encode_line(envelope)[:-1]}, "records": [\n' + ",\n".join(lines) + "\n]}\n"

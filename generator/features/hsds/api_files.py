"""The collection to static files, each what the specification's interface would answer: objects, and lists in pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import ceil

from generator.base.memoising import once_a_subject
from generator.features.hsds.addresses import HSDS_VERSION
from generator.features.hsds.collection import Collection, collect
from generator.features.hsds.made_objects import Made, scalars
from generator.model.page import Download
from generator.model.source import Source

PAGE_SIZE = 100
"""So many objects are on one page of a list."""
_INSIDE = ("organization", "program", "location", "service")
"""Related objects that lists show too, without those related to these."""


def objects_of(collection: Collection, kind: str) -> Sequence[Made]:
    """All objects that have an address of this kind."""
    found: Sequence[Made] = getattr(collection, kind)
    return found


def page_count(objects: Sequence[Made]) -> int:
    """How many pages a list has; an empty one has an empty first page."""
    return max(1, ceil(len(objects) / PAGE_SIZE))


def root_file(_source: Source, _download: Download) -> str:
    """What the interface says of itself."""
    return _text({"version": HSDS_VERSION})


def item_file(source: Source, download: Download) -> str:
    """One object, by its kind and id."""
    kind, _, identifier = download.key.partition("/")
    return _text(_by_id(source, kind)[identifier])


def page_file(source: Source, download: Download) -> str:
    """One page of a list, in the envelope that says where one is."""
    kind, _, number = download.key.partition("/")
    objects, at = objects_of(collect(source), kind), int(number)
    shown = objects[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]
    pages = page_count(objects)
    return _text(
        {
            "total_items": len(objects),
            "total_pages": pages,
            "page_number": at,
            "size": len(shown),
            "first_page": at == 1,
            "last_page": at == pages,
            "empty": not shown,
            "contents": [_brief(each) for each in shown],
        }
    )


@once_a_subject
def _by_id(source: Source, kind: str) -> Mapping[str, Made]:
    return {each["id"]: each for each in objects_of(collect(source), kind)}


def _brief(of: Made) -> Made:
    return {**scalars(of), **{name: scalars(of[name]) for name in _INSIDE if name in of}}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

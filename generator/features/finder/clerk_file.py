"""A district to the finder in one file: page, script and data, for a window's computer that is on no network."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256
from html import escape
from pathlib import Path

from generator.base.house import house_folder
from generator.features.editions.half_years import half_year
from generator.features.editions.survey import place_editions
from generator.features.finder.compact_json import pack_entries, pack_names
from generator.features.finder.districts import records_for
from generator.features.finder.entries import all_entries
from generator.features.finder.offers import matching_names, offer_details
from generator.features.finder.one_script import one_script
from generator.features.words.need_kinds import all_kinds
from generator.model.addresses import clerk_address, url_path
from generator.model.calendar import chinese_date, period_name
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.json_value import JsonObject
from generator.model.page import Download
from generator.model.places import top_place
from generator.model.record import Record
from generator.model.source import Source
from generator.national.matching import MATCHING

_PARTS = "theme/offline/finder"
_MODULES = {
    "criteria": "theme/assets/finder",
    "dom": "theme/assets/search",
    "match": "theme/assets/finder",
    "questions": "theme/assets/finder",
    "clerk": _PARTS,
}
"""In the order in which they need each other, with their folders."""


def clerk_parts() -> str:
    """A digest of what the file is put together from beside the data: with other parts it is another file."""
    folder = house_folder()
    files = (*(folder / where / f"{name}.js" for name, where in _MODULES.items()), *_page_parts(folder))
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _page_parts(folder: Path) -> tuple[Path, Path]:
    return folder / _PARTS / "clerk.html", folder / _PARTS / "clerk.css"


def clerk_file(source: Source, download: Download) -> str:
    """The whole file of the district that stands before the `/` of the download's key."""
    folder = house_folder()
    place = source.catalogue.with_role("place")[download.key.partition("/")[0]]
    page, style = (file.read_text("utf-8") for file in _page_parts(folder))
    script = one_script({name: (folder / where / f"{name}.js").read_text("utf-8") for name, where in _MODULES.items()})
    # In a script element only `</` could end it; inside of strings it means the same with the stroke escaped.
    script, data = (text.replace("</", "<\\/") for text in (script, _json(_data(source, place))))
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )
    title = f"{record_title(source.catalogue, place)}：找帮扶（窗口用）"
    filled = {"policy": policy, "title": escape(title), "style": style, "data": data, "script": script}
    head, *rest = page.split("@@")
    return head + "".join(filled[part] if at % 2 == 0 else part for at, part in enumerate(rest))


def _data(source: Source, place: Record) -> JsonObject:
    catalogue, records = source.catalogue, records_for(source.catalogue, place.key)
    return {
        "rules": asdict(MATCHING),
        "names": pack_names(matching_names(catalogue)),
        "kind_names": {each.id: each.name for each in all_kinds(catalogue)},
        "entries": pack_entries(all_entries(catalogue, records)),
        "details": [offer_details(catalogue, each)._asdict() for each in records],
        "district": place.key,
        "place": record_title(catalogue, place),
        "site": f"{source.settings.site_url}{url_path(clerk_address(place.key))}" if source.settings.site_url else "",
        "warning": "这是演示资料：组织、项目、金额和电话都是虚构的。" if source.settings.demonstration else "",
        **_edition(catalogue, place),
    }


def _edition(catalogue: Catalogue, place: Record) -> JsonObject:
    """The newest list of the district, else of the city; `valid_to` is the last day of its half-year."""
    found = next((each for one in (place, top_place(catalogue)) if (each := place_editions(catalogue, one.key))), ())
    if not found:
        return {"edition": "没有目录", "valid_to": ""}
    newest = found[-1]
    checked = f"，{chinese_date(newest.confirmed[-1])}核对" if newest.confirmed else ""
    return {
        "edition": f"{period_name(newest.period)}目录{checked}",
        "valid_to": half_year(newest.period).last.isoformat(),
    }


def _json(value: JsonObject) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

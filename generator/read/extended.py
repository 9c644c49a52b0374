"""A declaration that `extends` one of the engine's, laid over it: what a city writes stands, the rest comes shipped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from typing import Any

from generator.base.house import NATIONAL, engine_root, house_folder
from generator.model.declaration import EXTENDS, LISTED, RawDeclaration, entry_name
from generator.read.declarations import FILE_NAME, read_declaration

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_HOUSE_ONLY = ("records",)
"""How many records there must be is the house's own number: what it shows is not what a city has."""


def extend_declarations(own: Iterable[RawDeclaration]) -> tuple[RawDeclaration, ...]:
    """Those that extend nothing, or nothing that the engine has, are left as they are written."""
    written = tuple(own)
    called = {base: one.name for one in written if (base := _base_of(one))}
    return tuple(_extended(one, called) for one in written)


def _base_of(one: RawDeclaration) -> str:
    name = (one.document or {}).get(EXTENDS)
    return name if isinstance(name, str) else ""


def _extended(one: RawDeclaration, called: Mapping[str, str]) -> RawDeclaration:
    base = shipped_declaration(_base_of(one))
    if base is None or base.document is None or one.document is None:
        return one
    written = {name: value for name, value in one.document.items() if name != EXTENDS}
    document = _laid_over(_led(base.document, called), {"name": one.name, **written})
    digest = blake2b(f"{one.digest} {base.digest} {sorted(called.items())}".encode(), digest_size=16).hexdigest()
    return replace(one, document=document, digest=digest, written=written if _is_whole(written) else None)


def _is_whole(written: Mapping[str, Any]) -> bool:
    return all(isinstance(written.get(key, {}), Mapping) for key in ("schema", "directory"))


@cache
def shipped_declaration(name: str) -> RawDeclaration | None:
    """What the engine ships under a name, wherever it lies: what is national, or how its own data are declared."""
    if not _NAME.fullmatch(name):
        return None
    places = ((engine_root(), NATIONAL), *((house_folder(), folder) for folder in _folders(name)))
    for root, folder in places:
        if (root / folder / name / FILE_NAME).is_file():
            found = next(iter(read_declaration(root, f"{folder}/{name}")))
            return found if isinstance(found, RawDeclaration) else None
    return None


def _folders(name: str) -> Iterator[str]:
    house = house_folder()
    yield "data"
    yield from (
        file.parent.parent.relative_to(house).as_posix() for file in sorted(house.glob(f"data/*/{name}/{FILE_NAME}"))
    )


def _led(document: Mapping[str, Any], called: Mapping[str, str]) -> Mapping[str, Any]:
    """References, axes and what a table holds lead to what this instance calls the dataset that they mean."""
    schema, block = dict(document["schema"]), dict(document["directory"])
    schema["foreignKeys"] = [
        {**each, "reference": {**each["reference"], "resource": _name(each["reference"]["resource"], called)}}
        for each in schema.get("foreignKeys", ())
    ]
    if "nested" in block:
        block["nested"] = {**block["nested"], "in": _name(block["nested"]["in"], called)}
    if "axes" in (tabulation := block.get("statistics", {})):
        block["statistics"] = {**tabulation, "axes": [_led_axis(each, called) for each in tabulation["axes"]]}
    if "contains" in (tabulation := block.get("statistics", {})):
        held = [{**each, "records": _name(each["records"], called)} for each in tabulation["contains"]]
        block["statistics"] = {**tabulation, "contains": held}
    kept = {name: value for name, value in block.items() if name not in _HOUSE_ONLY}
    return {**document, "schema": schema, "directory": kept}


def _led_axis(axis: Mapping[str, Any], called: Mapping[str, str]) -> Mapping[str, Any]:
    """Its codes, and those of every other grouping of them."""
    led = {**axis, "codes": _name(axis["codes"], called)} if "codes" in axis else axis
    return {**led, "also": [_led_axis(each, called) for each in axis["also"]]} if "also" in axis else led


def _name(name: str, called: Mapping[str, str]) -> str:
    return called.get(name, name)


def _laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Key by key, also those of `directory`; in the schema fields by their name, references by their fields."""
    if not _is_whole(own):
        return {**base, **own}
    schema, block = own.get("schema", {}), own.get("directory", {})
    lists = {key: _listed(key, base["schema"].get(key, []), schema[key]) for key in LISTED if key in schema}
    joined = {"schema": {**base["schema"], **schema, **lists}, "directory": {**base["directory"], **block}}
    return {**base, **own, **joined}


def _listed(key: str, base: list[Any], own: Any) -> Any:
    if not isinstance(own, list):
        return own
    known = {entry_name(each, key): each for each in base}
    for index, each in enumerate(own):
        name = entry_name(each, key) or f"#{index}"
        known[name] = {**known[name], **each} if name in known else each
    return list(known.values())

"""What the engine ships for every instance to what this instance can use of it, and whose fault its problems are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.base.house import NATIONAL
from generator.model.declaration import RawDeclaration
from generator.model.problem import Problem

WHOSE = (
    "这份文件是引擎自带的，不在您的文件夹里：请升级引擎，或告诉引擎的维护人员；"
    "等不及时，在自己的 data/ 里写一条同编号的记录代替它。"
)


def fit_national(raw: Iterable[RawDeclaration]) -> tuple[RawDeclaration, ...]:
    """References of a national declaration to a dataset that this instance does not have become plain fields."""
    raw = tuple(raw)
    declared = {one.name for one in raw}
    return tuple(_fitted(one, declared) if one.is_national and one.document else one for one in raw)


def _fitted(one: RawDeclaration, declared: Collection[str]) -> RawDeclaration:
    document = dict(one.document or {})
    schema, block = dict(document.get("schema") or {}), dict(document.get("directory") or {})
    references = list(schema.get("foreignKeys") or ())
    lost = [each for each in references if each["reference"]["resource"] not in declared]
    if not lost:
        return one
    fields = {name for each in lost for name in each["fields"]}
    schema["foreignKeys"] = [each for each in references if each not in lost]
    block |= {name: list(_without(block[name], fields)) for name in ("links", "filters") if name in block}
    return replace(one, document={**document, "schema": schema, "directory": block})


def _without(entries: Iterable[Any], fields: Collection[str]) -> Iterator[Any]:
    """Links, and filters by what lies above, need the reference; other entries are names of fields."""
    return (each for each in entries if not (isinstance(each, Mapping) and each.get("field") in fields))


def name_whose(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Nobody who keeps an instance can mend a file of the engine: the problem says who can."""
    return tuple(
        replace(each, hint=WHOSE) if each.location.file.startswith(f"{NATIONAL}/") else each for each in problems
    )

"""A catalogue to the names in it that pass for another's: alike to a reader, and not the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.likeness import likeness
from generator.check.problems import NAME_ALIKE, NAME_WITH_OTHER_CODE
from generator.model.catalogue import Catalogue
from generator.model.masking import mask_numbers
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate

CODE = "credit_code"


class _Named(NamedTuple):
    name: str
    role: str
    field: str
    record: Record


def find_namesakes(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Spellings that look alike are told beside each other; one name with two credit codes is a fault."""
    groups: dict[str, list[_Named]] = {}
    for named in _names(catalogue):
        groups.setdefault(likeness(named.name), []).append(named)
    for group in groups.values():
        yield from _find_alike(group, locate)
        yield from _find_same(group, locate)


def _names(catalogue: Catalogue) -> Iterator[_Named]:
    for dataset in catalogue.datasets.values():
        for field in dataset.directory.lookalikes:
            for record in catalogue.records[dataset.name].values():
                if value := record.values[field]:
                    yield _Named(str(value), dataset.directory.role, field, record)


def _find_alike(group: list[_Named], locate: Locate) -> Iterator[Problem]:
    """The spelling that stands most often is taken for the right one, an organisation's own before others."""
    spellings = Counter(named.name for named in group)
    if len(spellings) < 2:
        return
    own = {named.name for named in group if named.role == "organization"}
    right = max(spellings, key=lambda name: (name in own, spellings[name], -group_place(group, name)))
    told = set()
    for named in group:
        if named.name != right and named.name not in told:
            told.add(named.name)
            yield Problem(
                NAME_ALIKE,
                locate(named.record.origin, named.field),
                f"“{_shown(named.name)}”和“{_shown(right)}”看起来一样，写法却不同（全角、繁体、形近或看不见的字）。",
                "是同一家的，改成同一种写法；不是的，请审核人核实是不是冒用名称。",
                named.record.key,
            )


def group_place(group: list[_Named], name: str) -> int:
    """How early a spelling stands."""
    return next(place for place, named in enumerate(group) if named.name == name)


def _find_same(group: list[_Named], locate: Locate) -> Iterator[Problem]:
    known: dict[str, _Named] = {}
    for named in group:
        code = named.record.values.get(CODE) if named.role == "organization" else None
        if code is None:
            continue
        first = known.setdefault("".join(named.name.split()), named)
        if first.record.values.get(CODE) != code:
            yield Problem(
                NAME_WITH_OTHER_CODE,
                locate(named.record.origin, named.field),
                f"“{_shown(named.name)}”有两家（编号 {first.record.key}、{named.record.key}），统一社会信用代码不同。",
                "查清哪一家是真的。同一家只登记一份，按登记证书改正代码；真有两家同名的，名称写全称，加上登记机关所在的地方。",
                named.record.key,
            )


def _shown(name: str) -> str:
    return mask_numbers("".join(sign if sign.isprintable() else "□" for sign in name))[:40]

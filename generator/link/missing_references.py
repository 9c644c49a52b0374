"""References that name nothing, to problems that offer what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from generator.base.house import NATIONAL
from generator.link.problems import REFERENCE_MISSING
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate

Excuses = Callable[[str, str], bool]
"""Whether (dataset, key) may belong to a record that exists but failed its own checks."""


class Named(NamedTuple):
    """A record and a key that it names."""

    record: Record
    key: str


def find_missing(
    catalogue: Catalogue, field: Field, dangling: Iterable[Named], locate: Locate, excuses: Excuses
) -> Iterator[Problem]:
    """A field names a record that does not exist.

    What the engine ships may name more than an instance has (a group of people it does not help): that is no fault.
    """
    target = catalogue.datasets[field.target or ""]
    for record, key in dangling:
        if not record.origin.file.startswith(f"{NATIONAL}/") and not excuses(target.name, key):
            yield Problem(
                REFERENCE_MISSING,
                locate(record.origin, field.name),
                f"“{field.title}”写的{_shown(key)}在“{target.title}”里找不到。",
                _nearest(catalogue, target, key),
                record.key,
            )


def _shown(key: str) -> str:
    """A value is repeated only if it cannot be a person's number."""
    if re.search(r"\d{10,}", key) or len(key) > 40:
        return "内容（已遮盖）"
    return f"“{key}”"


def _nearest(catalogue: Catalogue, target: Dataset, key: str) -> str:
    label = target.directory.label
    names = {str(record.values[label]): code for code, record in catalogue.records[target.name].items()}
    if key in names:
        return f"这里要写编号而不是名称：改成 {names[key]}。"
    close = get_close_matches(key, [*names.values(), *names], n=1, cutoff=0.6)
    if not close:
        return f"先在“{target.title}”里添加这条记录，或改成那里已有的编号。"
    code = names.get(close[0], close[0])
    return f"是不是 {code}（{catalogue.records[target.name][code].values[label]}）？"

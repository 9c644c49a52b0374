"""A source that nobody has mapped yet to a first mapping, every line of which somebody has to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from generator.exchange.imported_headings import heading_names, plain_heading
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.json_value import Written

_FEWEST = 2
"""Known headings by which a table is taken for one of ours."""
_HEAD = """\
# 由 mingshan import 拟出，每一行都请核对：空着的填上，不要的删去。写法见操作指南“导入别处的数据”。
# source：来源的名称、网址和许可；定下以后不要改名称，再导入时凭它认出以前导入过的。
"""
_DEFAULTS = "# defaults：来源没有写的，用这里写的；空着又必须有的，那几条不导入。\n"
_TERMS = "# terms：来源的词是本站的哪一个编号；空着的不带进来。后面是出现的次数。\n"
_MOST_TERMS = 200


def proposal_text(
    base: str,
    tables: Mapping[str, Sequence[str]],
    catalogue: Catalogue,
    roles: Iterable[str],
    terms: Mapping[str, Counter[str]],
    given: Mapping[str, Mapping[str, str]],
) -> str:
    """The text of a mapping that extends the engine's for a standard, or one for tables with these headings.

    `terms` are the source's words by the role of the code list they belong to; `given` the defaults by role.
    """
    own: dict[str, object] = {"source": {"title": "", "url": "", "licence": ""}}
    head: dict[str, object] = {"format": base} if tables else {"extends": base}
    if tables:
        own["records"] = dict(_guessed(tables, catalogue, roles))
    parts = [_HEAD, _dumped({**head, **own})]
    parts += [_DEFAULTS, _dumped({"defaults": {role: dict(each) for role, each in given.items()}})]
    if any(terms.values()):
        parts += [_TERMS, "terms:\n", *_term_lines(terms)]
    return "".join(parts)


def guess_roles(tables: Mapping[str, Sequence[str]], catalogue: Catalogue, roles: Iterable[str]) -> Mapping[str, str]:
    """By table the role whose fields its headings name best, where they name any."""
    datasets = [(role, each) for role in roles if (each := catalogue.dataset_with(role))]
    found: dict[str, str] = {}
    for table, headings in tables.items():
        counted = {role: len(_columns(dataset, headings)) for role, dataset in datasets}
        best = max(counted, key=lambda role: counted[role], default="")
        if best and counted[best] >= _FEWEST and best not in found.values():
            found[table] = best
    return found


def _guessed(
    tables: Mapping[str, Sequence[str]], catalogue: Catalogue, roles: Iterable[str]
) -> Iterator[tuple[str, Written]]:
    for table, role in guess_roles(tables, catalogue, roles).items():
        dataset = catalogue.dataset_with(role)
        if dataset:
            yield role, {"from": table, "fields": _columns(dataset, tables[table])}


def _columns(dataset: Dataset, headings: Sequence[str]) -> dict[str, str]:
    """A list of codes is taken whole: a cell holds several of them."""
    names = heading_names(dataset.fields)
    known = ((names.get(plain_heading(each)), each) for each in headings)
    return {name: each for name, each in known if name}


def _term_lines(terms: Mapping[str, Counter[str]]) -> Iterator[str]:
    for role, counted in terms.items():
        if counted:
            yield f"  {role}:\n"
            for word, times in counted.most_common(_MOST_TERMS):
                yield f'    {_quoted(word)}: ""  # {times}\n'


def _quoted(text: str) -> str:
    return yaml.dump(text, allow_unicode=True, default_style='"', width=float("inf")).strip()


def _dumped(value: Written) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)


def open_fields(dataset: Dataset, filled: Iterable[str]) -> Iterator[Field]:
    """Fields that a record must have and nothing of the mapping fills."""
    known = set(filled)
    return (each for each in dataset.fields if each.required and each.name not in known)

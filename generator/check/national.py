"""What the engine ships for every instance to what this instance can use of it, and whose fault its problems are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from generator.base.house import NATIONAL
from generator.check.problems import unmendable_here
from generator.model.declaration import RawDeclaration, schema_entries
from generator.model.problem import Problem
from generator.model.role import FORMER_NAMES


def fit_national(raw: Iterable[RawDeclaration]) -> tuple[RawDeclaration, ...]:
    """References of a national declaration, or of one that extends it, lead to the dataset of the same role here.

    To one that this instance does not have at all they become plain fields.
    """
    raw = tuple(raw)
    declared = {one.name: one.name for one in raw}
    known = {former: declared_as for former, declared_as in _by_role(raw) if former not in declared} | declared
    return tuple(_fitted(one, known) if one.document and _is_shipped(one) else one for one in raw)


def _is_shipped(one: RawDeclaration) -> bool:
    """Of what cannot be laid over one of the engine's everything is the city's own."""
    return one.is_national or one.written is not None


def keep_wanted(raw: Iterable[RawDeclaration]) -> tuple[RawDeclaration, ...]:
    """Of the national declarations those that this instance has a use for and has not declared itself.

    One that says `only_with` is there for datasets of those roles, and for whatever of the instance points at it.
    """
    raw = tuple(raw)
    national = {one.name: one for one in raw if one.is_national}
    own = [_joined(one, national.get(one.name)) for one in raw if not one.is_national]
    names, roles = {one.name for one in own}, {role for one in own if (role := _role(one))}
    pointed = {name for one in own for name in _pointed_at(one)}
    shipped = (one for one in national.values() if one.name not in names and _role(one) not in roles)
    wanted = (one for one in shipped if one.name in pointed or _is_wanted(one, roles))
    kept = (*own, *(replace(one, takes_national=True) for one in wanted))
    return tuple(sorted(kept, key=lambda one: one.folder))


def _joined(one: RawDeclaration, national: RawDeclaration | None) -> RawDeclaration:
    """The engine's records join those of a declaration that has room for all their fields."""
    return replace(one, takes_national=national is not None and _fields(national) <= _fields(one))


def _fields(one: RawDeclaration) -> Set[str]:
    return {str(each.get("name")) for each in schema_entries(one.document, "fields") if isinstance(each, Mapping)}


def _role(one: RawDeclaration) -> Any:
    block = _block(one)
    return block.get("role") if isinstance(block, Mapping) else None


def _is_wanted(one: RawDeclaration, roles: Collection[object]) -> bool:
    block = _block(one)
    wanted = block.get("only_with") if isinstance(block, Mapping) else None
    return wanted is None or any(role in roles for role in wanted)


def _pointed_at(one: RawDeclaration) -> Iterator[str]:
    """Names of datasets that references and axes of tables lead to; an ill-formed declaration is told of elsewhere."""
    document: Any = one.document or {}
    block = document.get("directory")
    for each in schema_entries(document, "foreignKeys"):
        end = each.get("reference") if isinstance(each, Mapping) else None
        if isinstance(end, Mapping):
            yield str(end.get("resource"))
    tabulation = block.get("statistics") if isinstance(block, Mapping) else None
    axes = tabulation.get("axes") if isinstance(tabulation, Mapping) else None
    for axis in axes if isinstance(axes, list) else ():
        if isinstance(axis, Mapping):
            others = axis.get("also")
            groupings = (axis, *(others if isinstance(others, list) else ()))
            yield from (str(each.get("codes")) for each in groupings if isinstance(each, Mapping))
    held = tabulation.get("contains") if isinstance(tabulation, Mapping) else None
    yield from (
        (str(each.get("records")) for each in held if isinstance(each, Mapping)) if isinstance(held, list) else ()
    )


def _by_role(raw: Iterable[RawDeclaration]) -> Iterator[tuple[str, str]]:
    """The names by which national declarations speak of roles, and what has each role here."""
    here = {str(block.get("role")): one.name for one in raw if isinstance(block := _block(one), Mapping)}
    return ((former, here[role]) for former, role in FORMER_NAMES.items() if role in here)


def _block(one: RawDeclaration) -> Any:
    return (one.document or {}).get("directory")


def _fitted(one: RawDeclaration, known: Mapping[str, str]) -> RawDeclaration:
    document = dict(one.document or {})
    schema, block = dict(document.get("schema") or {}), dict(document.get("directory") or {})
    references = schema_entries(document, "foreignKeys")
    own = schema_entries(one.written, "foreignKeys")
    lost = [each for each in references if each not in own and each["reference"]["resource"] not in known]
    if not references:
        return one
    schema["foreignKeys"] = [each if each in own else _led(each, known) for each in references if each not in lost]
    if not lost:
        return replace(one, document={**document, "schema": schema})
    fields = {name for each in lost for name in each["fields"]}
    block |= {name: list(_without(block[name], fields)) for name in ("links", "filters") if name in block}
    return replace(one, document={**document, "schema": schema, "directory": block})


def _led(reference: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    end = reference["reference"]
    return {**reference, "reference": {**end, "resource": known[end["resource"]]}}


def _without(entries: Iterable[Any], fields: Collection[str]) -> Iterator[Any]:
    """Links, and filters by what lies above, need the reference; other entries are names of fields."""
    return (each for each in entries if not (isinstance(each, Mapping) and each.get("field") in fields))


def name_whose(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Nobody who keeps an instance can mend a file of the engine: the problem says who can."""
    return tuple(unmendable_here(each) if each.location.file.startswith(f"{NATIONAL}/") else each for each in problems)

"""The standards' own schemas as judges, with the checker of formats on."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FOLDER = Path(__file__).parent / "standards"


@cache
def judge(path: str) -> Draft202012Validator:
    """The validator of a schema; those that it names lie beside it, whatever address they are named by.

    What it says of its dialect is left out: 360Giving writes an address that nobody else calls it by.
    """
    folder = (FOLDER / path).parent
    beside = {each.name: Resource(_schema(each), DRAFT202012) for each in folder.glob("*.json")}
    registry: Registry[Any] = Registry(retrieve=lambda address: beside[address.rpartition("/")[2]])
    checker = Draft202012Validator.FORMAT_CHECKER
    assert {"uuid", "uri", "email", "date-time"} <= checker.checkers.keys(), "without them formats are not checked"
    schema = {name: each for name, each in _schema(FOLDER / path).items() if name != "$schema"}
    return Draft202012Validator(schema, registry=registry, format_checker=checker)


def faults(path: str, value: object) -> list[str]:
    """What a schema finds wrong with a value."""
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in judge(path).iter_errors(value)]


def _schema(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))

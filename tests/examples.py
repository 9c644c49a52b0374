"""An invalid site and its mended files to the example that its rule's page shows."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from generator.model.problem import Location
from tests.instances import SITES

INVALID, MENDED = SITES / "invalid", SITES / "mended"
AROUND, LINES, WIDTH = 3, 12, 160
"""How much of a file is shown: so many lines around those that matter, at most so many, at most so wide."""


def make_example(rule: str) -> dict[str, Any]:
    """The first problem as it is told, and the lines before and after mending."""
    told = [each for each in json.loads((INVALID / rule / "expected.json").read_text("utf-8")) if each["rule"] == rule]
    said = {name: told[0][name] for name in ("severity", "message", "hint")}
    good = mended_file(rule)
    if good is None:
        return {**said, "bad": None, "good": None}
    bad = bad_file(rule)
    before, after = ((base / rule / file).read_text("utf-8") for base, file in ((INVALID, bad), (MENDED, good)))
    faulty = {each["line"] for each in told if each["file"] == bad and each["line"]}
    changed, mended = _differing(before, after)
    return {
        **said,
        "bad": {"file": bad, "lines": list(_lines(before, faulty or changed))},
        "good": {"file": good, "lines": list(_lines(after, mended))},
    }


def mended_file(rule: str) -> str | None:
    """The file that mends the fault, relative to the site."""
    files = [path for path in (MENDED / rule).rglob("*") if path.is_file()]
    return files[0].relative_to(MENDED / rule).as_posix() if files else None


def bad_file(rule: str) -> str:
    """The file to be mended: where the mended one lies, else where the problem was found, else the only one."""
    folder = INVALID / rule
    told = [Location(each["file"]).file for each in json.loads((folder / "expected.json").read_text("utf-8"))]
    others = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    candidates = (mended_file(rule) or "", *told, *(file for file in others if "." in file and "/" in file))
    return next(file for file in candidates if (folder / file).is_file())


def _differing(before: str, after: str) -> tuple[set[int], set[int]]:
    """Numbers of the lines that only one of the two texts has."""
    blocks = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes()
    differing = [block for block in blocks if block[0] != "equal"]
    old = {number + 1 for _, start, end, _, _ in differing for number in range(start, end)}
    return old, {number + 1 for _, _, _, start, end in differing for number in range(start, end)}


def _lines(text: str, marked: Collection[int]) -> Iterator[tuple[int, str, bool]]:
    near = [
        (number, line[:WIDTH], number in marked)
        for number, line in enumerate(text.splitlines(), start=1)
        if not marked or any(abs(number - each) <= AROUND for each in marked)
    ]
    yield from near[:LINES]


def render_examples() -> str:
    """The whole of `generator/read/examples.json`."""
    examples = {folder.name: make_example(folder.name) for folder in sorted(INVALID.iterdir())}
    entries = (f"{json.dumps(rule)}: {json.dumps(each, ensure_ascii=False)}" for rule, each in examples.items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def mend(root: Path, rule: str) -> None:
    """Put the mended file where the bad one was, in a copy of the site."""
    good = mended_file(rule)
    assert good is not None
    if good != bad_file(rule):
        (root / bad_file(rule)).unlink()
    (root / good).parent.mkdir(parents=True, exist_ok=True)
    (root / good).write_bytes((MENDED / rule / good).read_bytes())

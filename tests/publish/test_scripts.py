"""Our small scripts: whatever one of them asks for is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.base.house import house_folder

ASSETS = house_folder() / "theme" / "assets"
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")


def imports() -> Iterator[tuple[Path, str]]:
    for file in sorted(ASSETS.rglob("*.js")):
        if "vendor" not in file.relative_to(ASSETS).parts:
            yield from ((file, name) for name in IMPORT.findall(file.read_text("utf-8")))


def test_every_script_that_another_imports_exists() -> None:
    found = list(imports())
    assert len(found) > 40, "the scripts were read"
    assert [(file.name, name) for file, name in found if not (file.parent / name).is_file()] == []

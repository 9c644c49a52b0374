"""What is shipped is told, with licences that bind nobody who uses it; the list is one that others' programs read."""

from __future__ import annotations

import ast
import json
from importlib.metadata import packages_distributions

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from packaging.utils import canonicalize_name

from bench.shipped import bill, enclosed, installed, notice
from tests.demonstration import HOUSE

FREE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "PSF-2.0",
    "Zlib",
}
FREE |= {"MIT-0", "Artistic-1.0-Perl", "OFL-1.1", "WTFPL", "LGPL-2.1-or-later", "MPL-2.0"}
"""Licences that an MIT package may come with; those that bind others (AGPL, GPL) are not among them."""


def test_notice_tells_everything_that_the_lock_file_brings() -> None:
    assert (HOUSE / "NOTICE").read_text("utf-8") == notice(), "make lock"


def test_every_library_that_the_program_names_is_told() -> None:
    trees = (ast.parse(file.read_text("utf-8")) for file in (HOUSE / "generator").rglob("*.py"))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    named = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    named |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    homes = packages_distributions()
    wanted = {canonicalize_name(homes[root][0]) for root in {name.partition(".")[0] for name in named} & homes.keys()}
    assert len(wanted) > 20 and wanted - {"mingshan"} <= {each.name for each in installed()}


def test_no_licence_binds_those_who_use_it() -> None:
    for each in (*installed(), *enclosed()):
        choices = (choice.split(" AND ") for choice in each.licence.split(" OR "))
        assert any(FREE.issuperset(choice) for choice in choices), each


def test_every_file_that_came_from_elsewhere_is_there() -> None:
    assert all((HOUSE / each.place).exists() for each in enclosed())


def test_the_list_obeys_the_schema_of_cyclonedx_and_holds_every_component_with_its_licence() -> None:
    text = bill()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found = {each["name"]: each for each in json.loads(text)["components"]}
    assert found.keys() == {each.name for each in (*installed(), *enclosed())}
    assert all(each["licenses"] for each in found.values())
    assert found["jinja2"]["purl"].startswith("pkg:pypi/jinja2@3.")


def test_what_standards_wrote_themselves_is_shipped_in_no_package() -> None:
    """Their licences bind whoever passes them on; `tests/standards/README.md` says whose each folder is."""
    held = {path.name for path in (HOUSE / "tests/standards").iterdir() if path.is_dir()}
    told = (HOUSE / "tests/standards/README.md").read_text("utf-8")
    assert held and all(f"| `{name}/` |" in told for name in held)
    for builder in (SdistBuilder, WheelBuilder):
        shipped = [each.distribution_path for each in builder(str(HOUSE)).recurse_included_files()]
        assert shipped and not any("tests/standards/" in path for path in shipped)

"""No dataset is known by its name: what the code needs of one, it asks of its role."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.model.role import ROLES

ROOT = Path(__file__).parent.parent
FEATURES = {path.parent.name for path in (ROOT / "generator/features").glob("*/__init__.py")}
STANDARD = "a key of Table Schema (Data Package v2)"
EXEMPT = {
    ("generator/check/table_schema.py", "categories"): STANDARD,
    ("generator/check/shaping.py", "categories"): STANDARD,
    ("generator/check/declaration_coherence.py", "categories"): STANDARD,
    ("generator/check/schemas.py", "categories"): STANDARD,
    ("generator/exchange/declared_dataset.py", "categories"): STANDARD,
    ("generator/build/record_shapes.py", "categories"): STANDARD,
    ("generator/render/facts.py", "categories"): "the kind of fact that Table Schema's categories make",
    ("generator/exchange/browser_forms.py", "collections"): "a key of the browser forms' own configuration",
    ("generator/features/help/views.py", "collections"): "an address inside the browser forms",
    ("generator/features/books/electronic_book.py", "collections"): "a book's identifier, which never changes",
    ("generator/features/books/printed_files.py", "divisions"): "a standard field of cases",
    ("generator/features/books/printed_files.py", "groups"): "a standard field of cases",
    ("generator/features/duties/project_facts.py", "divisions"): "a standard field of projects",
    ("generator/features/duties/fundraising_facts.py", "divisions"): "a standard field of projects",
    ("generator/features/gaps/survey.py", "groups"): "a standard field of offers",
    ("generator/features/finder/entries.py", "groups"): "a standard field of offers",
    ("generator/features/finder/entries.py", "household_types"): "a standard field of offers",
    ("generator/features/finder/data_files.py", "windows"): "a key of the file that the finder's script reads",
    ("generator/features/finder/views.py", "windows"): "a name that the finder's templates use",
    ("generator/features/finder/views.py", "needs"): "a name that the finder's templates use",
    ("generator/features/finder/views.py", "groups"): "a name that the finder's templates use",
    ("generator/features/gaps/pages.py", "needs"): "the address of a ledger, on the page of its place",
    ("generator/features/gaps/board_views.py", "needs"): "the address of a ledger, on the page of its place",
    ("generator/features/home/blocks.py", "categories"): "the name of a block that people write in their pages",
    ("generator/features/home/blocks.py", "groups"): "the name of a block that people write in their pages",
    ("generator/features/statistics/addresses.py", "categories"): "the name of a chart, which stands in addresses",
    ("generator/features/statistics/addresses.py", "groups"): "the name of a chart, which stands in addresses",
    ("generator/features/statistics/chart_views.py", "categories"): "the name of a chart, which stands in addresses",
    ("generator/features/statistics/chart_views.py", "groups"): "the name of a chart, which stands in addresses",
    ("generator/features/changes/review_documents.py", "groups"): "a key of the review's own document",
    ("generator/publish/preview/server.py", "events"): "where a preview hears of a new build",
    ("generator/check/former_declarations.py", "divisions"): "a standard field of projects",
    ("generator/check/former_declarations.py", "groups"): "a standard field of offers and projects",
    ("generator/features/giving/grants_file.py", "grants"): "a word of the standard, 360Giving",
    ("generator/verbs/import_/foreign_source.py", "grants"): "a word of the standard, 360Giving",
    ("generator/features/giving/grants_file.py", "divisions"): "a standard field of projects",
    ("generator/features/hsds/addresses.py", "organizations"): "a word of the standard, HSDS",
    ("generator/features/hsds/table_columns.py", "organizations"): "a file of the standard, HSDS",
    ("generator/features/hsds/services.py", "groups"): "a standard field of offers",
    ("generator/features/hsds/services.py", "household_types"): "a standard field of offers",
    ("generator/features/hsds/taxonomies.py", "groups"): "a standard field of offers",
    ("generator/features/hsds/taxonomies.py", "household_types"): "a standard field of offers",
    ("generator/features/words/lexicon.py", None): "fields of a saying, and keys of the file that browsers read",
    ("theme/assets/search/page.js", "windows"): "a part of the search page, and the script beside it",
    ("theme/templates/search_page.html", "windows"): "a part of the search page, and its script",
    ("generator/model/role.py", None): "the names that stood for roles before declarations wrote them",
}
"""What stands for something else than a dataset, by file and word (None: all of the file), each with its reason."""


@cache
def names() -> frozenset[str]:
    """Every declared name of the demonstration but those that are roles' or features' names too."""
    folders = (ROOT / "data", ROOT / "generator/national")
    files = (file for folder in folders for file in folder.rglob("dataset.yaml"))
    declared = {yaml.safe_load(file.read_text("utf-8"))["name"] for file in files}
    return frozenset(declared - set(ROLES) - FEATURES)


def found_in(text: str) -> Iterator[str]:
    """The datasets a string names: as a whole, before a field ("dataset.field"), as a part of a path."""
    for part in re.split(r"[/#:]", text):
        word = part.partition(".")[0]
        if word in names() and re.fullmatch(r"[a-z_]+(?:\.[a-z_]+)?", part):
            yield word
    yield from (word for word in re.findall(r"data/([a-z_]+)", text) if word in names())


def strings(file: Path) -> Iterator[str]:
    """The string constants of a module, without docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    said = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def offences() -> dict[str, set[str]]:
    """By file, the datasets it names."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        words = {word for text in strings(path) for word in found_in(text)}
        left = {word for word in words if not {(file, word), (file, None)} & EXEMPT.keys()}
        if left:
            found[file] = left
    return found


def expressions(file: Path) -> Iterator[str]:
    """The strings in a template's expressions, and the addresses it writes; of a script its strings."""
    text = file.read_text("utf-8")
    if file.suffix == ".js":
        text = re.sub(r"(?m)^\s*(?://|/?\*).*$|\s// .*$", "", text)
        yield from (found[1] for found in re.finditer(r"[\"'`]([\w./#-]+)[\"'`]", text))
        return
    for expression in re.findall(r"\{[{%](.*?)[%}]\}", re.sub(r"(?s)\{#.*?#\}", "", text), re.DOTALL):
        yield from (found[1] or found[2] or "" for found in re.finditer(r"\"([^\"]*)\"|'([^']*)'", expression))
    yield from re.findall(r'(?:href|src|action)="(?:\{\{ root \}\})?([\w./#-]+)"', text)


def test_no_string_of_the_generator_names_a_dataset() -> None:
    assert offences() == {}


def test_no_expression_and_no_address_of_the_theme_names_a_dataset() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted((*(ROOT / "theme").rglob("*.html"), *(ROOT / "theme").rglob("*.js"))):
        file = path.relative_to(ROOT).as_posix()
        words = {word for text in expressions(path) for word in found_in(text)}
        left = {word for word in words if not {(file, word), (file, None)} & EXEMPT.keys()}
        if left and "vendor" not in file and "starter" not in file:
            found[file] = left
    assert found == {}


@pytest.mark.parametrize(("text", "name"), [("projects", "projects"), ("projects.organization", "projects")])
def test_a_name_is_found_alone_and_before_a_field(text: str, name: str) -> None:
    """And nowhere else: a word of a sentence is no name."""
    assert list(found_in(text)) == [name]
    assert not list(found_in(f"写{name}的人 {name}"))

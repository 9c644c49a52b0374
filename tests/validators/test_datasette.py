"""Datasette opens the database: every table and view has its page, facets count, and search finds."""

from __future__ import annotations

import asyncio
import csv
import sqlite3
from collections import Counter
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest
from datasette.app import Datasette

from tests.demonstration import HOUSE

DATABASE = "database/v1/catalogue.db"


@pytest.fixture
def datasette(given_away: Path) -> Datasette:
    return Datasette([str(given_away / DATABASE)])


def asked(datasette: Datasette, *paths: str) -> list[httpx.Response]:
    """The answers to all of them."""

    async def ask() -> list[httpx.Response]:
        return [await datasette.client.get(path) for path in paths]

    answers: Coroutine[Any, Any, list[httpx.Response]] = ask()
    return asyncio.run(answers)


def test_every_table_and_view_has_its_page(datasette: Datasette, given_away: Path) -> None:
    database = sqlite3.connect(given_away / DATABASE)
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    assert len(names) > 80
    answers = asked(datasette, "/catalogue", *(f"/catalogue/{name}" for name in names))
    assert [each.url.path for each in answers if each.status_code != 200] == []


def test_facets_count_what_the_tables_of_the_bureau_hold(datasette: Datasette) -> None:
    rows = [
        row
        for file in (HOUSE / "data/supply").rglob("*.csv")
        for row in csv.DictReader(file.read_text("utf-8-sig").splitlines())
    ]
    (answer,) = asked(datasette, "/catalogue/supply.json?_facet=category&_facet_array=groups&_facet_size=max&_size=0")
    found = {
        name: {each["value"]: each["count"] for each in facet["results"]}
        for name, facet in answer.json()["facet_results"].items()
    }
    assert found["category"] == Counter(row["category"] for row in rows)
    assert found["groups"] == Counter(group for row in rows for group in set(row["groups"].split(";")))


def test_search_finds_words_of_two_characters(datasette: Datasette) -> None:
    (page, found) = asked(
        datasette,
        "/catalogue/mingshan_search?_search=护理",
        "/catalogue/mingshan_search.json?_search=护理&_shape=array",
    )
    assert page.status_code == 200 and 'name="_search"' in page.text
    assert found.json() and all("护理" in each["words"] for each in found.json())


def test_references_lead_to_what_they_name(datasette: Datasette) -> None:
    (answer,) = asked(datasette, "/catalogue/projects.json?_labels=on&_size=1&_shape=objects")
    assert answer.json()["rows"][0]["organization"]["label"]

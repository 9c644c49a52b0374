"""The shipped kinds of need, held against every offer of the demonstration as labelled by hand."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generator.base.house import engine_root
from generator.model.dataset import NATIONAL

DATA = Path(__file__).parents[2] / "data"
LABELS: Mapping[str, list[str]] = yaml.safe_load((Path(__file__).parent / "offers.yaml").read_text("utf-8"))
Kinds = list[tuple[str, str, list[str]]]


def kinds() -> Kinds:
    """Id, category and terms of each kind."""
    with (engine_root() / NATIONAL / "need_kinds/need_kinds.csv").open(encoding="utf-8") as file:
        return [(row["id"], row["category"], row["terms"].split(";")) for row in csv.DictReader(file)]


def offers() -> Iterator[Mapping[str, str]]:
    for table in sorted((DATA / "supply/2026H2").glob("*.csv")):
        with table.open(encoding="utf-8-sig") as file:
            yield from csv.DictReader(file)
    for project in sorted((DATA / "projects").glob("p*.yaml")):
        yield yaml.safe_load(project.read_text("utf-8"))


def recognised(text: str, known: Kinds) -> set[str]:
    """Kinds with a term in the text that stands in no longer one."""
    terms = [(term, kind) for kind, _, words in known for term in words if term in text]
    return {kind for term, kind in terms if not any(term != other and term in other for other, _ in terms)}


def test_each_offer_is_recognised_as_exactly_its_kinds() -> None:
    """First by its name among the kinds of its category, then by its summary, then by its name among all."""
    wrong, known = {}, kinds()
    for offer in offers():
        own = [kind for kind in known if kind[1] == offer["category"]]
        name, summary = offer["name"], offer["summary"]
        found = recognised(name, own) or recognised(summary, own) or recognised(name, known)
        if found != set(LABELS[name]):
            wrong[name] = found
    assert wrong == {}


def test_every_label_is_of_an_offer_that_is_still_there() -> None:
    assert set(LABELS) == {offer["name"] for offer in offers()}

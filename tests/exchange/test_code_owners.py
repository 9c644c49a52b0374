from __future__ import annotations

from dataclasses import replace

from generator.exchange.code_owners import code_owners
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from tests.builders import dataset, field, linked, record

DIVISIONS = dataset(
    "divisions", field("level"), field("parent", target="divisions"), label="id", hierarchy=("parent", "level")
)
REVIEWERS = dataset("reviewers", field("division", target="divisions"), field("kinds", "list"), field("teams", "list"))
SUPPLY = replace(
    dataset("supply", field("period"), field("division", target="divisions")), path="{period}/{division}.csv"
)
PLACES = (
    record(DIVISIONS, "99", level="city"),
    record(DIVISIONS, "9901", level="district", parent="99"),
    record(DIVISIONS, "990101", level="township", parent="9901"),
)


def row(key: str, division: str, *teams: str, kinds: tuple[str, ...] = ()) -> Record:
    return record(REVIEWERS, key, division=division, kinds=kinds, teams=teams)


def owners(*rows: Record) -> dict[str, str]:
    catalogue: Catalogue = linked((DIVISIONS, REVIEWERS, SUPPLY), *PLACES, *rows)[0]
    lines = (code_owners(catalogue) or "").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))


def test_the_files_of_a_place_go_to_the_reviewers_of_that_place_and_of_all_places_in_it() -> None:
    found = owners(row("city", "99", "@o/city"), row("east", "9901", "@o/east"))
    assert found["/data/"] == "@o/city"
    assert found["/data/supply/*/9901.csv"] == found["/data/supply/*/990101.csv"] == "@o/east"
    assert "/data/supply/*/99.csv" not in found


def test_a_kind_of_data_can_have_reviewers_of_its_own() -> None:
    found = owners(row("city", "99", "@o/city"), row("supply", "99", "@o/one", "@o/two", kinds=("supply",)))
    assert found["/data/supply/"] == "@o/one @o/two"


def test_declarations_and_the_division_of_labour_belong_to_the_engineers() -> None:
    rows = row("city", "99", "@o/city"), row("engine", "99", "@o/engine", kinds=("engine",))
    assert list(owners(*rows).items())[-2:] == [
        ("/data/**/dataset.yaml", "@o/engine"),
        ("/data/reviewers/", "@o/engine"),
    ]


def test_without_reviewers_there_is_no_file() -> None:
    assert code_owners(linked((DIVISIONS, REVIEWERS, SUPPLY), *PLACES)[0]) is None

"""Templates of an instance that no page looks for any more are told, with where they belong now."""

from __future__ import annotations

from pathlib import Path

from generator.base.house import house_folder
from generator.features import FEATURES
from generator.render.overrides import MOVED, find_outdated_templates
from tests.builders import dataset, linked
from tests.instances import write

SHIPPED = house_folder() / "theme/templates"
CATALOGUE = linked((dataset("meetings"),))[0]


def told(root: Path) -> list[tuple[str, str]]:
    return [(each.location.file, each.hint) for each in find_outdated_templates(root, SHIPPED, CATALOGUE, FEATURES)]


def test_a_template_of_a_dataset_that_is_not_declared_belongs_to_its_role(tmp_path: Path) -> None:
    write(tmp_path, "theme/templates/divisions.html", "")
    assert told(tmp_path) == [("theme/templates/divisions.html", "改名为 theme/templates/records/place.html。")]


def test_a_template_that_has_moved_is_told_where_to(tmp_path: Path) -> None:
    write(tmp_path, "theme/templates/find/start.html", "")
    assert told(tmp_path) == [("theme/templates/find/start.html", "改名为 theme/templates/finder/start.html。")]


def test_those_of_a_dataset_of_the_generator_or_included_by_another_apply(tmp_path: Path) -> None:
    write(tmp_path, "theme/templates/meetings.html", '{% include "mine.html" %}')
    write(tmp_path, "theme/templates/mine.html", "")
    write(tmp_path, "theme/templates/meetings.listing.html", "")
    write(tmp_path, "theme/templates/records/place.html", '{{ relations.get("offer.division") }}')
    assert told(tmp_path) == []


def test_a_word_that_names_a_role_today_is_no_old_name(tmp_path: Path) -> None:
    """Rules lay in a folder `disclosure` once; `disclosure.project` asks for disclosures where no data can be read."""
    write(tmp_path, "theme/templates/records/project.html", '{{ relations.get("disclosure.project") }}')
    assert told(tmp_path) == []
    write(tmp_path, "theme/templates/records/project.html", '{{ relations.get("supply.division") }}')
    assert [hint for _, hint in told(tmp_path)] == ["写成 offer.division。"]


def test_the_table_of_old_names_leads_to_templates_that_are_there() -> None:
    assert not [new for new in MOVED.values() if not (SHIPPED / new).is_file()]
    assert not [old for old in MOVED if (SHIPPED / old).is_file()]

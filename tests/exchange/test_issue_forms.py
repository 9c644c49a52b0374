"""The forms by which the public writes to the repository, as a forge reads them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.exchange.issue_forms import ISSUE_FORMS_FOLDER, PROMISE, issue_forms
from generator.model.catalogue import Catalogue
from tests.builders import dataset, field, linked, record
from tests.demonstration import HOUSE

BIN = Path(sys.executable).parent
FORMS = sorted(path for path in (HOUSE / ISSUE_FORMS_FOLDER).glob("*.yml") if path.stem != "config")


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-issue-forms", FORMS), ("github-issue-config", [HOUSE / ISSUE_FORMS_FOLDER / "config.yml"])],
)
def test_a_forge_accepts_the_forms(schema: str, files: list[Path]) -> None:
    command = [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert files and found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_every_form_warns_and_asks_for_a_promise_about_personal_data(form: Path) -> None:
    body = read(form)["body"]
    assert "任何人都能看到" in body[0]["attributes"]["value"]
    assert body[-1]["attributes"]["options"][0] == {"label": PROMISE, "required": True}


def test_labels_of_forms_are_declared_and_say_which_form_applies_them() -> None:
    labels = {each["name"]: each for each in read(HOUSE / ".github" / "labels.yml")}
    assert all(re.fullmatch(r"[0-9a-f]{6}", each["color"]) and each["description"] for each in labels.values())
    for form in FORMS:
        (label,) = read(form)["labels"]
        assert labels[label]["applied_by"] == form.relative_to(HOUSE).as_posix()


def test_people_choose_among_the_places_and_categories_of_the_instance() -> None:
    divisions = dataset("divisions", field("name"), field("level"), label="name")
    categories = dataset("categories", field("name"), label="name")
    rows = (
        record(divisions, "99", name="甲市", level="city"),
        record(divisions, "9901", name="乙区", level="district"),
    )
    catalogue: Catalogue = linked((divisions, categories), *rows, record(categories, "a", name="丙类"))[0]
    resource = yaml.safe_load(issue_forms(catalogue)[f"{ISSUE_FORMS_FOLDER}/propose-resource.yml"])
    offered = {each.get("id"): each["attributes"].get("options") for each in resource["body"]}
    assert offered["districts"][1:] == ["乙区"] and offered["kinds"] == ["丙类"]


def test_an_instance_without_places_has_no_forms() -> None:
    assert issue_forms(linked((dataset("notes", field("name")),))[0]) == {}


def test_the_checklist_of_a_pull_request_names_what_must_never_be_handed_in() -> None:
    text = (HOUSE / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert text.count("- [ ]") >= 5
    assert all(word in text for word in ("身份证号", "化名", "书面同意", "mingshan protect", "更正"))

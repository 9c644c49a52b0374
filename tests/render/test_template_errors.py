"""What a template of the instance fails with is told by its line; what ours fails with is our bug."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from jinja2 import TemplateError

from generator.base.house import house_folder
from generator.render.template_errors import BrokenTemplate, blaming_templates
from generator.render.templates import template_environment

OURS = house_folder() / "theme" / "templates"
SLIPS = {
    "a name that is not there": ("\n{{ nothing }}", 2),
    "a part that is not there": ("{{ ui.nothing('x') }}", 1),
    "a part that lacks a word": ("\n\n{{ ui.badge() }}", 3),
    "something left open": ("{% if page %}\n<p>", 2),
    "a template that is not there": ('\n{% extends "nothing.html" %}', 2),
    "what cannot be done": ("{% set x = 1 %}\n{{ x + 'a' }}", 2),
    "a deeper template": ('{% include "deeper.html" %}', 3),
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "theme" / "templates"
    folder.mkdir(parents=True)
    (folder / "deeper.html").write_text("\n\n{{ nothing }}", "utf-8")
    return folder


def draw(own: Path, name: str) -> str:
    environment = template_environment((own, OURS))
    with blaming_templates(environment):
        return environment.get_template(name).render(page="x")


@pytest.mark.parametrize(("body", "line"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_by_its_line(own: Path, body: str, line: int) -> None:
    (own / "slip.html").write_text(body, "utf-8")
    with pytest.raises(BrokenTemplate) as broken:
        draw(own, "slip.html")
    place = broken.value.problem.location
    assert place.line == line
    assert place.file == f"theme/templates/{'deeper' if 'deeper' in body else 'slip'}.html"


def test_a_slip_in_the_parts_of_pages_is_told_before_any_page_is_drawn(own: Path) -> None:
    (own / "components.html").write_text("\n{% macro badge( %}", "utf-8")
    with pytest.raises(BrokenTemplate) as broken:
        template_environment((own, OURS))
    assert broken.value.problem.location.line == 2


def test_no_value_of_a_record_is_told(own: Path) -> None:
    (own / "slip.html").write_text("{{ page + 1 }}", "utf-8")
    with pytest.raises(BrokenTemplate) as broken:
        draw(own, "slip.html")
    assert "（TypeError）" in broken.value.problem.message


def test_a_bug_of_ours_stays_one(own: Path) -> None:
    with pytest.raises(TemplateError):
        draw(own, "record.html")


def test_it_comes_out_of_another_process_as_it_was(own: Path) -> None:
    (own / "slip.html").write_text("{{ nothing }}", "utf-8")
    with pytest.raises(BrokenTemplate) as broken:
        draw(own, "slip.html")
    assert pickle.loads(pickle.dumps(broken.value)).problem == broken.value.problem

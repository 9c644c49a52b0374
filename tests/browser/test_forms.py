"""Real people's way in: the forms in a real browser, and what they save."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.model.record import Value
from generator.pipeline import Checked, check_project, open_project
from tests.browser.conftest import AS_OF, HOUSE, Site, Visit
from tests.browser.form_filling import Form
from tests.browser.projects import BY_HAND, FILE, fill_in_project


def checked_with(folder: Path, text: str) -> Checked:
    for name in ("data", "content"):
        shutil.copytree(HOUSE / name, folder / name)
    shutil.copy(HOUSE / "mkdocs.yml", folder)
    (folder / FILE).write_text(text, "utf-8")
    project, _ = open_project(folder, AS_OF, None)
    return check_project(project, lambda _what: None)


def said_of(checked: Checked) -> list[Mapping[str, Value]]:
    """What the project and its disclosure say."""
    records = checked.catalogue.records
    return [records["projects"]["p2026-099"].values, records["disclosures"]["p2026-099/d01"].values]


def test_a_project_made_by_form_passes_the_check_and_is_the_one_written_by_hand(
    visit: Visit, site: Site, tmp_path: Path
) -> None:
    reader = visit()
    form = Form(reader.context.new_page(), site.home)
    fill_in_project(form)
    form.save()
    by_form = checked_with(tmp_path / "form", form.saved()[FILE])
    by_hand = checked_with(tmp_path / "hand", BY_HAND)
    assert by_form.problems == by_hand.problems == ()
    assert said_of(by_form) == said_of(by_hand)
    assert reader.complaints == []


def test_the_form_refuses_what_the_declaration_forbids(visit: Visit, site: Site) -> None:
    form = Form(visit().context.new_page(), site.home)
    form.begin("projects")
    form.write(项目编号="大写 ID")
    form.save()
    assert form.field("项目编号").get_by_text("写法不对").is_visible()
    assert form.saved() == {}


def test_without_scripts_the_page_of_the_forms_says_what_else_one_can_do(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("admin/forms/")
    page.get_by_role("link", name="用 Excel 表格报送").click()
    assert page.get_by_role("heading", name="在线填报").is_visible()

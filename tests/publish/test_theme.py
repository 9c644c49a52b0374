"""The house's own theme, settings and prose, as the shell sees them."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.trust import Trust
from generator.publish.assets import find_shell_assets
from generator.publish.content import find_content
from generator.publish.frames import FrameFilling, fill_frame, read_frames
from generator.publish.menu import Stub
from generator.publish.prose import finish_content_page
from generator.publish.shell import Shell, publish_shell
from generator.read.menu import read_menu
from generator.read.mkdocs_keys import read_mkdocs
from tests.publish.conftest import STUBS, make_project

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    root = tmp_path_factory.mktemp("house")
    project = make_project(root)
    shutil.rmtree(root / "content")
    shutil.copytree(HOUSE / "content", root / "content")
    shutil.copytree(HOUSE / "theme/overrides", root / "theme/overrides")
    shutil.copy(HOUSE / "mkdocs.yml", root)
    content, problems = find_content(root, ("content/cases",))
    project = replace(project, mkdocs=read_mkdocs(root, Trust())[0])
    shell, more = publish_shell(project, content, (*STUBS, Stub("find", "我要找帮扶")), read_menu(root))
    assert (*problems, *more) == ()
    assert shell is not None
    return shell


def test_every_frame_has_every_mark(shell: Shell) -> None:
    frames, problems = read_frames(shell, STUBS)
    assert problems == ()
    assert "@@" not in fill_frame(frames["projects"], "projects/a/", FrameFilling("标题", "描述", "", "内容"))


def test_every_page_of_prose_can_be_finished(shell: Shell) -> None:
    for address in shell.pages:
        prose, problems = finish_content_page(shell, address, lambda _name, _address: "<b>块</b>")
        assert problems == ()
        assert prose.title
        assert "@@" not in prose.html


def test_no_page_needs_an_inline_script_or_materials_own_files(shell: Shell) -> None:
    frames, _ = read_frames(shell, STUBS)
    assert "sha256-" not in fill_frame(frames["projects"], "projects/a/", FrameFilling("标题", "描述", "", "内容"))
    assert {each.address.partition("/")[0] for each in find_shell_assets(shell)} <= {"files", "guides"}


SCRIPT = re.compile(r'ui\.script\(root, "([^"]+)", \(([^)]*)\)\)')
IMPORT = re.compile(r'^import .* from "(\.[^"]+)";$', re.MULTILINE)
WITH_SCRIPTS = [path for path in (HOUSE / "theme/templates").rglob("*.html") if SCRIPT.search(path.read_text("utf-8"))]


@pytest.mark.parametrize("template", WITH_SCRIPTS, ids=lambda path: path.name)
def test_a_page_asks_at_once_for_all_that_its_script_imports(template: Path) -> None:
    found = SCRIPT.search(template.read_text("utf-8"))
    assert found
    asked = {HOUSE / "theme/assets" / f"{name}.js" for name in re.findall(r'"([^"]+)"', found[2])}
    script = HOUSE / "theme/assets" / f"{found[1]}.js"
    assert asked == imported_by(script) - {script}


def imported_by(script: Path) -> set[Path]:
    """A module and all that it imports, directly or not."""
    known: set[Path] = set()
    waiting = [script]
    while waiting:
        module = waiting.pop()
        if module not in known:
            known.add(module)
            waiting += [(module.parent / name).resolve() for name in IMPORT.findall(module.read_text("utf-8"))]
    return known


def test_every_script_that_a_script_or_a_page_asks_for_is_there() -> None:
    scripts = HOUSE / "theme/assets"
    asked = {
        (path, (path.parent / name).resolve())
        for path in scripts.rglob("*.js")
        if "vendor" not in path.parts
        for name in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[\w./-]+\.js)["']""", path.read_text("utf-8"))
    }
    for page in (HOUSE / "theme/templates").rglob("*.html"):
        for call in re.findall(r"ui\.script\(root, (.*?)\) \}\}", page.read_text("utf-8")):
            asked |= {(page, (scripts / f"{name}.js").resolve()) for name in re.findall(r'"([\w/-]+)"', call)}
    assert len(asked) > 50
    assert [(path.name, wanted.name) for path, wanted in asked if not wanted.is_file()] == []

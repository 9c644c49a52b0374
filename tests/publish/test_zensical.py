"""Zensical follows Material 9, which ends in 2027: what we ask of MkDocs must be had from it too."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.frames import FrameFilling, fill_frame, read_frames
from generator.publish.prose import finish_content_page
from generator.publish.shell import Shell, read_trusted_scripts
from tests.publish.conftest import STUBS, drawn, make_project

MORE = {"search.json"}
"""Zensical writes its own search index although plugins are off; `assets/` differ in names."""
LESS = {"sitemap.xml.gz"}


def files(site: Path) -> set[str]:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in names if not name.startswith("assets/")}


@pytest.fixture(scope="session")
def shells(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shell, Shell]:
    """The same derived settings drawn by MkDocs and by Zensical."""
    project = make_project(tmp_path_factory.mktemp("zensical"))
    mkdocs = drawn(project)
    mkdocs = replace(mkdocs, site=mkdocs.site.rename(project.root / "mkdocs"))
    for folder in (project.cache / "shell/pages", project.cache / "shell/probe"):
        command = [sys.executable, "-m", "zensical", "build", "-f", str(folder / "mkdocs.yml")]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    site = project.cache / "shell/pages/site"
    return mkdocs, Shell(site, mkdocs.pages, read_trusted_scripts(project.cache / "shell/probe/site"), "")


def test_zensical_draws_the_same_pages(shells: tuple[Shell, Shell]) -> None:
    mkdocs, zensical = (files(shell.site) for shell in shells)
    assert (zensical - mkdocs, mkdocs - zensical) == (MORE, LESS)


def test_zensicals_frames_can_be_filled(shells: tuple[Shell, Shell]) -> None:
    frames, problems = read_frames(shells[1], STUBS)
    html = fill_frame(frames["projects"], "projects/甲/", FrameFilling("标题", "描述", "", "<p>内容</p>"))
    assert problems == ()
    assert all(text in html for text in ("<p>内容</p>", '"../../assets/mingshan/site.css"', "慈善项目"))


def test_zensicals_prose_can_be_finished(shells: tuple[Shell, Shell]) -> None:
    for address in shells[1].pages:
        prose, problems = finish_content_page(shells[1], address, lambda _name, _address: "<b>块</b>")
        assert problems == ()
        assert "@@" not in prose.html

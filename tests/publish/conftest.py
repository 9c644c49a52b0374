"""A tiny instance with a theme of its own that prints the marks, for real MkDocs and real git."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.model.problem import Problem
from generator.model.project import Project, Settings
from generator.publish.content import find_content
from generator.publish.menu import Stub
from generator.publish.shell import Shell, publish_shell

SETTINGS = Settings("示例网站", "https://example.org/sub/", "说明", "示例局", True, "", "", {}, 50, ())
STUBS = (Stub("projects", "慈善项目", "公开信息"), Stub("search", "站内搜索"))
MENU = [{"首页": "index.md"}, {"指南": ["guide/index.md"]}]

CONFIG = """
site_name: 示例网站
site_url: https://example.org/sub/
theme: {name: material, language: zh, palette: {scheme: default}}
markdown_extensions: [admonition, attr_list, md_in_html, tables, footnotes, pymdownx.details, pymdownx.superfences,
  {pymdownx.tasklist: {custom_checkbox: true}}, {pymdownx.tabbed: {alternate_style: true}}, {toc: {permalink: true}}]
"""

MAIN = """{% extends "base.html" %}
{% block site_meta %}<meta http-equiv="Content-Security-Policy" content="@@csp@@">{{ super() }}
{% set frame = page and page.meta and page.meta.frame %}
<meta name="description" content="{% if frame %}@@description@@{% else %}说明{% endif %}">
{% endblock %}
{% block htmltitle %}
{% set frame = page and page.meta and page.meta.frame %}
<title>{% if frame %}@@title@@{% elif page %}{{ page.title | e }}{% endif %}</title>
{% endblock %}
{% block extrahead %}<link rel="stylesheet" href="{{ 'assets/mingshan/site.css' | url }}"><!--@@head@@-->{% endblock %}
{% block content %}<!--@@content@@-->{{ super() }}<!--@@/content@@-->{% endblock %}
"""

GUIDE = """# 指南

<!-- mingshan: figures -->

- [x] 完成

??? question "折叠"
    [首页](../index.md)
"""


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def make_project(root: Path) -> Project:
    write(root, {"mkdocs.yml": CONFIG, "content/index.md": "# 首页\n\n[项目](projects/index.md)\n"})
    write(root, {"content/guide/index.md": GUIDE, "engine/overrides/main.html": MAIN})
    write(root, {"engine/assets/site.css": "body {}\n"})
    return Project(root, root / "engine", root / "site", root / ".mingshan", date(2026, 11, 24), SETTINGS)


def draw(project: Project) -> tuple[Shell | None, tuple[Problem, ...]]:
    content, problems = find_content(project.root)
    asked = yaml.safe_load((project.root / "mkdocs.yml").read_text("utf-8"))
    shell, more = publish_shell(replace(project, mkdocs=asked), content, STUBS, MENU)
    return shell, (*problems, *more)


def drawn(project: Project) -> Shell:
    shell, problems = draw(project)
    assert shell is not None, problems
    return shell


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path)


@pytest.fixture(scope="session")
def common_shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """One drawn shell for all tests that only read it."""
    return drawn(make_project(tmp_path_factory.mktemp("shell")))


@pytest.fixture
def elsewhere(project: Project) -> Iterator[Project]:
    """The same instance published on another disk than its cache."""
    folder = Path("/dev/shm") / f"mingshan-{project.root.name}"
    yield replace(project, site=folder)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


@pytest.fixture(scope="session")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One instance whose guide each test writes anew; MkDocs draws it again, the probe beside it stays drawn."""
    return make_project(tmp_path_factory.mktemp("shared"))

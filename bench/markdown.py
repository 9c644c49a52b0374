"""Projects to pages of Markdown, and the time MkDocs alone takes to draw them in our theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.programs import Cost, best, run_python, set_aside
from bench.records import REPOSITORY

CONFIG = """site_name: 示例量测站
plugins: []
nav: [index.md]
not_in_nav: projects/
theme: {{name: material, language: zh, font: false, custom_dir: "{overrides}"}}
"""
"""Without a menu of ten thousand entries and without search: what MkDocs is slowest at is not held against it."""
RUNS = 2


def predict_mkdocs(site: Path, folder: Path, drawn: int, wanted: int) -> float:
    """Seconds that MkDocs would take for `wanted` pages, from a run with `drawn` of them and a shorter one."""
    few = max(1, drawn // 10)
    short, long = _measure(site, folder, few), _measure(site, folder, drawn)
    return long + (wanted - drawn) * (long - short) / (drawn - few)


def _measure(site: Path, folder: Path, pages: int) -> float:
    set_aside(folder)
    (folder / "docs" / "projects").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 首页\n", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(overrides=REPOSITORY / "theme" / "overrides"), "utf-8")
    for file in sorted((site / "data" / "projects").glob("p*.yaml"))[:pages]:
        record = yaml.load(file.read_bytes(), yaml.CSafeLoader)
        (folder / "docs" / "projects" / f"{file.stem}.md").write_text("\n".join(_markdown(record)), "utf-8")
    return best(lambda: _draw(folder), RUNS).seconds


def _draw(folder: Path) -> Cost:
    set_aside(folder / "site")
    return run_python("-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs.yml")


def _markdown(record: dict[str, Any]) -> Iterator[str]:
    """What our page of a project shows, as somebody would write it by hand."""
    yield f"# {record['name']}\n\n{record['summary']}\n\n{record['content']}\n"
    yield from _table(record)
    yield "\n## 公开记录\n"
    for each in record["disclosures"]:
        yield f"### {each['title']}\n"
        yield from _table(each)
        yield ""


def _table(record: dict[str, Any]) -> Iterator[str]:
    yield from ("| 栏目 | 内容 |", "| --- | --- |")
    for name, value in record.items():
        if name not in ("content", "disclosures"):
            yield f"| {name} | {'、'.join(value) if isinstance(value, list) else value} |"

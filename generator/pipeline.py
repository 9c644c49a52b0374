"""The order of the stages; the whole flow on one screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.check.contradictions import find_contradictions
from generator.declaring import load_datasets
from generator.drawing import Drawing, draw_site, template_folders
from generator.indexing import index_site
from generator.link.references import link_records
from generator.loading import load_records
from generator.model.catalogue import Catalogue
from generator.model.page import Plan
from generator.model.problem import Problem, has_errors, problem_order
from generator.model.project import Project
from generator.parallel import in_background
from generator.plan.site import listed_datasets, plan_site
from generator.plan.topics import topics_of
from generator.publish import search, serve
from generator.publish.changes import read_changes
from generator.publish.content import Content, find_content
from generator.publish.files import commit_site, open_staging
from generator.publish.frames import read_frames
from generator.publish.manifest import find_unchanged, read_manifest
from generator.publish.menu import Stub
from generator.publish.prose import finish_content_page
from generator.publish.shell import publish_shell
from generator.publish.site_folder import check_site, claim_site, hold_lock
from generator.read.cache import Cache
from generator.read.house import house_folder
from generator.read.menu import read_menu
from generator.read.positions import locator
from generator.read.settings import read_settings
from generator.render.pages import block_renderer
from generator.render.source import Source
from generator.render.templates import template_environment

Problems = tuple[Problem, ...]
Say = Callable[[str], None]
"""Told in a few words what is being done; `cli` decides whether anybody hears it."""


@dataclass(frozen=True)
class Checked:
    """A project's data, linked and planned; fit for publishing when no problem is an error.

    `found` are the problems known so far; those between records are looked for while planning goes on.
    """

    catalogue: Catalogue
    plan: Plan
    content: tuple[Content, ...]
    found: Problems
    contradictions: Callable[[], Problems]

    @cached_property
    def problems(self) -> Problems:
        """All problems; waits for the last of them."""
        return tuple(sorted((*self.found, *self.contradictions()), key=problem_order))


def open_project(root: Path, as_of: date, site: Path | None) -> tuple[Project, Problems]:
    """The project in a folder; where its settings are faulty the defaults stand, and the problems say so."""
    root = root.resolve()
    settings, problems = read_settings(root)
    site = site.resolve() if site else root / "site"
    return Project(root, house_folder() / "theme", site, root / ".mingshan", as_of, settings), problems


def check_project(project: Project, say: Say) -> Checked:
    """Read, check, link and plan; nothing is written but the cache."""
    say("读取声明")
    locate, cache = locator(project.root), Cache(project.cache / "records")
    datasets, misdeclared = load_datasets(project.root, cache)
    say(f"检查 {len(datasets)} 个数据集")
    loaded = load_records(project.root, datasets, cache)
    say(f"关联 {sum(len(records) for records in loaded.records.values()):,} 条记录")
    catalogue, unlinked = link_records(datasets, loaded.records, locate, loaded.excuses)
    contradictions = in_background(lambda: find_contradictions(catalogue, locate))
    content, refused = find_content(project.root)
    pages = tuple((each.address, each.source) for each in content if each.address is not None)
    plan, collisions = plan_site(catalogue, project.settings.page_size, pages, project.as_of)
    found = (*misdeclared, *loaded.problems, *unlinked, *refused, *collisions)
    return Checked(catalogue, plan, content, found, contradictions)


def build_site(project: Project, say: Say) -> Problems:
    """Check, draw and publish; while an error stands, the last good site stays as it is."""
    with hold_lock(project) as busy:
        problems = (*busy, *check_site(project))
        return problems if has_errors(problems) else _build(project, say)


def _build(project: Project, say: Say) -> Problems:
    checked = check_project(project, say)
    if has_errors(checked.found):
        return checked.problems
    say("绘制文章和页面框架")
    stubs = _stubs(checked.catalogue)
    shell, shell_problems = publish_shell(project, checked.content, stubs, read_menu(project.root))
    if shell is None:
        return (*checked.problems, *shell_problems)
    frames, frame_problems = read_frames(shell, stubs)
    changes = read_changes(project.root, project.cache)
    unchanged = find_unchanged(project, read_manifest(project))
    problems = (*checked.problems, *shell_problems, *frame_problems)
    if has_errors(problems):
        return problems
    source = Source(checked.catalogue, checked.plan, project.settings, project.as_of, changes)
    environment = template_environment(template_folders(project))
    fill_block = block_renderer(environment, source)
    finished = [finish_content_page(shell, address, fill_block) for address in shell.pages]
    prose = tuple(page for page, _ in finished)
    problems = (*problems, *(each for _, found in finished for each in found))
    if has_errors(problems):
        return problems
    say(f"绘制 {len(checked.plan.pages):,} 个页面")
    staging = open_staging(project)
    manifest = draw_site(project, Drawing(environment, source, frames, staging, unchanged), shell, prose)
    say("建立搜索索引")
    redrawn = {address for address, entry in manifest.items() if unchanged.get(address) != entry}
    problems = (*problems, *index_site(project, source, prose, redrawn))
    if has_errors(problems):
        return problems
    say(f"发布 {len(redrawn):,} 个有变化的文件")
    claim_site(project)
    commit_site(project, staging, manifest, (search.FOLDER,))
    search.publish_index(project)
    say(f"完成：{project.site}")
    return problems


def serve_site(project: Project, port: int, announce: serve.Announce, say: Say) -> Problems:
    """Preview the site and build it again after every edit."""

    def rebuild() -> Problems:
        fresh, problems = open_project(project.root, project.as_of, project.site)
        return problems if has_errors(problems) else (*problems, *build_site(fresh, say))

    return serve.serve_site(project, rebuild, port, announce)


def _stubs(catalogue: Catalogue) -> tuple[Stub, ...]:
    """The frames MkDocs draws: one for each topic and each list, so that the menu shows where a reader is."""
    topics = (Stub(each.name, each.title, each.menu) for each in topics_of(catalogue))
    listed = (Stub(each.name, each.title, each.directory.menu) for each in listed_datasets(catalogue))
    return (*topics, *listed, Stub("search", "站内搜索"), Stub("dictionary", "数据字典与下载"))

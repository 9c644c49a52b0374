"""What people wrote and one stub a frame to the pages MkDocs draws."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from generator.model.problem import Problem
from generator.model.project import Project
from generator.model.trust import OUR_PLUGINS
from generator.publish.content import Content
from generator.publish.manifest import file_of
from generator.publish.menu import Menu, Stub, extend_menu
from generator.publish.mkdocs_log import explain_log
from generator.publish.mkdocs_run import MkDocsRun, run_mkdocs
from generator.publish.scripts import find_scripts

OVERRIDES = "theme/overrides"
MAIN_TEMPLATE = f"{OVERRIDES}/main.html"
NOT_FOUND = "404.html"
FORCED: Mapping[str, Any] = {
    "hooks": [],
    "strict": False,
    "use_directory_urls": True,
    "repo_url": None,
}
"""Whatever the instance says: no code of its own runs in MkDocs, all complaints are heard, no other host is asked."""

THEME = {"name": "material", "font": False, "custom_dir": "overrides"}


@dataclass(frozen=True, slots=True)
class Shell:
    """MkDocs' output. `pages`: sources of what people wrote, by address; `scripts`: all that a page may hold."""

    site: Path
    pages: Mapping[str, str]
    scripts: frozenset[str]
    digest: str

    def read_page(self, address: str) -> str:
        """The HTML that MkDocs drew for an address."""
        return (self.site / file_of(address)).read_text("utf-8")


def publish_shell(
    project: Project, content: tuple[Content, ...], stubs: tuple[Stub, ...], menu: Menu | None
) -> tuple[Shell | None, tuple[Problem, ...]]:
    """Draw content pages and frames; None when MkDocs failed. MkDocs does not run while its inputs stay the same.

    A second, tiny site of the same theme without anybody's prose is drawn beside it. The scripts in it are the
    theme's own: one that only the first site holds was smuggled in through a title or a heading.
    """
    overrides = _find_overrides(project)
    frames: dict[str, Path | str] = {f"docs/{stub.file}": _front_matter(title=stub.title, frame=True) for stub in stubs}
    prose: dict[str, Path | str] = {f"docs/{each.file}": project.root / each.source for each in content}
    nav = {} if menu is None else {"nav": extend_menu(menu, stubs)}
    own = _config(project, [stub.name for stub in stubs])
    pages = MkDocsRun(project.cache / "shell" / "pages", own | nav, {**overrides, **prose, **frames})
    probe_nav = {"nav": [{"index": "index.md"}]}
    probe = MkDocsRun(
        project.cache / "shell" / "probe",
        own | probe_nav,
        {**overrides, **_probe_docs(overrides), **frames},
    )
    outcomes = run_mkdocs((pages, probe), project.as_of)
    failed = any(each.failed for each in outcomes)

    def text(file: str) -> str:
        path = project.root / file
        return path.read_text("utf-8", "replace") if path.is_file() else ""

    problems = explain_log(outcomes[0].lines, outcomes[0].failed, text)
    if failed:
        return None, problems if outcomes[0].failed else explain_log(outcomes[1].lines, failed=True, text=text)
    return Shell(
        pages.site, _drawn_pages(pages, content), read_trusted_scripts(probe.site), outcomes[0].digest
    ), problems


def _config(project: Project, frames: list[str]) -> dict[str, Any]:
    """Every word MkDocs is told; it never reads the instance's own file, which may say more than it may ask for."""
    asked = project.mkdocs
    held = {"held": project.settings.held} if project.settings.held else {}
    theme, extra, plugins = (asked.get(name) or {} for name in ("theme", "extra", "plugins"))
    return {
        **asked,
        **FORCED,
        "plugins": [each for each in plugins if _name(each) not in OUR_PLUGINS],
        "theme": {**(theme if isinstance(theme, Mapping) else {}), **THEME},
        "extra": {**_extra(project, extra), "frames": frames, **held},
    }


def _extra(project: Project, extra: Any) -> Mapping[str, Any]:
    """The instance's own words for templates; the authority as it may be printed."""
    given = extra if isinstance(extra, Mapping) else {}
    ours = given.get("mingshan")
    authority = {"authority": project.settings.authority}
    return {**given, "mingshan": {**(ours if isinstance(ours, Mapping) else {}), **authority}}


def _name(plugin: Any) -> str:
    return next(iter(plugin)) if isinstance(plugin, Mapping) else str(plugin)


def _find_overrides(project: Project) -> dict[str, Path | str]:
    """The generator's overrides of Material, and the instance's over them."""
    folders = dict.fromkeys((project.theme / "overrides", project.root / OVERRIDES))
    return {
        f"overrides/{path.relative_to(folder).as_posix()}": path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _front_matter(title: str, **meta: object) -> str:
    """JSON is YAML; Material prints titles as they are, so they are escaped here."""
    front = {"title": escape(title), "hide": ["toc"], **meta}
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n"


def _probe_docs(overrides: Mapping[str, Path | str]) -> dict[str, Path | str]:
    """A home page, a page below it, and one for each whole-page template a page may ask for."""
    names = [name.removeprefix("overrides/") for name in overrides if name.endswith(".html") and name.count("/") == 1]
    templates = {f"docs/probe/{Path(name).stem}.md": _front_matter(title="probe", template=name) for name in names}
    return {"docs/index.md": "# probe\n", "docs/probe/index.md": "# probe\n", **templates}


def read_trusted_scripts(site: Path) -> frozenset[str]:
    """The scripts and styles of a site without anybody's prose."""
    pages = ((path.relative_to(site).as_posix(), path) for path in site.rglob("*.html"))
    found = (find_scripts(path.read_text("utf-8"), name.removesuffix("index.html")) for name, path in pages)
    return frozenset().union(*found)


def _drawn_pages(run: MkDocsRun, content: tuple[Content, ...]) -> dict[str, str]:
    """MkDocs leaves drafts out, so ask the disk what it drew."""
    pages = {each.address: each.source for each in content if each.address is not None}
    pages[NOT_FOUND] = f"{OVERRIDES}/{NOT_FOUND}"
    return {address: source for address, source in pages.items() if (run.site / file_of(address)).is_file()}

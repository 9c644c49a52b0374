"""The real site, built once and served below a path, and one Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from generator.build.pipeline import Checked, build_site, check_project, open_project
from generator.model.problem import has_errors
from tests.known import lay_audits
from tests.servers import nginx

HOUSE = Path(__file__).parents[2]
AS_OF = date(2026, 11, 25)
PREFIX = "/tianjin/minzheng/"
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "chromium"
"""The one without windows first: a visitor with a browser of their own costs it a third of the time."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"]
COMMIT_DAY = {"GIT_AUTHOR_DATE": "2026-11-20T12:00:00+0800", "GIT_COMMITTER_DATE": "2026-11-20T12:00:00+0800"}
LEFT = "net::ERR_ABORTED"
WATCH = """
window.broken = [];
addEventListener("securitypolicyviolation", (event) => broken.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass(frozen=True)
class Site:
    """The built site: its folder, its home page's address, and the data it was built from."""

    folder: Path
    home: str
    checked: Checked


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The house's own instance, committed to git and built from nothing, on a host that puts it below a path.

    Its lists have short sheets, because the accessibility checks take their time over every card.
    """
    root, folder = tmp_path_factory.mktemp("instance"), tmp_path_factory.mktemp("site")
    with nginx(folder, PREFIX) as home:
        copy_instance(root, home)
        _commit(root)
        lay_audits(root)
        project, problems = open_project(root, AS_OF, folder)
        problems += build_site(project, lambda _what: None)
        assert not has_errors(problems), problems
        yield Site(folder, home, check_project(project, lambda _what: None))


def copy_instance(root: Path, site_url: str) -> None:
    """The house's own instance, with short lists, as it would be at an address of its own."""
    for name in ("data", "content"):
        shutil.copytree(HOUSE / name, root / name)
    settings = (HOUSE / "mkdocs.yml").read_text("utf-8").replace('site_url: ""', f'site_url: "{site_url}"')
    settings = settings.replace("window_packs: true", "window_packs: false")  # tests/build/test_packing.py makes some
    (root / "mkdocs.yml").write_text(settings.replace("page_size: 48", "page_size: 12"), "utf-8")


def _commit(root: Path) -> None:
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "data")):
        subprocess.run(["git", *words], cwd=root, check=True, env=os.environ | COMMIT_DAY)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


@dataclass
class Reader:
    """Somebody with a browser of their own at the site; everything the browser complains of or asks for is noted."""

    context: BrowserContext
    home: str

    def __post_init__(self) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("requestfailed", self._miss)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("console", lambda message: self._hear(message.type, message.text))
        self.context.add_init_script(WATCH)

    def _miss(self, request: Request) -> None:
        """Whoever leaves a page before its icon has come breaks nothing."""
        if request.failure != LEFT:
            self.complaints.append(f"failed {request.url}")

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind} {text}")

    def opens(self, address: str = "") -> Page:
        """A new tab at an address of the site, ready when the page and its scripts are."""
        page = self.context.new_page()
        page.goto(self.home + address, wait_until="load")
        return page


def open_reader(browser: Browser, site: Site, width: int = 1280, **options: object) -> Reader:
    """A reader; options are those of a browser context (`color_scheme`, `java_script_enabled` …)."""
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, reduced_motion="reduce", locale="zh-CN", **options)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    return Reader(context, site.home)


Visit = Callable[..., Reader]


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """Make readers, each with a browser of their own."""
    readers: list[Reader] = []

    def visit(width: int = 1280, **options: object) -> Reader:
        readers.append(open_reader(browser, site, width, **options))
        return readers[-1]

    yield visit
    for reader in readers:
        reader.context.close()

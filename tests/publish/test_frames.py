import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from generator.model.project import Project
from generator.publish.frames import Frame, FrameFilling, fill_frame, read_frames
from generator.publish.shell import Shell
from tests.publish.conftest import MAIN, STUBS, drawn, write


@pytest.fixture(scope="session")
def frame(common_shell: Shell) -> Frame:
    frames, problems = read_frames(common_shell, STUBS)
    assert problems == ()
    return frames["projects"]


def fill(frame: Frame, address: str, title: str = "标题", content: str = "") -> str:
    return fill_frame(frame, address, FrameFilling(title, "描述", "<!-- head -->", content))


class Page(HTMLParser):
    """The addresses and running inline scripts of a page, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.scripts: list[str] = []
        self._script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links |= {str(values[name]) for name in ("href", "src") if name in values}
        self._script = tag == "script" and "src" not in values and "type" not in values

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._script = False


@pytest.mark.parametrize(
    ("address", "root"), [("", "./"), ("a/", "../"), ("projects/x/", "../../"), ("a/b/c/d/", "../../../../")]
)
def test_links_reach_the_sites_root_from_any_depth(frame: Frame, address: str, root: str) -> None:
    links = Page(fill(frame, address)).links
    assert {root, f"{root}guide/", f"{root}projects/", f"{root}assets/mingshan/site.css"} <= links


def test_the_settings_for_scripts_reach_the_root_too(frame: Frame) -> None:
    html = fill(frame, "projects/x/")
    assert 'new URL("../../",location)' in html
    assert '"base": "../../"' in html


@pytest.mark.parametrize("address", ["", "a/", "a/b/c/"])
def test_the_policy_allows_each_inline_script_by_its_hash_and_no_other(frame: Frame, address: str) -> None:
    html = fill(frame, address, content="<script>alert(1)</script>")
    own = [script for script in Page(html).scripts if script != "alert(1)"]
    hashes = {f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}" for script in own}
    assert set(re.findall(r"sha256-[^']+", html)) == hashes
    assert len(hashes) == 2
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in html


def test_titles_are_escaped_and_content_is_not_filled_again(frame: Frame) -> None:
    html = fill(frame, "a/", title='<b>"x"', content="<p>@@title@@ <!--@@head@@--> @@root@@</p>")
    assert "<title>&lt;b&gt;&quot;x&quot;</title>" in html
    assert "<p>@@title@@ <!--@@head@@--> @@root@@</p>" in html


def test_no_mark_is_left_and_every_slot_is_filled(frame: Frame) -> None:
    html = fill(frame, "a/", content="<p>内容</p>")
    assert "@@" not in html
    assert all(text in html for text in ("<title>标题</title>", 'content="描述"', "<!-- head -->", "<p>内容</p>"))


def test_the_canonical_address_is_the_pages_own(frame: Frame) -> None:
    assert 'rel="canonical" href="https://example.org/sub/projects/%E7%94%B2/"' in fill(frame, "projects/甲/")


def test_the_neighbours_of_the_frame_are_not_those_of_the_page(frame: Frame) -> None:
    assert 'rel="prev"' not in frame.template


def test_a_mark_the_theme_does_not_print_is_a_problem(project: Project) -> None:
    write(project.root, {"theme/overrides/main.html": MAIN.replace("<!--@@head@@-->", "").replace("@@csp@@", "")})
    _, problems = read_frames(drawn(project), STUBS)
    assert [problem.rule.code for problem in problems] == ["frame-mark", "frame-mark"]
    assert "@@head@@" in problems[1].message


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "<style>*{display:none}</style>", "<iframe>"])
def test_code_that_came_into_the_menu_through_a_pages_title_is_a_problem(shared_project: Project, title: str) -> None:
    write(shared_project.root, {"content/guide/index.md": f"---\ntitle: {title}\n---\n"})
    _, problems = read_frames(drawn(shared_project), STUBS)
    assert [problem.rule.code for problem in problems] == ["page-script"]


def test_styles_of_the_theme_itself_are_no_problem(project: Project) -> None:
    style = MAIN.replace("{% block extrahead %}", "{% block extrahead %}<style>b {color: red}</style>")
    write(project.root, {"theme/overrides/main.html": style})
    assert read_frames(drawn(project), STUBS)[1] == ()

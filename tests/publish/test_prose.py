import re
from pathlib import Path

import pytest

from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.prose import Prose, finish_content_page
from generator.publish.shell import Shell
from tests.publish.conftest import MAIN, drawn, make_project, write


def fill_block(name: str, address: str) -> str:
    return {"figures": f'<section class="figures">"{address}"</section>'}[name]


def finish(project: Project, markdown: str) -> tuple[Prose, tuple[Problem, ...]]:
    write(project.root, {"content/guide/index.md": markdown})
    return finish_content_page(drawn(project), "guide/", fill_block)


def article(prose: Prose) -> str:
    return prose.html.partition("<article")[2].partition("</article>")[0]


def test_a_block_is_drawn_where_its_comment_stands(common_shell: Shell) -> None:
    prose, problems = finish_content_page(common_shell, "guide/", fill_block)
    assert '<section class="figures">"guide/"</section>' in prose.html
    assert problems == ()


def test_what_material_makes_of_markdown_stays(common_shell: Shell) -> None:
    prose, _ = finish_content_page(common_shell, "guide/", fill_block)
    kept = ('<ul class="task-list">', 'type="checkbox" disabled=""', '<details class="question">', 'class="headerlink"')
    assert all(text in article(prose) for text in kept)


def test_columns_are_aligned_without_styles_which_the_policy_does_not_let_in(project: Project) -> None:
    prose, _ = finish(project, '| 甲 | 乙 |\n| :-: | -: |\n| `<td style="a">` | 2 |\n\n<p style="color: red">x</p>\n')
    aligned = re.findall(r'<(t[hd]) align="(\w+)">', article(prose))
    assert aligned == [("th", "center"), ("th", "right"), ("td", "center"), ("td", "right")]
    assert article(prose).count("style=") == 1, "the one that is only told of"
    assert "style-src 'self';" in prose.html


def test_a_finished_page_has_its_policy_and_no_marks(common_shell: Shell) -> None:
    for address in common_shell.pages:
        prose, problems = finish_content_page(common_shell, address, fill_block)
        assert "@@" not in prose.html
        assert "default-src 'self'; script-src 'self'" in prose.html
        assert problems == ()


def test_a_page_tells_its_title_description_and_words(common_shell: Shell) -> None:
    prose, _ = finish_content_page(common_shell, "guide/", fill_block)
    assert (prose.title, prose.description, prose.source) == ("指南", "说明", "content/guide/index.md")
    assert prose.text == "指南 完成 折叠 首页"


def test_an_unknown_block_is_a_problem_that_names_the_page(project: Project) -> None:
    _, (problem,) = finish(project, "<!-- mingshan: nonsense -->\n")
    assert (problem.rule.code, problem.location.file) == ("block-unknown", "content/guide/index.md")
    assert "nonsense" in problem.message


def test_other_comments_are_taken_out(project: Project) -> None:
    prose, _ = finish(project, "甲 <!-- secret --> 乙\n")
    assert "secret" not in article(prose)


HOSTILE = {
    "<script>alert(1)</script>": "alert",
    "<img src=x onerror=alert(1)>": "onerror",
    "<a href='javascript:alert(1)'>x</a>": "javascript",
    "<iframe src='https://example.org'></iframe>": "iframe",
    "<style>body{display:none}</style>": "display",
    "<p style='position:fixed'>x</p>": "position",
    "<form action='https://example.org'><input name=q></form>": "form",
    "[x](javascript:alert(1))": "javascript",
    "# x {: onclick='alert(1)' }": "onclick",
    "<div id='__config'>{}</div>": "__config",
    "![x](https://example.org/x.png)": "https://example.org",
    "<svg><script>alert(1)</script></svg>": "alert",
    "<meta http-equiv=refresh content='0;url=https://example.org'>": "refresh",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>": "onerror",
    "<!--@@/content@@--><script>alert(1)</script>": "alert(1)<",
    "<p title='<!-- mingshan: figures -->'>x</p>": "section",
}


@pytest.fixture(scope="session")
def hostile_shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """One page for each hostile text, all drawn at once."""
    project = make_project(tmp_path_factory.mktemp("hostile"))
    write(project.root, {f"content/{number}.md": f"# 标题\n\n{text}\n" for number, text in enumerate(HOSTILE)})
    write(project.root, {f"content/{way}.md": text for way, text in SMUGGLED.items()})
    return drawn(project)


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_prose_is_harmless(hostile_shell: Shell, markdown: str) -> None:
    prose, _ = finish_content_page(hostile_shell, f"{list(HOSTILE).index(markdown)}/", fill_block)
    assert HOSTILE[markdown] not in article(prose).replace("sha256-", "")
    assert "<script>alert" not in prose.html


def test_authors_are_told_what_will_not_appear(project: Project) -> None:
    _, problems = finish(project, "<iframe></iframe>\n\n![x](https://example.org/x.png)\n")
    assert [problem.rule.code for problem in problems] == ["content-markup", "content-image"]


SMUGGLED = {
    "title": "---\ntitle: </title><script>alert(1)</script>\n---\n",
    "heading": "## 标题 {: id='a\"><script>alert(1)</script><a id=\"' }\n\n## 标题二\n",
    "label": "# 一\n\n## 标题 {: data-toc-label='<script>alert(1)</script>' }\n",
    "style": "---\ntitle: <style>*{display:none}</style>\n---\n",
    "refresh": "---\ntitle: <meta http-equiv=refresh content=0>\n---\n",
    "own file": "---\ntitle: <script src=../x.md></script>\n---\n",
}


CODE = ("<script>alert", "<script src=../x", "<style>*", "<meta http-equiv=refresh")


@pytest.mark.parametrize("way", SMUGGLED)
def test_nothing_can_be_smuggled_past_the_article(hostile_shell: Shell, way: str) -> None:
    """Either the theme or Markdown escaped it, or it is an error that stops the publication."""
    prose, problems = finish_content_page(hostile_shell, f"{way}/", fill_block)
    escaped = not any(code in prose.html for code in CODE)
    assert escaped or "page-script" in [problem.rule.code for problem in problems]


def test_a_theme_without_marks_is_a_problem_and_its_article_is_not_trusted(project: Project) -> None:
    write(project.root, {"theme/overrides/main.html": MAIN.replace("<!--@@content@@-->", "")})
    _, problems = finish(project, "# 标题\n")
    assert [problem.rule.code for problem in problems] == ["frame-mark"]


def test_pictures_beside_the_page_stay(project: Project) -> None:
    Path(project.root / "content/guide/图.png").write_bytes(b"png")
    prose, _ = finish(project, "![说明](图.png)\n")
    assert 'alt="说明"' in article(prose)
    assert "src=" in article(prose)


def test_a_word_in_bold_or_linked_is_searched_within_its_sentence(project: Project) -> None:
    prose, _ = finish(project, "# 题\n\n去**服务**[窗口](../index.md)里问。\n\n另一段\n")
    assert "去服务窗口里问。" in prose.text
    assert "另一段" in prose.text.split()

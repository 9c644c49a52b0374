"""What `mkdocs.yml`, pages and the tree of files may say, and who may widen it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.trust import Trust
from generator.read.content_pages import check_page
from generator.read.mkdocs_keys import read_mkdocs
from generator.read.tree import find_tree_faults
from generator.read.trust import read_trust
from tests.read.factory import write
from tests.repositories import commit, git

REFUSED = {
    "a command": ("x: !!python/object/apply:os.system [id]", "tag"),
    "a name of Python": ("markdown_extensions: [{toc: {slugify: !!python/name:os.system ''}}]", "tag"),
    "a secret": ("extra: {mingshan: {contact: {a: !ENV [TOKEN, b]}}}", "tag"),
    "a hook": ("hooks: [evil.py]", "setting-refused"),
    "another file": ("INHERIT: ../other.yml", "setting-refused"),
    "another folder": ("docs_dir: /etc", "setting-refused"),
    "a folder above": ("docs_dir: content/../..", "setting-refused"),
    "another theme": ("theme: {name: material, custom_dir: /tmp}", "setting-refused"),
    "no theme at all": ("theme: {name: null, custom_dir: content}", "setting-refused"),
    "a theme by name": ("theme: mkdocs", "setting-refused"),
    "a plug-in": ("plugins: [social]", "setting-refused"),
    "a plug-in with options": ("plugins: [{search: {}}, {macros: {module_name: x}}]", "setting-refused"),
    "plug-ins as a mapping": ("plugins: {exec: {}}", "setting-refused"),
    "an extension that reads files": ("markdown_extensions: [pymdownx.snippets]", "setting-refused"),
    "pictures of the machine": ("markdown_extensions: {pymdownx.b64: {base_path: /}}", "setting-refused"),
    "an extension by its module": ("markdown_extensions: ['os:system']", "setting-refused"),
    "an option": ("markdown_extensions: [{pymdownx.highlight: {css_class: x}}]", "setting-refused"),
    "a script": ("extra_javascript: ['https://evil.example/x.js']", "setting-refused"),
    "a counter": ("extra: {analytics: {provider: google}}", "setting-refused"),
    "HTML": ("copyright: '<script>alert(1)</script>'", "setting-refused"),
    "HTML in the menu": ("nav: [{'<img src=x onerror=alert(1)>': index.md}]", "setting-refused"),
    "a merge": ("nav: [{'<<': {a: '//evil.example'}}]", "setting-refused"),
    "a template of another folder": ("theme: {name: material, language: ../../x}", "setting-refused"),
    "code in the menu": ("nav: [{a: 'javascript:alert(1)'}]", "address-scheme"),
    "code deep in the menu": ("nav: [{a: [{b: [{c: [{d: [{e: [{f: [{g: 'JavaScript:x'}]}]}]}]}]}]}]", "address-scheme"),
    "code with a line break": ('nav: ["java\\nscript:alert(1)"]', "address-scheme"),
    "code in percents": ("nav: ['javascript%3Aalert(1)']", "address-scheme"),
    "another host without a scheme": ("nav: [{a: '//evil.example/x'}]", "address-scheme"),
    "another host with slashes the other way": ("nav: [{a: '\\\\evil.example'}]", "address-scheme"),
    "data in the menu": ("nav: [{a: 'data:text/html,x'}]", "address-scheme"),
    "where to report": ("extra: {mingshan: {report_url: 'javascript:alert(1)'}}", "address-scheme"),
    "the repository": ("extra: {mingshan: {repository: ' javascript:alert(1)'}}", "address-scheme"),
    "the repository of MkDocs": ("repo_url: 'vbscript:x'", "address-scheme"),
    "the site itself": ("site_url: 'javascript:x//'", "address-scheme"),
    "a contact": ("extra: {mingshan: {contact: {a: 'javascript:alert(1)'}}}", "address-scheme"),
    "a key twice": ("nav: []\nnav: [{a: 'javascript:x'}]", "duplicate-key"),
}  # fmt: skip
FRONT = {
    "a frame": "---\nframe: true\n---\n# 甲\n",
    "a template": "---\ntitle: 甲\ntemplate: 404.html\n---\n# 甲\n",
    "in quotes": '---\n"frame": true\n---\n# 甲\n',
    "in one line": "---\n{frame: true}\n---\n# 甲\n",
    "with three dots": "---\nframe: true\n...\n# 甲\n",
    "without marks": "frame: true\n\n# 甲\n",
    "without marks, in capitals": "Title: 甲\nTemplate: 404.html\n\n# 甲\n",
    "with Windows' ends of lines": "---\r\nframe: true\r\n---\r\n# 甲\r\n",
    "with old ends of lines": "---\rframe: true\r---\r# 甲\r",
    "behind a mark of order": "\ufeff---\nframe: true\n---\n# 甲\n",
    "anything else": "---\nonload: x\n---\n# 甲\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_settings_that_would_do_more_than_draw_are_refused_and_not_handed_on(name: str, tmp_path: Path) -> None:
    line, rule = REFUSED[name]
    write(tmp_path, "mkdocs.yml", f"site_name: 示例\n{line}\n")
    values, problems = read_mkdocs(tmp_path, Trust())
    assert (values, {problem.rule.code for problem in problems}) == ({}, {rule})


def test_what_everybody_may_write_is_handed_on_as_mkdocs_would_read_it(tmp_path: Path) -> None:
    write(tmp_path, "mkdocs.yml", "site_name: 示例\ntheme: {name: material, font: no}\nnav: [{热线: 'tel:12345'}]\n")
    assert read_mkdocs(tmp_path, Trust()) == (
        {"site_name": "示例", "theme": {"name": "material", "font": False}, "nav": [{"热线": "tel:12345"}]},
        (),
    )


@pytest.mark.parametrize("name", FRONT)
def test_a_page_cannot_choose_its_frame(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(FRONT[name].encode())
    assert [problem.rule.code for problem in check_page(tmp_path, "a.md", Trust())] == ["front-matter-key"]


def test_only_the_main_branch_widens(tmp_path: Path) -> None:
    write(tmp_path, "trusted.yaml", "extensions: [{pymdownx.emoji: [options]}]\n")
    assert "pymdownx.emoji" in read_trust(tmp_path)[0].extensions  # no repository: whoever laid it here is trusted
    git(tmp_path, "init", "-q", "-b", "main")
    first = commit(tmp_path, "main")
    git(tmp_path, "checkout", "-q", "-b", "request")
    write(tmp_path, "trusted.yaml", "extensions: [pymdownx.snippets]\n")
    commit(tmp_path, "request")
    trust, (problem,) = read_trust(tmp_path)
    assert ("pymdownx.emoji" in trust.extensions, "pymdownx.snippets" in trust.extensions) == (True, False)
    assert problem.rule.code == "trust-refused"
    assert "pymdownx.snippets" not in read_trust(tmp_path, first)[0].extensions
    assert read_trust(tmp_path, "HEAD")[1] == ()
    git(tmp_path, "branch", "-D", "-q", "main")
    assert "pymdownx.snippets" not in read_trust(tmp_path)[0].extensions


@pytest.mark.parametrize(
    "text", ["keys: [hooks]", "front_matter: [frame]", "schemes: [javascript]", "what: [a]", "keys: a"]
)
def test_some_things_nobody_can_widen(text: str, tmp_path: Path) -> None:
    write(tmp_path, "trusted.yaml", f"{text}\n")
    trust, problems = read_trust(tmp_path)
    assert (trust, [problem.rule.code for problem in problems]) == (Trust(), ["trust-refused"])


def faults(root: Path) -> dict[str, str]:
    return {problem.location.file: problem.rule.code for problem in find_tree_faults(root, Trust())}


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("data/statistics/table_editions/*.csv merge=union", False),
        ("*.csv merge=union", False),
        ("*.md merge=union", True),
        ("*.csv merge=ours", True),
        ("*.csv merge=union filter=x", True),
        ("* filter=x", True),
    ],
)
def test_lines_of_a_ledger_may_be_joined_and_no_more(line: str, refused: bool, tmp_path: Path) -> None:
    write(tmp_path / "site", ".gitattributes", f"{line}\n")
    assert faults(tmp_path / "site") == ({".gitattributes": "tree-entry"} if refused else {})


def test_links_modules_attributes_and_colliding_names_are_told(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, "content/help.md", "x")
    write(root, "content/Help.md", "x")
    write(root, "theme/templates/a.html", "x")
    write(root, ".gitattributes", "*.csv text eol=lf\n*.md -diff linguist-generated\n")
    (root / "theme/templates/evil.html").symlink_to("/etc/passwd")
    (root / "theme/up").symlink_to("..")
    expected = {
        "theme/templates/evil.html": "symlink",
        "theme/up": "symlink",
        ".gitattributes": "tree-entry",
        "content/help.md": "case-collision",
    }
    assert faults(root) == expected
    git(root, "init", "-q", "-b", "main")
    assert faults(root) == expected
    commit(root, "all")
    (root / "theme/up").unlink()  # as where a machine knows no links: a plain file that holds the way
    write(root, "theme/up", "..")
    assert faults(root) == expected
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{git(root, 'rev-parse', 'HEAD')},data/module")
    write(root, ".gitmodules", '[submodule "x"]\n')
    assert faults(root) == expected | {"data/module": "tree-entry", ".gitmodules": "tree-entry"}

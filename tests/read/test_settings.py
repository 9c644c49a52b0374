from datetime import date
from pathlib import Path

import pytest

from generator.model.project import Settings
from generator.read.settings import read_settings
from tests.read.factory import write

DEFAULTS = Settings("", "", "", "", False, "", "", {}, 50, ())


def settings(root: Path, text: str) -> tuple[Settings, list[str]]:
    write(root, "mkdocs.yml", text)
    found, problems = read_settings(root)
    return found, [problem.rule.code for problem in problems]


def test_everything_written_is_read(tmp_path: Path) -> None:
    text = """
site_name: 示例站
site_url: https://example.org/
site_description: 说明
nav: [index.md]
extra:
  mingshan:
    authority: 示例民政局
    demonstration: true
    report_url: https://example.org/{address}
    repository: https://example.org/repo
    contact: {电话: 12349, ICP备案:}
    page_size: 20
    synonyms: [[自闭症, 孤独症]]
    duties_since: {projects: 2026-01-01}
"""
    assert settings(tmp_path, text.replace("ICP备案:", "ICP备案: ''")) == (
        Settings(
            "示例站", "https://example.org/", "说明", "示例民政局", True, "https://example.org/{address}",
            "https://example.org/repo", {"电话": "12349", "ICP备案": ""}, 20, (("自闭症", "孤独症"),),
            duties_since={"project": date(2026, 1, 1)},
        ),
        [],
    )  # fmt: skip


def test_what_is_absent_has_its_default(tmp_path: Path) -> None:
    assert settings(tmp_path, "theme: material\nextra:\n  mingshan:\n") == (DEFAULTS, [])


def test_no_mkdocs_yml_is_no_project(tmp_path: Path) -> None:
    found, (problem,) = read_settings(tmp_path)
    assert (found, problem.rule.code, "mingshan init" in problem.hint) == (DEFAULTS, "no-project", True)


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        ("authorty: x", "unknown-setting"),
        ("[a]: x", "unknown-setting"),
        ("page_size: 0", "setting-kind"),
        ("page_size: 5000", "setting-kind"),
        ("page_size: many", "setting-kind"),
        ("demonstration: maybe", "setting-kind"),
        ("authority: [x]", "setting-kind"),
        ("contact: [x]", "setting-kind"),
        ("contact: {a: [x]}", "setting-kind"),
        ("synonyms: [[自闭症]]", "setting-kind"),
        ("synonyms: 自闭症", "setting-kind"),
        ("duties_since: 2026-01-01", "setting-kind"),
        ("duties_since: {projects: last year}", "setting-kind"),
        ("duties_since: {nobody: 2026-01-01}", "setting-kind"),
    ],
)
def test_wrong_settings_are_problems_at_their_place(tmp_path: Path, block: str, rule: str) -> None:
    write(tmp_path, "mkdocs.yml", f"site_name: x\nextra:\n  mingshan:\n    {block}\n")
    _, (problem,) = read_settings(tmp_path)
    assert (problem.rule.code, (problem.location.line or 0) >= 4) == (rule, True)


def test_a_block_that_is_a_list_is_a_problem(tmp_path: Path) -> None:
    assert settings(tmp_path, "extra: {mingshan: [x]}\n")[1] == ["setting-kind"]


@pytest.mark.parametrize(
    ("code", "rules"),
    [
        ("1200000000", []),
        ("bm12000000", []),
        ('""', []),
        ("120000000", ["setting-kind"]),
        ("BM12000000", ["setting-kind"]),
    ],
)
def test_the_code_of_a_government_site_is_ten_digits_or_bm_and_eight(
    tmp_path: Path, code: str, rules: list[str]
) -> None:
    assert settings(tmp_path, f"site_name: x\nextra: {{government: {{SiteIDCode: {code}}}}}\n")[1] == rules


def test_a_secret_of_the_machine_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "hunter2")
    found, _ = settings(tmp_path, "site_name: !ENV SECRET\nsite_description: !ENV [SECRET, x]\n")
    assert (found.site_name, found.site_description) == ("", "")


@pytest.mark.parametrize("text", ["", "a: '", "[x]", "a: \0"])
def test_a_broken_file_leaves_the_defaults(tmp_path: Path, text: str) -> None:
    found, rules = settings(tmp_path, text)
    assert (found, len(rules)) == (DEFAULTS, 1)


def test_the_sites_address_ends_with_a_slash(tmp_path: Path) -> None:
    found, _ = settings(tmp_path, "site_url: https://example.org/a\n")
    assert found.site_url == "https://example.org/a/"

from generator.model.problem import Location
from generator.model.rule import Severity
from generator.publish.mkdocs_log import explain_log

MISSING = "WARNING -  Doc file 'a/b.md' contains a link 'x.md', but the target 'a/x.md' is not found."


def test_a_link_to_a_missing_file_names_the_page() -> None:
    (problem,) = explain_log(("INFO    -  Cleaning", MISSING), failed=False)
    assert (problem.rule.code, problem.severity) == ("shell-warning", Severity.WARNING)
    assert problem.location == Location("content/a/b.md")
    assert problem.message.startswith("链接“x.md”指向的文件不存在。（MkDocs：Doc file")


def test_a_missing_menu_entry_and_a_wrong_setting_name_the_settings() -> None:
    lines = (
        "WARNING -  A reference to 'no.md' is included in the 'nav' configuration, which is not found.",
        "ERROR   -  Config value 'theme': Unrecognised theme name",
    )
    first, second = explain_log(lines, failed=True)
    assert first.message.startswith("菜单（nav）里的“no.md”不存在。")
    assert (second.rule.code, second.location.file) == ("shell-failed", "mkdocs.yml")


def test_a_line_nobody_knows_is_kept() -> None:
    (problem,) = explain_log(("WARNING -  The moon is full",), failed=False)
    assert "The moon is full" in problem.message


def test_a_traceback_becomes_its_last_line_and_the_template() -> None:
    lines = (
        "Traceback",
        '  File "overrides/x.html", line 1',
        '  File "/c/overrides/main.html", line 3',
        "UndefinedError: no meta",
    )
    (problem,) = explain_log(lines, failed=True)
    assert problem.location == Location("theme/overrides/main.html", 3)
    assert "UndefinedError: no meta" in problem.message


def test_silence_is_a_problem_too_when_mkdocs_failed() -> None:
    assert [problem.rule.code for problem in explain_log((), failed=True)] == ["shell-failed"]


def test_a_link_is_told_by_its_line() -> None:
    lines = {"content/a/b.md": "# x.md\n\n见 x.md。\n\n[看](x.md)\n"}
    (problem,) = explain_log((MISSING,), failed=False, text=lambda file: lines[file])
    assert problem.location == Location("content/a/b.md", 5)

import json
from dataclasses import replace
from datetime import date

from generator.model.project import Project
from generator.model.rule import Severity
from generator.publish.shell import Shell
from tests.publish.conftest import CONFIG, MAIN, draw, drawn, write


def bytes_of(shell: Shell) -> dict[str, bytes]:
    return {str(path.relative_to(shell.site)): path.read_bytes() for path in shell.site.rglob("*") if path.is_file()}


def test_prose_and_frames_are_drawn(common_shell: Shell) -> None:
    assert common_shell.pages == {
        "": "content/index.md",
        "guide/": "content/guide/index.md",
        "404.html": "theme/overrides/404.html",
    }
    assert "@@title@@" in common_shell.read_page("projects/")
    assert "@@title@@" not in common_shell.read_page("guide/")


def test_lists_of_records_stand_in_the_menu_of_every_page(common_shell: Shell) -> None:
    assert 'href="../projects/"' in common_shell.read_page("guide/")


def test_the_same_inputs_draw_the_same_bytes(project: Project) -> None:
    first = bytes_of(drawn(project))
    (project.cache / "shell/pages/done.json").unlink()
    assert bytes_of(drawn(project)) == first


def test_mkdocs_does_not_run_again_while_nothing_changes(project: Project) -> None:
    first = drawn(project)
    (first.site / "trace").write_text("still here")
    assert drawn(project) == first
    assert (first.site / "trace").exists()


def test_a_change_of_prose_theme_or_settings_draws_again(project: Project) -> None:
    digests = {drawn(project).digest}
    write(project.root, {"content/index.md": "# 新首页\n"})
    digests.add(drawn(project).digest)
    write(project.root, {"mkdocs.yml": CONFIG + "copyright: 示例\n"})
    digests.add(drawn(project).digest)
    write(project.root, {"theme/overrides/partials/copyright.html": "版权"})
    shell = drawn(project)
    assert len({*digests, shell.digest}) == 4
    assert "版权" in shell.read_page("")


def test_another_day_draws_again_only_what_may_print_it(project: Project) -> None:
    """That nothing prints it is seen by drawing again: every file comes out the same."""
    later = replace(project, as_of=date(2027, 1, 1))
    first = drawn(project)
    before = bytes_of(first)
    assert drawn(later).digest == first.digest
    (project.cache / "shell/pages/done.json").unlink()
    dated = {"sitemap.xml", "sitemap.xml.gz"}  # never published
    assert {name: data for name, data in bytes_of(drawn(later)).items() if name not in dated} == {
        name: data for name, data in before.items() if name not in dated
    }
    write(project.root, {"theme/overrides/partials/copyright.html": "{{ build_date_utc.strftime('%Y-%m-%d') }}"})
    assert ["2026-11-24" in drawn(project).read_page(""), "2027-01-01" in drawn(later).read_page("")] == [True, True]


def test_the_instances_template_wins_over_the_generators(project: Project) -> None:
    write(project.root, {"theme/overrides/main.html": MAIN + "{# mine #}<!-- mine -->"})
    write(project.root, {"theme/overrides/404.html": '{% extends "main.html" %}{% block content %}没有{% endblock %}'})
    assert "没有" in drawn(project).read_page("404.html")


def test_a_warning_is_told_again_when_mkdocs_does_not_run_again(project: Project) -> None:
    write(project.root, {"content/guide/index.md": "[缺](missing.md)\n"})
    for _ in range(2):
        shell, (problem,) = draw(project)
        assert shell is not None
        assert (problem.rule.code, problem.location.file) == ("shell-warning", "content/guide/index.md")


def test_a_broken_template_is_a_problem_that_names_it(project: Project) -> None:
    write(
        project.root,
        {"theme/overrides/main.html": '{% extends "base.html" %}\n{% block content %}{{ x.y.z }}{% endblock %}'},
    )
    shell, (problem,) = draw(project)
    assert shell is None
    assert (problem.rule.code, problem.location.file, problem.location.line) == (
        "shell-failed",
        "theme/overrides/main.html",
        2,
    )


def test_broken_settings_are_a_problem_without_a_path_of_this_machine(project: Project) -> None:
    write(project.root, {"mkdocs.yml": CONFIG + "nav: 3\nmarkdown_extensions: [no_such_extension]\n"})
    shell, problems = draw(project)
    assert shell is None
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert str(project.root) not in str(problems)


def test_plugins_hooks_and_fonts_from_elsewhere_are_off(project: Project) -> None:
    write(
        project.root, {"mkdocs.yml": CONFIG + "plugins: [search]\nhooks: [evil.py]\nrepo_url: https://github.com/a/b\n"}
    )
    home = drawn(project).read_page("")
    assert "fonts.googleapis.com" not in home
    assert "github.com/a/b" not in home


def test_a_python_file_in_the_instance_is_not_imported(project: Project) -> None:
    write(project.root, {"markdown.py": "raise SystemExit('imported')"})
    drawn(project)


def test_the_derived_settings_are_json(project: Project) -> None:
    drawn(project)
    config = json.loads((project.cache / "shell/pages/mkdocs.yml").read_text())
    assert config["nav"][-1] == {"公开信息": [{"慈善项目": "projects/index.md"}]}

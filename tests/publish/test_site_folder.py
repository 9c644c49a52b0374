from generator.model.project import Project
from generator.publish.lock import hold_lock
from generator.publish.site_folder import check_site, claim_site


def test_an_absent_an_empty_and_our_own_folder_may_be_written(project: Project) -> None:
    assert check_site(project) == ()
    project.site.mkdir()
    assert check_site(project) == ()
    claim_site(project)
    (project.site / "page.html").write_text("ours")
    assert check_site(project) == ()


def test_a_folder_with_somebody_elses_files_is_refused(project: Project) -> None:
    project.site.mkdir()
    (project.site / "thesis.docx").write_text("mine")
    assert [problem.rule.code for problem in check_site(project)] == ["site-not-ours"]


def test_a_file_in_place_of_the_folder_is_refused(project: Project) -> None:
    project.site.write_text("a file")
    assert [problem.rule.code for problem in check_site(project)] == ["site-not-ours"]


def test_only_one_build_runs_at_a_time(project: Project) -> None:
    with hold_lock(project) as first, hold_lock(project) as second:
        assert first == ()
        assert [problem.rule.code for problem in second] == ["build-running"]
    with hold_lock(project) as third:
        assert third == ()

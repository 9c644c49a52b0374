"""Several jobs draw a site, each on its own copy, and one joins them: the same files, or a word on what is unfit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build.pipeline import Problems, Way, build_site, open_project
from generator.build.shares import Share
from tests.instances import DAY, files_of, make_site, rules, silent


def draw(root: Path, way: Way, day: date = DAY) -> Problems:
    """One job."""
    project, problems = open_project(root, day, None)
    return (*problems, *build_site(project, silent, way))


def draw_parts(folder: Path, site: str, total: int) -> Path:
    """Each part on a copy of its own; gives the folder of parts."""
    parts = folder / "parts"
    for number in range(1, total + 1):
        root = make_site(folder / f"job{number}", site)
        assert draw(root, Way(share=Share(number, total), parts=parts)) == ()
        assert not (root / "site").exists()
    return parts


def test_the_joined_site_is_that_of_one_job(tmp_path: Path, complete: Path) -> None:
    parts, joined = draw_parts(tmp_path, "complete", 2), make_site(tmp_path / "joined", "complete")
    assert draw(joined, Way(parts=parts)) == ()
    assert files_of(joined / "site") == files_of(complete / "site")
    said: list[str] = []
    project, _ = open_project(joined, DAY, None)
    assert build_site(project, said.append) == ()
    assert "发布 0 个有变化的文件" in said


def test_what_does_not_fit_is_named_and_nothing_published(tmp_path: Path) -> None:
    parts, joined = draw_parts(tmp_path, "minimal", 2), make_site(tmp_path / "joined", "minimal")
    second = parts / "2-of-2.zip"
    whole = second.read_bytes()

    def refused(word: str, day: date = DAY) -> bool:
        problems = draw(joined, Way(parts=parts), day)
        return rules(problems) == ["part-unfit"] and word in problems[0].message and not (joined / "site").exists()

    assert refused("不是照这里的", DAY + timedelta(days=1))
    for damaged in (whole[:-200], bytes(each ^ 1 for each in whole), b""):
        second.write_bytes(damaged)
        assert refused("打不开")
    second.unlink()
    assert refused("少了这一份")
    (parts / "1-of-2.zip").unlink()
    assert refused("少了这一份")


def test_what_lies_in_no_part_is_drawn_where_they_are_joined(tmp_path: Path) -> None:
    """A job that had some of the site before draws only the rest of its share."""
    root, parts = make_site(tmp_path / "whole", "minimal"), tmp_path / "parts"
    assert draw(root, Way()) == ()
    whole = files_of(root / "site")
    assert draw(root, Way(share=Share(1, 1), parts=parts)) == ()
    joined = make_site(tmp_path / "joined", "minimal")
    assert draw(joined, Way(parts=parts)) == ()
    assert files_of(joined / "site") == whole


@pytest.mark.parametrize("share", [Share(1, 1), Share(3, 8)])
def test_a_part_has_a_name_of_its_own(share: Share) -> None:
    assert share.file == f"{share.number}-of-{share.total}.zip" != replace(share, number=2).file

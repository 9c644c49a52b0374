"""The preview puts edited pages in their place first; in the end its site is the one that a build makes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.build.pipeline import Way, build_held_site, open_project
from generator.publish.manifest import read_manifest
from generator.publish.preview.rebuild_on_edit import Round
from tests.instances import DAY, build, files_of, make_site, silent, write
from tests.keeping import Kept

MUSIC, PAGE = "data/clubs/music.yaml", "clubs/music/"
QUIET = "data/clubs/quiet.yaml"
TEMPLATE = "theme/templates/clubs.html"
OTHER_LOOK = "{% extends 'record.html' %}{% block first %}<p>新的样子</p>{% endblock %}"


@dataclass
class Listener:
    """An open browser: what it was told, and what lay in the site at that moment."""

    site: Path
    changed: list[frozenset[str]] = field(default_factory=list)
    pending: list[frozenset[str]] = field(default_factory=list)
    lay: list[dict[str, bytes]] = field(default_factory=list)

    def tell(self, changed: frozenset[str], pending: frozenset[str]) -> None:
        self.changed.append(changed)
        self.pending.append(pending)
        self.lay.append(files_of(self.site))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Kept]:
    made = make_site(tmp_path_factory.mktemp("built") / "instance", "complete")
    assert build(made) == ()
    return made, Kept(made)


@pytest.fixture
def root(built: tuple[Path, Kept]) -> Iterator[Path]:
    made, kept = built
    yield made
    kept.restore()


def preview(root: Path, edited: tuple[str, ...] = (), looked_at: tuple[str, ...] = (), rounds: int = 99) -> Listener:
    """One round, over after so many portions; the problems that it found must be none."""
    project, _ = open_project(root, DAY, None)
    heard = Listener(project.site)
    files = frozenset(project.root / each for each in edited)
    over = Round(files, frozenset(looked_at), heard.tell, lambda: len(heard.changed) > rounds)
    assert build_held_site(project, silent, Way(over)) == ()
    return heard


def edit(root: Path) -> None:
    text = (root / MUSIC).read_text("utf-8")
    write(root, MUSIC, text.replace("示例音乐社", "示例新乐社"))


def test_an_edited_record_is_in_its_place_before_anything_else(root: Path) -> None:
    before = files_of(root / "site")
    edit(root)
    heard = preview(root, (MUSIC,))
    now = heard.lay[0]
    assert PAGE in heard.changed[0]
    assert "示例新乐社" in now[f"{PAGE}index.html"].decode()
    assert now["clubs/index.html"] == before["clubs/index.html"], "lists come after"


def test_in_the_end_the_site_is_what_a_build_makes(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / "site")
    shutil.rmtree(root / ".mingshan")
    edit(root)
    preview(root, (MUSIC,))
    there = Path(shutil.copytree(root, tmp_path / "there", ignore=shutil.ignore_patterns("site", ".mingshan")))
    build(there)
    assert files_of(root / "site") == files_of(there / "site")


def test_the_page_that_stands_open_comes_first_when_everything_changes(root: Path) -> None:
    write(root, TEMPLATE, OTHER_LOOK)
    heard = preview(root, (TEMPLATE,), (PAGE,))
    pages = [{each for each in told if each.startswith("clubs/")} for told in heard.changed]
    assert pages[0] == {PAGE}
    assert "clubs/quiet/" in set().union(*pages[1:])


def test_what_is_not_there_yet_is_told(root: Path) -> None:
    shutil.rmtree(root / "site")
    heard = preview(root)
    assert PAGE in heard.pending[0]
    assert heard.pending[-1] == frozenset()


def test_a_page_is_deleted_only_when_the_index_leads_there_no_more(root: Path) -> None:
    (root / QUIET).unlink()
    heard = preview(root, (QUIET,))
    assert all("clubs/quiet/index.html" in lay for lay in heard.lay)
    assert not (root / "site/clubs/quiet").exists()
    assert "clubs/quiet/" not in read_manifest(open_project(root, DAY, None)[0])


def test_a_round_during_which_somebody_edits_again_ends_and_loses_nothing(root: Path, tmp_path: Path) -> None:
    edit(root)
    heard = preview(root, (MUSIC,), rounds=0)
    assert len(heard.changed) <= 2
    there = Path(shutil.copytree(root, tmp_path / "there", ignore=shutil.ignore_patterns("site", ".mingshan")))
    assert build(root) == build(there) == ()
    assert files_of(root / "site") == files_of(there / "site"), "the index too, though its pages were drawn before"

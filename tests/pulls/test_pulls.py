"""Pull requests in real clones: what their reviewers see, and whether they may be merged."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from tests.conftest import Golden
from tests.pulls.changes import BAD, CHANGES, IDENTITY_NUMBER, write_sayings
from tests.repositories import commit, git, make_instance

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture(scope="session")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that everybody clones."""
    folder = tmp_path_factory.mktemp("forge")
    origin = make_instance(folder / "origin")
    write_sayings(origin)
    commit(origin, "say it as it is said here")
    git(folder, "clone", "-q", "--bare", "origin", "forge.git")
    return folder / "forge.git"


@pytest.mark.parametrize("name", CHANGES)
def test_reviewers_see_exactly_this(name: str, forge: Path, tmp_path: Path, golden: Golden) -> None:
    propose(name, forge, tmp_path / "contributor")
    git(tmp_path, "clone", "-q", "--branch", name, str(forge), "runner")
    words = ["vet", "origin/main", "--root", "runner", "--as-of", "2026-11-25", "--format", "github", "-o", "review"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        found = CliRunner().invoke(make_app(), words)
    golden(EXPECTED / f"{name}.txt", f"{found.stdout}exit {found.exit_code}\n")
    summary = (tmp_path / "review/summary.md").read_text("utf-8")
    golden(EXPECTED / f"{name}.md", re.sub(r"(?<=提交 `)[0-9a-f]{12}", "…", summary))
    assert found.exit_code == (name in BAD)
    assert not any(IDENTITY_NUMBER in path.read_text("utf-8") for path in (tmp_path / "review").iterdir())


def propose(name: str, forge: Path, clone: Path) -> None:
    git(clone.parent, "clone", "-q", str(forge), clone.name)
    git(clone, "checkout", "-q", "-b", name)
    CHANGES[name](clone)
    commit(clone, name)
    git(clone, "push", "-q", "origin", name)

"""Whole sites in a folder: made from layers of files, checked and built as the verbs do it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.build.pipeline import build_site, check_project, open_project
from generator.model.problem import Problem, has_errors
from tests.known import lay_what_is_known, learn_from

SITES = Path(__file__).parent / "sites"
DAY = date(2026, 11, 25)
NOBODY = 65534

Problems = tuple[Problem, ...]


def make_site(folder: Path, *layers: Path | str) -> Path:
    """A copy of the layers, later ones over earlier ones; a name is one of `tests/sites/`."""
    for layer in layers:
        shutil.copytree(SITES / layer, folder, dirs_exist_ok=True)
    return folder


def write(root: Path, file: str, content: str | bytes) -> None:
    """One file of a site, in whatever folder."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(content if isinstance(content, bytes) else content.encode())


def check(root: Path, as_of: date = DAY) -> Problems:
    """What `mingshan check` finds."""
    project, problems = open_project(root, as_of, None)
    return problems if has_errors(problems) else (*problems, *check_project(project, silent).problems)


def build(root: Path, as_of: date = DAY, site: Path | None = None) -> Problems:
    """What `mingshan build` finds while it builds.

    A site that was never built finds in its cache what the tests' other sites left, as a job on another machine does.
    """
    lay_what_is_known(root)
    project, problems = open_project(root, as_of, site)
    found = problems if has_errors(problems) else (*problems, *build_site(project, silent))
    learn_from(root)
    return found


def silent(_what: str) -> None:
    """Nobody listens."""


def rules(problems: Problems) -> list[str]:
    """The rules of problems, in order."""
    return [problem.rule.code for problem in problems]


def files_of(site: Path) -> dict[str, bytes]:
    """Every published file and its bytes."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@contextmanager
def unprivileged(root: Path) -> Iterator[None]:
    """Without the rights of an administrator, to whom every file is open; the site belongs to nobody from now on."""
    if os.geteuid() != 0:
        yield
        return
    for folder in root.parents[:3]:
        folder.chmod(0o755)
    for path in (root, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)

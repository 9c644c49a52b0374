"""What tests of several folders share: whole built sites, and golden files with one switch to accept them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.base.cores import WORKERS_VARIABLE
from generator.base.house import house_folder
from generator.exchange.starter_site import create_example
from tests.instances import build, make_site

settings.register_profile("house", parent=settings.default, deadline=None)
settings.load_profile("house")
"""A busy machine is no fault of the code: speed is measured in `bench/`."""

os.environ.setdefault(WORKERS_VARIABLE, "1")
"""The parts of `make test` work side by side already, and small sites are built without forking, so that what follows
from shipped data alone is worked out once a part. Tests of several processes ask for them by this variable."""

Golden = Callable[[Path, str], None]
"""Compares a text with a file that was accepted before."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden and expected files from what came out")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """With `--accept`, writes the file; else compares with it."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        assert file.is_file(), f"{file.name} was never accepted: run pytest --accept and read the diff"
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `mingshan init` makes, with what it has none of, built; only for tests that read it."""
    root = tmp_path_factory.mktemp("begun") / "instance"
    assert not create_example(house_folder(), root)
    assert build(make_site(root, "golden")) == ()
    return root / "site"


@pytest.fixture(scope="session")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The complete site, built; only for tests that read it."""
    root = make_site(tmp_path_factory.mktemp("complete"), "complete")
    assert build(root) == ()
    return root

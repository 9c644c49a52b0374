"""A feature is a folder and a row: it can be added and taken away, but nothing that guards people can."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.cli.exit_codes import WRONG_USE
from generator.cli.feature_verbs import OF_FEATURES
from generator.exchange.starter_site import create_example
from generator.features import FEATURES
from tests.demonstration import PACKS
from tests.instances import make_site

HOUSE = Path(__file__).parents[1]
DAY = "2026-11-25"
NAMED = re.compile(r"generator\.features\.([a-z]+)")
HEARD_BY_SEARCH = {"danger"}
"""Its scripts stay: the search page listens for danger before it searches; where no words are sent it hears nothing."""
BELLS = '''"""Bells that are rung, to one page that counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.feature import Feature, Topic, TopicPage
from generator.model.page import Page, TopicSubject
from generator.model.project import Settings
from generator.model.source import Source


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page("bells/", "示例铃声", "bells/all", "bells", TopicSubject("bells", "", ()))


@dataclass(frozen=True, slots=True)
class BellsContext:
    """`count`: how many organisations ring one."""

    count: int


def bells_context(source: Source, _key: str) -> BellsContext:
    """The bells of all organisations."""
    return BellsContext(len(source.catalogue.with_role("organization")))


FEATURE = Feature(
    name="bells",
    topics=(Topic("bells", "示例铃声", "看公开", (), _plan),),
    pages={"bells": TopicPage(bells_context)},
)
'''
TEMPLATE = "{% extends 'page.html' %}\n{% block main %}<p>示例铃声响了 {{ count }} 次。</p>{% endblock %}\n"


def engine(folder: Path, without: Iterable[str] = ()) -> Path:
    """A copy of the engine and its theme, without some features: their rows and all their folders."""
    for name in ("generator", "theme", "data"):
        shutil.copytree(HOUSE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    table = folder / "generator/features/__init__.py"
    text = table.read_text("utf-8")
    for name in without:
        shutil.rmtree(folder / "generator/features" / name)
        for kind in ("templates",) if name in HEARD_BY_SEARCH else ("templates", "assets", "print"):
            shutil.rmtree(folder / "theme" / kind / name, ignore_errors=True)
        text = re.sub(rf"^(from generator\.features\.{name} import .*|    {name.upper()},)\n", "", text, flags=re.M)
    table.write_text(text, "utf-8")
    return folder


def run(house: Path, verb: str, root: Path) -> subprocess.CompletedProcess[str]:
    """A verb of a copied engine."""
    command = [sys.executable, "-c", "from generator.cli import run; run()", verb, "--root", str(root), "--as-of", DAY]
    return subprocess.run(command, cwd=house, capture_output=True, text=True, check=False, env={"PYTHONPATH": "."})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("small") / "site", "minimal", "charity")


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with something of everything, whose home page asks no feature for a block."""
    root = tmp_path_factory.mktemp("starter") / "instance"
    assert not create_example(HOUSE, root)
    make_site(root, "golden")
    (root / "content/index.md").write_text("# 示例\n", "utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(PACKS, "window_packs: false"), "utf-8")
    return root


def leaning_on(names: Iterable[str]) -> frozenset[str]:
    """Features and all that import them, which go with them."""
    gone = set(names)
    while more := {name for name in EVERY if KNOWN[name] & gone} - gone:
        gone |= more
    return frozenset(gone)


FOLDERS = {path.parent.name: path.parent for path in (HOUSE / "generator/features").glob("*/__init__.py")}
EVERY = tuple(sorted(FOLDERS))
KNOWN = {
    name: {found for each in folder.rglob("*.py") for found in NAMED.findall(each.read_text("utf-8"))} - {name}
    for name, folder in FOLDERS.items()
}
"""By feature, the other features that it imports."""
NEEDED = "statistics"
"""What guards published figures: a site that has some refuses without it."""
TOGETHER = (("duties", "calls"), tuple(sorted({*EVERY} - {NEEDED, "duties", "calls", "cases", "editions"})))
"""Two builds in which every feature but that one is missing once."""
WITHOUT = [(name,) for name in EVERY if name != NEEDED] if "EACH_FEATURE" in os.environ else TOGETHER


def test_every_feature_that_may_go_is_gone_once() -> None:
    assert frozenset().union(*map(leaning_on, WITHOUT)) == {*EVERY} - {NEEDED}


@pytest.mark.parametrize("names", WITHOUT, ids="-".join)
def test_without_features_a_site_is_built_all_the_same(names: tuple[str, ...], starter: Path, tmp_path: Path) -> None:
    """`make features` takes away each by itself, with what leans on it."""
    root = shutil.copytree(starter, tmp_path / "instance")
    gone = leaning_on(names)
    ran = run(engine(tmp_path / "house", gone), "build", root)
    assert ran.returncode == 0 and "link-broken" not in ran.stdout, ran.stdout + ran.stderr
    site, topics = root / "site", {each.name for feature in FEATURES if feature.name in gone for each in feature.topics}
    assert (site / "projects/p2026-001/index.html").is_file() and (site / "divisions/990101/index.html").is_file()
    assert not [name for name in topics if (site / name).exists()]
    for verb in (verb for verb, feature in OF_FEATURES.items() if feature in gone):
        said = run(tmp_path / "house", verb, root)
        assert said.returncode == WRONG_USE and f"没有“{OF_FEATURES[verb]}”这项功能" in said.stderr, said.stderr


def test_without_statistics_a_site_with_statistics_refuses(tmp_path: Path, starter: Path) -> None:
    ran = run(engine(tmp_path / "house", without=("gaps", "statistics")), "check", starter)
    assert ran.returncode == 1
    assert "audit-missing" in ran.stdout and "不能发布" in ran.stdout


def test_without_statistics_a_site_without_statistics_is_built(tmp_path: Path, small: Path) -> None:
    ran = run(engine(tmp_path / "house", without=("gaps", "statistics")), "check", small)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_new_feature_is_a_folder_a_row_and_a_template(tmp_path: Path, small: Path) -> None:
    house = engine(tmp_path / "house")
    (house / "generator/features/bells").mkdir()
    (house / "generator/features/bells/__init__.py").write_text(BELLS, "utf-8")
    (house / "theme/templates/bells").mkdir()
    (house / "theme/templates/bells/all.html").write_text(TEMPLATE, "utf-8")
    table = house / "generator/features/__init__.py"
    text = table.read_text("utf-8").replace(
        "from generator.features.books",
        "from generator.features.bells import FEATURE as BELLS\nfrom generator.features.books",
        1,
    )
    table.write_text(text.replace("FEATURES: Features = (\n", "FEATURES: Features = (\n    BELLS,\n", 1), "utf-8")
    ran = run(house, "build", small)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "示例铃声响了 1 次。" in (small / "site/bells/index.html").read_text("utf-8")

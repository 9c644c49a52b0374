import pickle
from pathlib import Path

import pytest

from generator.base.cache import MAGIC, Cache, sources_digest
from generator.model.table import Origin, RawTable

TABLE = RawTable("a", ("id",), [["x"], [None]], [Origin("a.csv", 1, 1), Origin("b.yaml", trail=("l", 0))])


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_what_was_stored_is_loaded_for_the_same_digest_only(cache: Cache) -> None:
    cache.store("tables/a", "1", TABLE)
    assert cache.load("tables/a", "1") == TABLE
    assert cache.load("tables/a", "2") is None
    assert cache.load("tables/b", "1") is None


def test_a_name_has_one_file_however_often_it_is_stored(cache: Cache, tmp_path: Path) -> None:
    for digest in "123":
        cache.store("../a", digest, TABLE)
    assert cache.load("../a", "3") == TABLE
    assert len(list((tmp_path / "cache").iterdir())) == len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:-1] + b"x"])
def test_a_damaged_file_is_no_value(cache: Cache, tmp_path: Path, damage: object) -> None:
    cache.store("a", "1", TABLE)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert cache.load("a", "1") is None


def test_a_cache_that_somebody_else_wrote_is_not_unpickled(cache: Cache, tmp_path: Path) -> None:
    cache.store("a", "1", TABLE)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(MAGIC + b"\0" * 32 + pickle.dumps("foreign"))
    assert cache.load("a", "1") is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Cache(tmp_path / "file").store("a", "1", TABLE)
    assert Cache(tmp_path / "file").load("a", "1") is None


def test_a_table_that_the_engine_reads_is_one_of_its_sources(tmp_path: Path) -> None:
    """Points of danger were learnt anew, and browsers were still given those of before."""
    (tmp_path / "national/__pycache__").mkdir(parents=True)
    (tmp_path / "points.py").write_text("TABLE = 'points.csv'", "utf-8")
    (tmp_path / "national/points.csv").write_text("mark,points", "utf-8")
    before = sources_digest(tmp_path)
    (tmp_path / "national/__pycache__/points.cpython-311.pyc").write_bytes(b"compiled")
    (tmp_path / "DECISIONS.md").write_text("why", "utf-8")
    assert sources_digest(tmp_path) == before
    (tmp_path / "national/points.csv").write_text("mark,others", "utf-8")
    assert sources_digest(tmp_path) != before

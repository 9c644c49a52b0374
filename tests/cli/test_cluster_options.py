"""Other machines are given work only where nobody else can give them any, or by those who say that they know."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.cluster import is_address, is_private
from generator.base.workers import ClusterLost, ClusterUnfit
from generator.build.machine import machine_problem
from tests.cli.conftest import Mingshan
from tests.instances import make_site


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("tls://10.0.0.5:8786", True),
        ("tcp://127.0.0.1:8786", True),
        ("tcp://localhost:8786", True),
        ("tcp://[::1]:8786", True),
        ("tcp://10.0.0.5:8786", False),
        ("tcp://127.0.0.1.example.org:8786", False),
    ],
)
def test_without_tls_nobody_but_this_machine_is_safe(address: str, private: bool) -> None:
    assert (is_address(address), is_private(address)) == (True, private)


@pytest.mark.parametrize(
    "address", ["10.0.0.5:8786", "http://10.0.0.5:8786", "tls://10.0.0.5", "tls://:8786", "tls://a:b"]
)
def test_what_is_no_address_is_wrong_use(tmp_path: Path, mingshan: Mingshan, address: str) -> None:
    assert not is_address(address)
    assert mingshan("build", "--root", tmp_path, "--workers", address).code == 2


def test_an_open_scheduler_is_refused_in_words(tmp_path: Path, mingshan: Mingshan) -> None:
    done = mingshan("build", "--root", tmp_path, "--workers", "tcp://10.0.0.5:8786")
    assert (done.code, "--open-cluster" in done.err) == (2, True)


def test_without_keys_nothing_is_begun(tmp_path: Path, mingshan: Mingshan) -> None:
    root = make_site(tmp_path / "instance", "minimal")
    for keys in ((), ("--keys", tmp_path)):
        done = mingshan("build", "--root", root, "--workers", "tls://127.0.0.1:9", *keys)
        assert (done.code, "cluster-unfit" in done.err) == (3, True)
    assert not (root / "site").exists()


def test_what_happens_over_there_is_told_as_such() -> None:
    lost, unfit = machine_problem(ClusterLost("", "断开了")), machine_problem(ClusterUnfit("连不上"))
    assert lost and unfit
    assert [each.rule.code for each in (lost, unfit)] == ["cluster-lost", "cluster-unfit"]
    assert "这次运行" in lost.message and "连不上" in unfit.message


@pytest.mark.parametrize("part", ["3", "0/8", "9/8", "a/b", "1/257", "１/８"])
def test_a_part_is_one_of_so_many(tmp_path: Path, mingshan: Mingshan, part: str) -> None:
    assert mingshan("build", "--root", tmp_path, "--part", part, "--parts", tmp_path).code == 2


@pytest.mark.parametrize("words", [("--part", "1/2"), ("--join",), ("--parts", "x"), ("--part", "1/2", "--join")])
def test_where_parts_lie_is_said(tmp_path: Path, mingshan: Mingshan, words: tuple[str, ...]) -> None:
    assert mingshan("build", "--root", tmp_path, *words).code == 2

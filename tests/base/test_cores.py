"""How many processes may work side by side: what somebody asked for, else what the system and the container leave."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.base.cores import WORKERS_VARIABLE, count_cores, granted_cores

LIMITS = [
    ("0::/\n", {"cpu.max": "150000 100000\n"}, [2]),
    ("0::/\n", {"cpu.max": "max 100000\n"}, []),
    ("0::/\n", {}, []),
    ("0::/a.slice/b\n", {"a.slice/b/cpu.max": "max 100000\n", "a.slice/cpu.max": "50000 100000\n"}, [1]),
    ("0::/../elsewhere\n", {"cpu.max": "300000 100000\n"}, [3]),
    (
        "4:cpu,cpuacct:/docker/xy\n2:memory:/docker/xy\n0::/\n",
        {"cpu,cpuacct/cpu.cfs_quota_us": "400000\n", "cpu,cpuacct/cpu.cfs_period_us": "100000\n"},
        [4],
    ),
    (
        "4:cpu,cpuacct:/\n",
        {"cpu,cpuacct/cpu.cfs_quota_us": "-1\n", "cpu,cpuacct/cpu.cfs_period_us": "100000\n"},
        [],
    ),
]
"""Group, files of the control groups as the kernel's documentation describes them, processors counted by hand."""


@pytest.mark.parametrize(("groups", "files", "granted"), LIMITS)
def test_limits_of_time_are_heeded(tmp_path: Path, groups: str, files: dict[str, str], granted: list[int]) -> None:
    (tmp_path / "cgroup").write_text(groups)
    for name, text in files.items():
        (tmp_path / "fs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "fs" / name).write_text(text)
    assert granted_cores(tmp_path / "cgroup", tmp_path / "fs") == granted


def test_a_system_without_control_groups_limits_nothing(tmp_path: Path) -> None:
    assert granted_cores(tmp_path / "cgroup", tmp_path) == []


def test_a_process_counts_the_processors_it_is_bound_to_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WORKERS_VARIABLE, raising=False)
    with bound_to_one() as left:
        assert count_cores() == left
        monkeypatch.setenv(WORKERS_VARIABLE, "3")
        assert count_cores() == 3


@contextmanager
def bound_to_one() -> Iterator[int]:
    """How many processors are left; a system that binds no process leaves all it has."""
    if not hasattr(os, "sched_setaffinity"):
        yield os.cpu_count() or 1
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield 1
    finally:
        os.sched_setaffinity(0, before)

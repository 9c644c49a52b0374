"""Work that is done beside other work comes back as if it had been done here."""

from __future__ import annotations

import os

import pytest

from generator.base.parallel import begin_beside, map_in_processes


@pytest.mark.parametrize("cores", [1, 2])
def test_a_result_comes_back_whatever_is_done_meanwhile(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    word = "示例"
    finish = begin_beside(lambda: (word, os.getpid()))
    assert map_in_processes(lambda number: number * 2, [1, 2, 3]) == [2, 4, 6]
    found, process = finish()
    assert found == word
    assert (process == os.getpid()) == (cores == 1)


@pytest.mark.parametrize("cores", [1, 2])
def test_a_bug_over_there_is_a_bug_here(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    finish = begin_beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        finish()

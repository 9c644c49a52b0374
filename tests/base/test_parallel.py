"""Work that is done beside other work comes back as if it had been done here, or it is told that it is lost."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from multiprocessing import active_children

import pytest

from generator.base.cores import WORKERS_VARIABLE
from generator.base.lost_work import WorkLost
from generator.base.parallel import ForkedProcesses, begin_beside, map_in_processes

LARGE = b"x" * 5_000_000
"""More than a pipe holds: whoever sends it is still sending when it is killed."""


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKERS_VARIABLE, "2")


@pytest.mark.parametrize("cores", ["1", "2"])
def test_a_result_comes_back_whatever_is_done_meanwhile(monkeypatch: pytest.MonkeyPatch, cores: str) -> None:
    monkeypatch.setenv(WORKERS_VARIABLE, cores)
    word = "示例"
    finish = begin_beside(lambda: (word, os.getpid()), "beside")
    assert map_in_processes(lambda number: number * 2, [1, 2, 3], str) == [2, 4, 6]
    found, process = finish()
    assert found == word
    assert (process == os.getpid()) == (cores == "1")


@pytest.mark.parametrize("cores", ["1", "2"])
def test_a_bug_over_there_is_a_bug_here(monkeypatch: pytest.MonkeyPatch, cores: str) -> None:
    monkeypatch.setenv(WORKERS_VARIABLE, cores)
    finish = begin_beside(lambda: 1 // 0, "beside")
    with pytest.raises(ZeroDivisionError):
        finish()
    with pytest.raises(ZeroDivisionError):
        map_in_processes(lambda number: 1 // number, [1, 0, 2], str)


def test_what_cannot_be_sent_is_told_as_a_bug() -> None:
    with pytest.raises(Exception, match="pickle"):
        map_in_processes(lambda _: lambda: 0, [1, 2], str)


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_while_it_answers() -> bytes:
    """The answer is larger than the pipe, which nobody empties meanwhile: the parent is asleep."""
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    signal.signal(signal.SIGALRM, lambda *_: killed())
    return LARGE


def out_of_memory() -> None:
    raise MemoryError


@pytest.mark.parametrize(
    ("end", "cause"), [(killed, "被系统结束"), (out_of_memory, "内存"), (lambda: os._exit(0), "没有做完")]
)
def test_lost_work_is_named_and_no_process_is_left(end: Callable[[], object], cause: str) -> None:
    with pytest.raises(WorkLost) as told:
        map_in_processes(lambda number: end() if number == 2 else time.sleep(60), [1, 2, 3], "part {}".format)
    assert (told.value.work, cause in told.value.cause) == ("part 2", True)
    with pytest.raises(WorkLost, match="beside"):
        begin_beside(end, "beside")()
    assert active_children() == []


def test_whoever_is_killed_while_it_answers_is_noticed() -> None:
    finish = begin_beside(killed_while_it_answers, "beside")
    time.sleep(0.5)
    with pytest.raises(WorkLost, match="beside"):
        finish()


def test_an_interrupt_waits_for_nobody() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), ForkedProcesses(2) as processes:
        processes.submit(time.sleep, 60)
        raise KeyboardInterrupt
    assert time.monotonic() - began < 20
    assert active_children() == []


def test_out_of_memory_without_other_processes_is_lost_work_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKERS_VARIABLE, "1")
    with pytest.raises(WorkLost, match="part 1"):
        map_in_processes(lambda _: out_of_memory(), [1], "part {}".format)

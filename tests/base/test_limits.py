"""What breaks, hangs or eats memory in a limited process is a value to whoever called; and nothing of it is left."""

from __future__ import annotations

import json
import math
import operator
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from generator.base.limits import Failure, LimitedProcess


def test_calls_are_answered_and_a_process_begins_only_with_the_first() -> None:
    with LimitedProcess() as process:
        assert process._process is None
        assert process.call(operator.add, 1, 2) == 3
        begun = process._process
        assert process.call(json.loads, "[1]") == [1]
        assert process._process is begun
    assert begun is not None and begun.poll() is not None


def test_every_end_of_a_call_is_a_failure_and_the_next_call_is_answered() -> None:
    with LimitedProcess(seconds=3) as process:
        assert process.call(json.loads, "no JSON") is Failure.CRASHED
        assert process.call(os.abort) is Failure.CRASHED
        assert process.call(os._exit, 0) is Failure.CRASHED
        assert process.call(sys.exit, 3) is Failure.CRASHED
        assert process.call(operator.mul, b"x", 8 * 1024**3) is Failure.TOO_LARGE
        assert process.call(math.factorial, 10**8) is Failure.TOO_SLOW
        assert process.call(operator.add, 1, 2) == 3


def test_a_call_that_waits_for_ever_is_ended_by_the_clock() -> None:
    with LimitedProcess(seconds=0.2) as process:
        assert process.call(time.sleep, 600) is Failure.TOO_SLOW


def test_what_is_printed_does_not_disturb_the_answers() -> None:
    with LimitedProcess() as process:
        assert process.call(print, "printed") is None
        assert process.call(os.write, 1, b"written") == 7


def test_what_was_put_down_is_deleted_with_the_process() -> None:
    with LimitedProcess() as process:
        left = process.call(tempfile.mkdtemp)
        assert not isinstance(left, Failure)
        assert Path(left).is_dir()
    assert not Path(left).exists()


def test_a_process_does_not_outlive_a_parent_that_was_killed() -> None:
    program = "from generator.base.limits import *; import time; p = LimitedProcess(); p.call(time.sleep, 0)\n"
    program += "print(p._process.pid, flush=True); time.sleep(60)"
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    for _ in range(100):
        if not _lives(child):
            return
        time.sleep(0.1)
    pytest.fail("the process still runs")


def _lives(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

"""Pickled calls on standard input to pickled answers on standard output, within limits; run as a program of its own."""

from __future__ import annotations

import math
import os
import pickle
import shutil
import signal
import sys
import time
from contextlib import suppress
from typing import BinaryIO

from generator.base.limits import Failure


def main() -> None:
    """Answer until standard input ends; what libraries print goes nowhere."""
    memory, seconds = int(sys.argv[1]), float(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    with os.fdopen(os.dup(1), "wb") as answers:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        _limit_memory(memory)
        while _answer(sys.stdin.buffer, answers, seconds):
            pass
    if folder := os.environ.get("TMPDIR"):  # ours alone, and whoever made it may be gone
        shutil.rmtree(folder, ignore_errors=True)


def _answer(calls: BinaryIO, answers: BinaryIO, seconds: float) -> bool:
    try:
        function, given, named = pickle.load(calls)  # noqa: S301 - from the process that started us
    except EOFError:
        return False
    _limit_time(seconds)
    answer: tuple[object] | Failure
    try:
        answer = (function(*given, **named),)
        packed = pickle.dumps(answer, protocol=5)
    except MemoryError:
        packed = pickle.dumps(Failure.TOO_LARGE)
    except BaseException:  # a panic of Rust comes as one; nothing here may end otherwise than with an answer
        packed = pickle.dumps(Failure.CRASHED)
    answers.write(packed)
    answers.flush()
    return True


def _limit_memory(most: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time(seconds: float) -> None:
    """The system ends a call that computes for too long, also where the parent was killed; waiting is not counted."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds) + 1, hard))


if __name__ == "__main__":
    main()

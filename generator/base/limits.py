"""Calls to their results or the reason why there is none, in a process of its own with limits of memory and time."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import cache
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import ParamSpec, Self, TypeVar, cast

Given = ParamSpec("Given")
Output = TypeVar("Output")

_MEGABYTE = 1024 * 1024
MEGABYTES = 700
"""Address space of the process, of which Python and its libraries take 200 MB before they have read anything."""
SECONDS = 20.0
"""Of computing where the system counts it: a file is no worse because the machine is busy with something else."""
_PATIENCE = 6
"""So many times as long may pass on the clock, for a call that waits instead of computing."""
_LAST_BREATH = 5.0
_PROGRAM = "generator.base.limited_process"


class Failure(StrEnum):
    """Why a call gave nothing."""

    CRASHED = "crashed"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"


class LimitedProcess:
    """Runs importable functions of plain values one after another; the process begins with the first of them.

    Whatever a call does (an exception, a panic, an abort, a kill, no end), the caller gets a `Failure`, and a process
    that was ended is followed by another. What libraries put down goes into a folder that is deleted with the process.
    Where the system has no RLIMIT (Windows) or does not heed that of memory (macOS), only time is limited.
    """

    def __init__(self, megabytes: int = MEGABYTES, seconds: float = SECONDS) -> None:
        self._limits = (megabytes * _MEGABYTE, seconds)
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._folder: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def call(self, function: Callable[Given, Output], *given: Given.args, **named: Given.kwargs) -> Output | Failure:
        """`function(*given)`, or why it could not be had."""
        asked = pickle.dumps((function, given, named), protocol=5)
        late = threading.Event()
        timer = threading.Timer(self._limits[1] * _patience(), _end_late, (self._begun(), late))
        timer.daemon = True
        timer.start()
        try:
            answer = _exchange(self._begun(), asked)
        except BaseException:
            self.close()
            raise
        finally:
            timer.cancel()
        ended = self._process
        if answer is None or answer is Failure.TOO_LARGE or late.is_set():  # ended, or out of what it may have
            self.close(is_ended=answer is None)
        if answer is None:
            return Failure.TOO_SLOW if late.is_set() or _is_spent(ended) else Failure.CRASHED
        return answer if isinstance(answer, Failure) else cast("Output", answer[0])

    def close(self, *, is_ended: bool = False) -> None:
        """End the process, if there is one and it has not ended by itself."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        with suppress(subprocess.TimeoutExpired):  # one that the system is ending tells by what; a kill would hide it
            process.wait(_LAST_BREATH if is_ended else 0)
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        process.wait()
        if self._folder:
            self._folder.cleanup()

    def _begun(self) -> subprocess.Popen[bytes]:
        """The process; one that a forked child inherited belongs to its parent, who would read the child's answers."""
        if self._process is None or self._owner != os.getpid():
            memory, seconds = self._limits
            self._owner = os.getpid()
            self._folder = TemporaryDirectory(prefix="mingshan-", ignore_cleanup_errors=True)
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                [sys.executable, "-P", "-m", _PROGRAM, str(memory), str(seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self._folder.name)},
            )
        return self._process


@cache
def shared(seconds: float = SECONDS) -> LimitedProcess:
    """One for all who ask now and then: it ends with us, who are its standard input."""
    return LimitedProcess(seconds=seconds)


def _patience() -> int:
    return _PATIENCE if hasattr(signal, "SIGXCPU") else 1


def _is_spent(process: subprocess.Popen[bytes] | None) -> bool:
    """Whether the system ended it because it had computed for as long as it may."""
    return process is not None and process.returncode == -getattr(signal, "SIGXCPU", 0)


def _end_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: subprocess.Popen[bytes], asked: bytes) -> tuple[object] | Failure | None:
    """What the process answers; a broken pipe or half an answer is what one leaves that was ended: None."""
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(asked)
        process.stdin.flush()
        answer = pickle.load(process.stdout)  # noqa: S301 - from our own process
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return cast("tuple[object] | Failure", answer)

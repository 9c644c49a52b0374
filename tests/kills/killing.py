"""A verb to the same verb killed at one of its calls that change the disk: in a fork, nothing is loaded again."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from generator.cli import make_app

CHANGES = frozenset(
    (
        *("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink"),
        *("os.truncate", "os.utime", "os.chmod", "shutil.rmtree", "subprocess.Popen"),
    )
)
"""Calls that Python announces before it makes them; `open` is told apart by its flags."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
KILLED = -signal.SIGKILL
FOREVER = 1_000_000


class Killer:
    """Counts the changes that a verb makes below some folders, and ends its process before one of them.

    A file that is opened to be written counts twice: it may be killed before, and when the file is there and empty.
    """

    def __init__(self, places: Sequence[Path], at: int) -> None:
        self.places = tuple(str(each) for each in places)
        self.left = at
        self.seen = 0

    def __call__(self, event: str, given: tuple[object, ...]) -> None:
        if event == "open":
            self._opening(given)
        elif event == "subprocess.Popen" or (event in CHANGES and self._is_here(given)):
            self._count()

    def _opening(self, given: tuple[object, ...]) -> None:
        path, _, flags = given
        if isinstance(flags, int) and flags & WRITING and self._is_here((path,)):
            self._count()
            if self.left == 1:
                self.left = FOREVER
                os.close(os.open(str(path), flags, 0o666))
                self.left = 1
            self._count()

    def _is_here(self, given: tuple[object, ...]) -> bool:
        named = [os.fsdecode(each) for each in given if isinstance(each, (str, bytes, os.PathLike))]
        return any(str(Path(each).absolute()).startswith(self.places) for each in named)

    def _count(self) -> None:
        self.left -= 1
        self.seen += 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def run_killed(words: Sequence[str], places: Sequence[Path], at: int = FOREVER) -> tuple[int, int]:
    """The exit code (`KILLED` when it came so far), and how many changes the verb made when it was not killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _run_and_end(words, Killer(places, at), writer)
    os.close(writer)
    with os.fdopen(reader) as told:
        seen = told.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, int(seen or 0)


def _run_and_end(words: Sequence[str], killer: Killer, writer: int) -> None:
    code = 70
    try:
        with open(os.devnull, "r+b", buffering=0) as nowhere:  # noqa: PTH123 - a device
            for stream in (0, 1, 2):
                os.dup2(nowhere.fileno(), stream)
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        sys.addaudithook(killer)
        code = make_app()(list(words), standalone_mode=False) or 0
    except BaseException as error:
        code = getattr(error, "exit_code", 71)
        if os.environ.get("KILLS_TELL"):
            Path(os.environ["KILLS_TELL"]).write_text(traceback.format_exc(), "utf-8")
    finally:
        os.write(writer, str(killer.seen).encode())
        os._exit(code)

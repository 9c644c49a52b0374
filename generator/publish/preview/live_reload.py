"""Ends of builds to messages for the browsers that show the preview."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

from generator.model.problem import Problem
from generator.model.rule import Severity

HEARTBEAT = 15.0
"""Seconds after which a silent connection is written to, so that closed ones are noticed."""


class LiveSite:
    """What the preview shows now: the one thing here that changes, because browsers wait for it to change."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._closed = False
        self.problems: tuple[str, ...] = ()
        """The errors that keep the newest version from being shown."""

    def publish(self, problems: tuple[Problem, ...]) -> None:
        """Tell every open page that a build has ended."""
        with self._changed:
            self._version += 1
            self.problems = tuple(_sentence(each) for each in problems if each.severity is Severity.ERROR)
            self._changed.notify_all()

    def close(self) -> None:
        """Let every waiting connection end."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def events(self) -> Iterator[bytes]:
        """Server-Sent Events: the state now, and again whenever it changes."""
        told = -1
        while not self._closed:
            told, message = self._version, self._message(told)
            yield message
            self._wait(told)

    def _message(self, told: int) -> bytes:
        if told == self._version:
            return b": still here\n\n"
        state = {"version": self._version, "problems": self.problems}
        return f"data: {json.dumps(state, ensure_ascii=False)}\n\n".encode()

    def _wait(self, told: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != told, HEARTBEAT)


def _sentence(problem: Problem) -> str:
    line = f" 第 {problem.location.line} 行" if problem.location.line else ""
    return f"{problem.location.file}{line}：{problem.message}{problem.hint}"

"""What is built, portion after portion, to messages for the browsers that show the preview."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from generator.model.problem import Problem
from generator.model.rule import Severity

HEARTBEAT = 15.0
"""Seconds after which a silent connection is written to, so that closed ones are noticed."""


class LiveSite:
    """What the preview shows now: the one thing here that changes, because browsers wait for it to change."""

    def __init__(self, base: str = "/") -> None:
        self._base = base
        self._changed = threading.Condition()
        self._version = 0
        self._pages: dict[str, int] = {}
        """The version in which each page last changed, and since which all have changed for what every page loads."""
        self._all = 0
        self._open: Counter[str] = Counter()
        self._closed = False
        self.pending: frozenset[str] = frozenset()
        """Addresses where something is still being made."""
        self.problems: tuple[str, ...] = ()
        """The errors that keep the newest version from being shown."""

    def tell(self, changed: frozenset[str], pending: frozenset[str]) -> None:
        """Tell every open page what lies in the site now, and what is still being made."""
        if not changed and pending == self.pending:
            return
        with self._changed:
            self._version += 1
            self._pages |= dict.fromkeys(changed, self._version)
            if any(_is_loaded_by_pages(each) for each in changed):
                self._all = self._version
            self.pending = pending
            self._changed.notify_all()

    def finish(self, problems: tuple[Problem, ...]) -> None:
        """Tell every open page that a build has ended."""
        with self._changed:
            self._version += 1
            self.pending = frozenset()
            self.problems = tuple(_sentence(each) for each in problems if each.severity is Severity.ERROR)
            self._changed.notify_all()

    def close(self) -> None:
        """Let every waiting connection end."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def looked_at(self) -> frozenset[str]:
        """The addresses of pages that stand open somewhere."""
        with self._changed:
            return frozenset(+self._open)

    def events(self, page: str | None = None) -> Iterator[bytes]:
        """Server-Sent Events: the state now, and again whenever anything changes.

        For the page at an address; without one for somebody who waits for anything at all.
        """
        with self._held_open(page):
            sent = -1
            while not self._closed:
                sent, message = self._version, self._message(sent, page)
                yield message
                self._wait(sent)

    @contextmanager
    def _held_open(self, page: str | None) -> Iterator[None]:
        shown = () if page is None else (page,)
        with self._changed:
            self._open.update(shown)
        try:
            yield
        finally:
            with self._changed:
                self._open.subtract(shown)

    def _message(self, sent: int, page: str | None) -> bytes:
        if sent == self._version:
            return b": still here\n\n"
        version = self._version if page is None else max(self._all, self._pages.get(page, 0))
        pending = sorted(f"{self._base}{address}" for address in self.pending)
        state = {"version": version, "pending": pending, "problems": self.problems}
        return f"data: {json.dumps(state, ensure_ascii=False)}\n\n".encode()

    def _wait(self, sent: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != sent, HEARTBEAT)


def _is_loaded_by_pages(address: str) -> bool:
    return address.startswith("assets/")


def _sentence(problem: Problem) -> str:
    line = f" 第 {problem.location.line} 行" if problem.location.line else ""
    return f"{problem.location.file}{line}：{problem.message}{problem.hint}"

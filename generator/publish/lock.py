"""A project to the lock under which one build at a time runs."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from generator.base.ownership import BUILD_LOCK
from generator.model.problem import Location, Problem
from generator.model.project import Project
from generator.publish.problems import BUILD_RUNNING


@contextmanager
def hold_lock(project: Project) -> Iterator[tuple[Problem, ...]]:
    """Let one build at a time run; gives the problem to report when another one is running."""
    project.cache.mkdir(parents=True, exist_ok=True)
    with (project.cache / BUILD_LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = "另一个生成过程正在运行。"
            hint = "等它结束，或先停掉它（例如正在运行的预览）再试。"
            yield (Problem(BUILD_RUNNING, Location(project.site.name), message, hint),)
        else:
            try:
                yield ()
            finally:  # a process that was forked meanwhile and still lives would keep it
                fcntl.flock(lock, fcntl.LOCK_UN)

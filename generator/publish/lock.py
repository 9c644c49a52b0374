"""A project to the lock under which one build at a time runs."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from generator.base.ownership import BUILD_LOCK
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.site_folder_problems import build_running


@contextmanager
def hold_lock(project: Project) -> Iterator[tuple[Problem, ...]]:
    """Let one build at a time run; gives the problem to report when another one is running."""
    project.cache.mkdir(parents=True, exist_ok=True)
    with (project.cache / BUILD_LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield (build_running(project.site.name),)
        else:
            try:
                yield ()
            finally:  # a process that was forked meanwhile and still lives would keep it
                fcntl.flock(lock, fcntl.LOCK_UN)

"""Functions to their results, computed in forked processes that share the parent's memory."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Input = TypeVar("Input")
Output = TypeVar("Output")

_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()

_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What forked children find in memory: nothing large is ever copied to them."""


def map_in_processes(function: Callable[[Input], Output], inputs: Sequence[Input]) -> list[Output]:
    """`[function(each) for each in inputs]`, on all cores where the system can fork."""
    jobs = min(len(inputs), os.cpu_count() or 1)
    if jobs < 2 or not _CAN_FORK:
        return [function(each) for each in inputs]
    _inherited.append((function, inputs))
    gc.freeze()  # children would otherwise copy every page of memory their collector touches
    try:
        with multiprocessing.get_context("fork").Pool(jobs, initializer=_begin) as pool:
            return pool.map(_run, range(len(inputs)), chunksize=1)
    finally:
        gc.unfreeze()
        _inherited.pop()


def begin_beside(function: Callable[[], Output]) -> Callable[[], Output]:
    """Begin to compute `function()` in a forked process; what is given back waits for the result and gives it."""
    if (os.cpu_count() or 1) < 2 or not _CAN_FORK:
        return function
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    worker = context.Process(target=_compute, args=(function, reader, writer), daemon=True)
    worker.start()
    writer.close()

    @cache
    def finish() -> Output:
        with reader:
            done, result = reader.recv()
        worker.join()
        if not done:
            raise result
        computed: Output = result
        return computed

    return finish


def _compute(function: Callable[[], Any], reader: Connection, writer: Connection) -> None:
    _begin()
    reader.close()
    try:
        told = True, function()
    except Exception as error:
        told = False, error
    with writer:
        writer.send(told)


def _begin() -> None:
    """Ctrl-C goes to every process of a terminal, but what is to become of the work its parent decides."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A child would outlive a parent that was killed, and keep for ever the lock it inherited."""
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _run(position: int) -> Any:
    function, inputs = _inherited[-1]
    return function(inputs[position])


def runs(total: int, parts: int) -> list[slice]:
    """At most `parts` slices of nearly equal length that cover `total` items in order."""
    parts = max(1, min(parts, total))
    edges = [total * part // parts for part in range(parts + 1)]
    return [slice(start, end) for start, end in pairwise(edges) if end > start]

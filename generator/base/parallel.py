"""Functions to their results, computed in forked processes that share the parent's memory."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from functools import cache
from itertools import pairwise
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, ParamSpec, Protocol, TypeVar

from generator.base.cores import count_cores
from generator.base.lost_work import OUT_OF_MEMORY, WorkLost, ended_by

Given = ParamSpec("Given")
Input = TypeVar("Input")
Output = TypeVar("Output")

_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()

_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What forked children find in memory: nothing large is ever copied to them."""

_alone: list[bool] = []


class Spread(Protocol):
    """Gives `[function(each) for each in inputs]` side by side, on this machine or on others."""

    def __call__(  # noqa: D102 - said above
        self, function: Callable[[Input], Output], inputs: Sequence[Input], work: Callable[[Input], str], /
    ) -> list[Output]: ...


def map_in_processes(
    function: Callable[[Input], Output], inputs: Sequence[Input], work: Callable[[Input], str]
) -> list[Output]:
    """`[function(each) for each in inputs]`, on all cores where the system can fork.

    `work` says in a few words what is lost where the process that computes it is killed, or has no memory left.
    """
    jobs = min(len(inputs), count_cores())
    if jobs < 2 or not _may_fork():
        return [_compute_here(function, each, work) for each in inputs]
    _inherited.append((function, inputs))
    gc.freeze()  # children would otherwise copy every page of memory their collector touches
    try:
        with ForkedProcesses(jobs) as processes:
            begun = [processes.submit(_compute_inherited, position) for position in range(len(inputs))]
            done, _ = wait(begun, return_when=FIRST_EXCEPTION)
            for position, future in enumerate(begun):
                if future in done and isinstance(error := future.exception(), (WorkLost, MemoryError)):
                    raise _lost(work(inputs[position]), error) from None
            return [future.result() for future in begun]
    finally:
        gc.unfreeze()
        _inherited.pop()


def begin_beside(function: Callable[[], Output], work: str) -> Callable[[], Output]:
    """Begin to compute `function()` in a forked process; what is given back waits for the result and gives it."""
    if count_cores() < 2 or not _may_fork():
        return function
    process = _Forked(function)

    @cache
    def finish() -> Output:
        try:
            computed: Output = process.answer()
        except (WorkLost, MemoryError) as error:
            raise _lost(work, error) from None
        finally:
            process.end()
        return computed

    return finish


class ForkedProcesses(Executor):
    """An executor of importable functions and plain values, whose processes find in memory all that was there before.

    Each process has a pipe and a thread of its own: one that is killed, even in the middle of an answer, is noticed
    at once, and it is known what it was doing. Left by an exception, it ends them all without waiting.
    """

    def __init__(self, count: int) -> None:
        self._processes = _fork(count)  # before there are threads, which no fork survives
        self._idle: SimpleQueue[_Forked] = SimpleQueue()
        for each in self._processes:
            self._idle.put(each)
        self._threads = ThreadPoolExecutor(len(self._processes))

    def submit(self, function: Callable[Given, Output], /, *given: Given.args, **named: Given.kwargs) -> Future[Output]:
        """Have a process compute `function(*given, **named)`."""
        return self._threads.submit(self._have_computed, (function, given, named))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let what was begun end, unless nobody waits for it, and the processes with it."""
        if not wait:
            for each in self._processes:
                each.kill()
        self._threads.shutdown(wait=True, cancel_futures=cancel_futures)
        for each in self._processes:
            each.end()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """What failed, or was interrupted, needs no other answers."""
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def _have_computed(self, job: tuple[Callable[..., Output], Any, Any]) -> Output:
        process = self._idle.get()
        try:
            process.ask(job)
            computed: Output = process.answer()
            return computed
        finally:
            self._idle.put(process)


class _Forked:
    """A child that computes what it was forked with, or else one job after another until nobody asks any more."""

    def __init__(self, function: Callable[[], Any] | None = None) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(function, self._connection, theirs), daemon=True)
        with theirs:  # ours must be the only end that is left, or nobody would notice that the other is gone
            self._process.start()

    def ask(self, job: object) -> None:
        with suppress(BrokenPipeError):  # it is gone: waiting for the answer tells how it ended
            self._connection.send(job)

    def answer(self) -> Any:
        try:
            result, error = self._connection.recv()
        except (EOFError, OSError):
            self._process.join()
            raise WorkLost("", ended_by(self._process.exitcode)) from None
        if error is not None:
            raise error
        return result

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        with self._connection, suppress(OSError):  # brothers inherited our end: closing it would tell nothing
            self._connection.send(None)
        self._process.join()


def _fork(count: int) -> list[_Forked]:
    """As many as there may be: a system that allows fewer processes gets the work done more slowly."""
    made: list[_Forked] = []
    try:
        made.extend(_Forked() for _ in range(count))
    except OSError:
        if not made:
            raise WorkLost("", "系统不让再开进程") from None
    return made


def _serve(function: Callable[[], Any] | None, parents: Connection, connection: Connection) -> None:
    _begin()
    parents.close()
    if function:
        _tell(connection, function, (), {})
        return
    while job := connection.recv():
        _tell(connection, *job)


def _tell(connection: Connection, function: Callable[..., Any], given: Any, named: Any) -> None:
    try:
        connection.send((function(*given, **named), None))
    except Exception as error:
        error.add_note(traceback.format_exc())
        try:
            connection.send((None, error))
        except (TypeError, AttributeError, pickle.PicklingError):
            connection.send((None, RuntimeError(traceback.format_exc())))


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


@contextmanager
def without_forks() -> Iterator[None]:
    """Meanwhile this process does itself what it would give to children: it has threads, which no fork survives."""
    _alone.append(True)
    try:
        yield
    finally:
        _alone.pop()


def _may_fork() -> bool:
    """A child computes alone: its brothers already use the other cores, and it may have no children."""
    return _CAN_FORK and not _alone and not multiprocessing.current_process().daemon


def _compute_inherited(position: int) -> Any:
    function, inputs = _inherited[-1]
    return function(inputs[position])


def _compute_here(function: Callable[[Input], Output], given: Input, work: Callable[[Input], str]) -> Output:
    try:
        return function(given)
    except MemoryError as error:
        raise _lost(work(given), error) from None


def _lost(work: str, error: WorkLost | MemoryError) -> WorkLost:
    """With the name of the work; a process that itself lost another knows better what that one did."""
    if isinstance(error, WorkLost):
        return WorkLost(error.work or work, error.cause)
    return WorkLost(work, OUT_OF_MEMORY)


def runs(total: int, parts: int) -> list[slice]:
    """At most `parts` slices of nearly equal length that cover `total` items in order."""
    parts = max(1, min(parts, total))
    edges = [total * part // parts for part in range(parts + 1)]
    return [slice(start, end) for start, end in pairwise(edges) if end > start]

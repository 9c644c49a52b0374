"""Jobs (importable functions of plain values) to their results, done by whoever an executor hands them to.

Few are in flight at once, so that this process never holds all results; they come in the order in which they are done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from generator.base.cache import engine_digest
from generator.base.lent import Loan
from generator.base.lost_work import OUT_OF_MEMORY, WorkLost

Job = TypeVar("Job")
Output = TypeVar("Output")

OTHER_VERSION = "有一台机器装的版本和这里不一样"
SCHEDULER_GONE = "调度程序（scheduler）断开了"
_IN_FLIGHT = 2
"""Jobs for each pair of hands: one that is being done, one that waits there."""
_LOOKS = 2.0
"""Seconds after which we look whether anybody still works, while nothing comes back."""


_MISSED = 15
"""So often nobody may be seen, one after the other: a killed worker is started anew by its nanny."""


class ClusterUnfit(Exception):  # noqa: N818 - told as a problem
    """The other machines cannot do our work; `cause` says in words for people why."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class ClusterLost(WorkLost):
    """Other machines had begun our work and did not end it."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Those who do our jobs on other machines.

    `lend` sends something to each of them once; `gone` says why nobody works any more, `lost` why a job has no result.
    """

    executor: Executor
    hands: Callable[[], int]
    lend: Callable[[Loan], None]
    gone: Callable[[], str]
    lost: Callable[[BaseException], str]

    def run(
        self, function: Callable[[Job], Output], jobs: Iterable[Job], work: Callable[[Job], str]
    ) -> Iterator[tuple[int, Output]]:
        """The place of each job and its result; `work` says in a few words what is lost where it has none.

        Jobs are asked for when somebody is free: what they carry need never be in memory all at once.
        """
        ahead, begun, missed = enumerate(jobs), dict[Future[Output], tuple[int, str]](), 0
        try:
            while True:
                room = max(1, self.hands()) * _IN_FLIGHT - len(begun)
                for place, job in islice(ahead, max(0, room)):
                    begun[self.executor.submit(do_there, engine_digest(), function, job)] = place, work(job)
                if not begun:
                    return
                done, _ = wait(begun, _LOOKS, FIRST_COMPLETED)
                cause = "" if done else self.gone()
                missed = missed + 1 if cause else 0
                if missed > _MISSED:
                    raise ClusterLost(min(begun.values())[1], cause)
                for each in done:
                    place, words = begun.pop(each)
                    yield place, self._result(each, words)
        finally:
            for each in begun:
                each.cancel()

    def spread(
        self, function: Callable[[Job], Output], jobs: Sequence[Job], work: Callable[[Job], str], /
    ) -> list[Output]:
        """The results in the order of the jobs, all at once: for those that are small."""
        done = dict(self.run(function, jobs, work))
        return [done[place] for place in sorted(done)]

    def _result(self, future: Future[Output], work: str) -> Output:
        try:
            return future.result()
        except WorkLost as error:
            raise ClusterLost(error.work or work, error.cause) from None
        except MemoryError:
            raise ClusterLost(work, OUT_OF_MEMORY) from None
        except CancelledError:
            raise ClusterLost(work, self.gone() or SCHEDULER_GONE) from None
        except Exception as error:
            if cause := self.lost(error):
                raise ClusterLost(work, cause) from None
            raise


def do_there(engine: str, function: Callable[[Job], Output], job: Job) -> Output:
    """Runs on another machine: what another version makes would be other bytes, so it makes none."""
    if engine_digest() != engine:
        raise WorkLost("", OTHER_VERSION)
    return function(job)

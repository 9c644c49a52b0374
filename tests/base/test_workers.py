"""Jobs handed to an executor come back with their place, few at a time, or it is told which is lost and why."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest

from generator.base.lent import Loan, lend, lent, make_loan, take_back
from generator.base.lost_work import WorkLost
from generator.base.workers import ClusterLost, Workers, do_there


class Counting(ThreadPoolExecutor):
    """Remembers how many jobs were out at once."""

    most, out = 0, 0

    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        self.out += 1
        self.most = max(self.most, self.out)
        future = super().submit(function, *given, **named)
        future.add_done_callback(self._back)
        return future

    def _back(self, _: Future[Any]) -> None:
        self.out -= 1


def workers(executor: Executor, gone: str = "") -> Workers:
    """Two who work here."""
    return Workers(executor, lambda: 2, lend, lambda: gone, lambda error: "killed" * isinstance(error, KeyError))


def test_every_job_comes_back_and_few_are_out_at_once() -> None:
    with Counting(2) as executor:
        assert dict(workers(executor).run(str, range(50), str)) == {number: str(number) for number in range(50)}
    assert executor.most <= 4


def fail(error: Exception) -> None:
    """What happens over there."""
    raise error


@pytest.mark.parametrize(
    ("error", "cause"),
    [(KeyError(), "killed"), (MemoryError(), "内存不够"), (WorkLost("", "for a reason"), "for a reason")],
)
def test_a_lost_job_is_named(error: Exception, cause: str) -> None:
    with ThreadPoolExecutor(1) as executor, pytest.raises(ClusterLost) as told:
        list(workers(executor).run(fail, [error], lambda _: "this part"))
    assert (told.value.work, told.value.cause) == ("this part", cause)


def test_a_bug_over_there_is_a_bug_here() -> None:
    with ThreadPoolExecutor(1) as executor, pytest.raises(ZeroDivisionError):
        list(workers(executor).run(fail, [ZeroDivisionError()], str))


def test_nobody_is_waited_for_who_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.base.workers._LOOKS", 0.01)
    end = Event()
    with ThreadPoolExecutor(1) as executor:
        with pytest.raises(ClusterLost, match="all are gone"):
            list(workers(executor, "all are gone").run(lambda _: end.wait(), [1], str))
        end.set()


def test_another_version_works_for_nobody() -> None:
    with pytest.raises(WorkLost, match="版本"):
        do_there("another", str, 1)


def test_what_is_lent_is_there_until_it_is_taken_back() -> None:
    loan = make_loan("示例".encode())
    lend(loan)
    assert lent(loan.digest) == "示例".encode()
    take_back(loan.digest)
    with pytest.raises(KeyError):
        lent(loan.digest)
    with pytest.raises(ValueError, match="not what came"):
        lend(Loan(loan.digest, b"other"))

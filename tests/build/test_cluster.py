"""A real scheduler and two real workers, over TLS: the same bytes as here, or a plain word and the old site."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.base import cache
from generator.base.cluster import ClusterPlace, open_cluster
from generator.base.cluster_here import HOST, begin, end, make_keys
from generator.base.lent import lent, make_loan
from generator.base.workers import ClusterLost, ClusterUnfit, Workers
from generator.build.drawing_elsewhere import draw_there
from generator.build.pipeline import Way, build_site, open_project
from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.publish.search.shards import build_there
from generator.verbs.publish import publish_release
from tests.demonstration import HOUSE
from tests.features.statistics.tables import grid, published
from tests.instances import DAY, files_of, make_site, silent


class There(NamedTuple):
    """Where the workers are, and the processes of all of it: scheduler, nanny."""

    reach: ClusterPlace
    processes: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[There]:
    """For all tests below, the last of which ends it."""
    folder = tmp_path_factory.mktemp("cluster")
    with socket.socket() as bound:
        bound.bind((HOST, 0))
        port = bound.getsockname()[1]
    make_keys(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(HOUSE))
        patch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "1")
        processes = begin(folder, port, 2)
    try:
        yield There(ClusterPlace(f"tls://{HOST}:{port}", folder), processes)
    finally:
        end(processes)


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `complete`, not yet built."""
    return make_site(tmp_path_factory.mktemp("there"), "complete")


def killed(file: str) -> str:
    """Its process ends the first time; where there is no file to remember that in, each time."""
    if not (file and Path(file).exists()):
        if file:
            Path(file).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def sized(digest: str) -> int:
    """How much was lent."""
    return len(lent(digest))


def failing(_: int) -> None:
    """A bug of ours."""
    raise ZeroDivisionError


def waiting(seconds: float) -> float:
    """A worker that has much else to do."""
    time.sleep(seconds)
    return seconds


def of_another_version(file: str) -> None:
    """This worker says so of itself for as long as there is the file."""
    own = cache.engine_digest
    cache.engine_digest = lambda: "another" if Path(file).exists() else own()  # type: ignore[assignment]


def asked_there(workers: Workers, asked: set[str]) -> Workers:
    """The same workers; `asked` is told the names of what they were asked to do."""
    executor = workers.executor

    class Told(Executor):
        def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
            asked.add(given[1].func.__name__ if isinstance(given[1], partial) else given[1].__name__)
            return executor.submit(function, *given, **named)

    return replace(workers, executor=Told())


def test_the_same_files_come_from_there(there: There, instance: Path, complete: Path, tmp_path: Path) -> None:
    project, _ = open_project(instance, DAY, None)
    asked = set[str]()
    with open_cluster(there.reach) as workers:
        way = Way(workers=asked_there(workers, asked))
        assert publish_release(project, tmp_path, None, silent, way) == ()
    assert asked == {each.__name__ for each in (draw_there, build_there)}
    assert files_of(instance / "site") == files_of(complete / "site")
    assert (tmp_path / "current" / "index.html").is_file()
    said: list[str] = []
    assert build_site(project, said.append) == ()
    assert "发布 0 个有变化的文件" in said


def test_what_is_lent_comes_to_every_worker_and_a_killed_one_is_replaced(there: There, tmp_path: Path) -> None:
    loan = make_loan(b"x" * 1_000_000)
    with open_cluster(there.reach) as workers:
        workers.lend(loan)
        assert sorted(workers.run(sized, [loan.digest] * 6, str)) == [(place, 1_000_000) for place in range(6)]
        assert [*workers.run(killed, [str(tmp_path / "once")], str)] == [(0, "done")]
        assert {size for _, size in workers.run(sized, [loan.digest] * 6, str)} == {1_000_000}
        with pytest.raises(ZeroDivisionError):
            list(workers.run(failing, [1], str))
        with pytest.raises(ClusterLost) as told:
            list(workers.run(killed, [""], "part {!r}".format))
    assert (told.value.work, "一再被结束" in told.value.cause) == ("part ''", True)


def test_tables_are_attacked_there(there: There) -> None:
    release = [published(grid(), ("r1", "c1"), ("r1", "c2")), published(grid(), name="another")]
    with open_cluster(there.reach) as workers:
        found = audit([release], Demand(), lambda examined, cases: workers.spread(examined, cases, str))
    assert {each.table for each in found} == {"table", "another"}
    assert found == audit([release], Demand())


def test_a_slow_worker_is_late_and_not_wrong(there: There) -> None:
    asked = [1.0, *[0.0] * 4]
    with open_cluster(there.reach) as workers:
        assert workers.spread(waiting, asked, str) == asked


def test_nobody_gets_in_without_the_keys(there: There, tmp_path: Path) -> None:
    make_keys(tmp_path)
    with (
        pytest.raises(ClusterUnfit, match="连不上"),
        open_cluster(ClusterPlace(there.reach.address, tmp_path), patience=3),
    ):
        pass


def test_workers_of_another_version_are_given_nothing(there: There, tmp_path: Path) -> None:
    flag = tmp_path / "another"
    flag.touch()
    with open_cluster(there.reach) as workers:
        list(workers.run(of_another_version, [str(flag)] * 2, str))
    with pytest.raises(ClusterUnfit, match="版本"), open_cluster(there.reach):
        pass
    flag.unlink()


def test_where_the_scheduler_is_lost_the_old_site_stays(there: There, instance: Path) -> None:
    before, settings = files_of(instance / "site"), instance / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("site_name: ", "site_name: 改过"), "utf-8")
    project, _ = open_project(instance, DAY, None)

    def lose(what: str) -> None:
        if what.startswith("绘制"):
            there.processes[0].kill()

    with open_cluster(there.reach) as workers, pytest.raises(ClusterLost):
        build_site(project, lose, Way(workers=workers))
    assert files_of(instance / "site") == before

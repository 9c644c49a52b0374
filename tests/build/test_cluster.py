"""A real scheduler and two real workers, over TLS: the same bytes as here, or a plain word and the old site."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.base import cache
from generator.base.cluster import ClusterPlace, open_cluster
from generator.base.cluster_here import HOST, begin, end, make_keys
from generator.base.lent import lent, make_loan
from generator.base.workers import ClusterLost, ClusterUnfit
from generator.build.pipeline import Way, build_site, open_project
from tests.demonstration import HOUSE
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


def of_another_version(file: str) -> None:
    """This worker says so of itself for as long as there is the file."""
    own = cache.engine_digest
    cache.engine_digest = lambda: "another" if Path(file).exists() else own()  # type: ignore[assignment]


def test_the_same_files_come_from_there(there: There, instance: Path, complete: Path) -> None:
    project, _ = open_project(instance, DAY, None)
    with open_cluster(there.reach) as workers:
        assert build_site(project, silent, Way(workers=workers)) == ()
    assert files_of(instance / "site") == files_of(complete / "site")
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

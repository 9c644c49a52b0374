"""The address of a Dask scheduler to the workers behind it, held against this machine before they are given anything.

Whoever can reach a scheduler can have any code run by its workers: TLS in both directions is what keeps others out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from generator.base.cache import engine_digest
from generator.base.lent import Loan
from generator.base.parallel import without_forks
from generator.base.workers import OTHER_VERSION, SCHEDULER_GONE, ClusterLost, ClusterUnfit, Workers

if TYPE_CHECKING:
    from distributed import Client

CLUSTER_CERTIFICATE, CLUSTER_KEY = "certificate.pem", "key.pem"
"""The files of a folder of keys: one pair for all who belong together."""
_PATIENCE = 60
"""Seconds to reach the scheduler, and for the first worker to come."""
_NO_PATIENCE = 2
"""Seconds to take leave of a scheduler that is gone."""
_SENDING = "把站点的数据送到各台机器"
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class ClusterPlace(NamedTuple):
    """Where the scheduler is, and the folder with the keys that open it; none without TLS."""

    address: str
    keys: Path | None = None


def is_private(address: str) -> bool:
    """Whether nobody else can use what is at this address: it asks for a key, or is on this machine."""
    parts = urlsplit(address)
    return parts.scheme == "tls" or (parts.scheme == "tcp" and parts.hostname in _HERE)


def is_address(address: str) -> bool:
    """Whether it is written like one."""
    parts = urlsplit(address)
    try:
        return parts.scheme in ("tls", "tcp") and bool(parts.hostname and parts.port) and not parts.path
    except ValueError:
        return False


@contextmanager
def open_cluster(reach: ClusterPlace, patience: int = _PATIENCE) -> Iterator[Workers]:
    """The workers behind a scheduler; whatever was not done when this ends is not done any more."""
    try:
        from distributed import Client
    except ImportError:
        raise ClusterUnfit('没有装 Dask：运行 pip install "mingshan[cluster]"') from None
    with without_forks():  # the client has threads, which no fork survives
        try:
            client = Client(reach.address, security=_security(reach), timeout=patience, set_as_default=False)
        except (OSError, ValueError, RuntimeError) as error:
            raise ClusterUnfit(f"连不上 {reach.address}（{type(error).__name__}）") from None
        lent: list[str] = []
        try:
            yield _workers(client, lent)
        finally:
            _leave(client, lent)


def _security(reach: ClusterPlace) -> object:
    from distributed import Security

    if not reach.address.startswith("tls:"):
        return Security()
    if reach.keys is None:
        raise ClusterUnfit("tls:// 的地址要用 --keys 说明证书在哪个文件夹")
    certificate, key = reach.keys / CLUSTER_CERTIFICATE, reach.keys / CLUSTER_KEY
    for file in (certificate, key):
        if not file.is_file():
            raise ClusterUnfit(f"没有找到 {file}")
    pair = {"tls_client_cert": str(certificate), "tls_client_key": str(key)}
    return Security(tls_ca_file=str(certificate), require_encryption=True, **pair)


def _workers(client: Client, lent: list[str]) -> Workers:
    from generator.base.cluster_plugin import Lender

    def lend(loan: Loan) -> None:
        if loan.digest not in lent:
            lent.append(loan.digest)
            try:
                if cause := gone():
                    raise ClusterLost(_SENDING, cause)
                client.register_plugin(Lender(loan), name=_named(loan.digest))
            except (OSError, RuntimeError, TimeoutError):
                raise ClusterLost(_SENDING, gone() or "有一台机器没有收下") from None

    def gone() -> str:
        if client.status != "running":
            return SCHEDULER_GONE
        try:
            return "" if client.scheduler_info()["workers"] else "一台干活的机器（worker）也没有了"
        except (OSError, RuntimeError):
            return SCHEDULER_GONE

    def hands() -> int:
        try:
            return len(client.scheduler_info()["workers"])
        except (OSError, RuntimeError):  # whoever waits for a result is told
            return 0

    _check(client)
    return Workers(client.get_executor(pure=False), hands, lend, gone, _lost)


def _check(client: Client) -> None:
    """None of those who are there may be of another version, or have two thoughts at once."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        digests = client.run(engine_digest, on_error="return")
        threads = [each["nthreads"] for each in client.scheduler_info()["workers"].values()]
    except (OSError, RuntimeError):
        raise ClusterUnfit("调度程序（scheduler）那里没有一台干活的机器（worker）") from None
    others = sorted(name for name, digest in digests.items() if digest != engine_digest())
    if others:
        raise ClusterUnfit(f"{OTHER_VERSION}（{others[0]}）：明善、Python、系统和每个依赖包的版本都要相同")
    if any(each != 1 for each in threads):
        raise ClusterUnfit("干活的进程（worker）要各用一个线程：dask worker 要写 --nthreads 1")


def _lost(error: BaseException) -> str:
    """Why a job that was begun has no result; empty where it is the job's own error."""
    from distributed import CancelledError, KilledWorker
    from distributed.comm.core import CommClosedError

    match error:
        case KilledWorker():
            return "做它的进程一再被结束（试了几次），多半是内存不够"
        case CancelledError() | CommClosedError():
            return SCHEDULER_GONE
    return ""


def _leave(client: Client, lent: list[str]) -> None:
    for digest in lent if client.status == "running" else ():
        try:
            client.unregister_worker_plugin(_named(digest))
        except (OSError, RuntimeError, ValueError, KeyError):  # whoever is gone holds nothing any more
            break
    client.close(timeout=_PATIENCE if client.status == "running" else _NO_PATIENCE)


def _named(digest: str) -> str:
    return f"mingshan-{digest}"

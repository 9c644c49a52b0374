"""The options that name other machines to work on, and the workers there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from generator.base import workers
from generator.base.cluster import ClusterPlace, is_address, is_private, open_cluster

_PARAMETER = "--workers"

Workers = Annotated[
    str,
    typer.Option(
        _PARAMETER,
        metavar="tls://HOST:PORT",
        help="把画页面等活分给别的机器：Dask 调度程序（scheduler）的地址。做出来的文件和一台机器做的一样。",
    ),
]
Keys = Annotated[
    Path | None,
    typer.Option(
        "--keys",
        metavar="DIR",
        envvar="MINGSHAN_KEYS",
        help="tls:// 要用的证书和密钥（certificate.pem、key.pem）在哪个文件夹。",
    ),
]
OpenCluster = Annotated[
    bool,
    typer.Option(
        "--open-cluster",
        help="地址是 tcp://、又不在本机时要写上：谁连得上这样的调度程序，谁就能在那些机器上运行任何程序。",
    ),
]


def read_reach(address: str, keys: Path | None, *, is_open_allowed: bool) -> ClusterPlace | None:
    """Where the workers are, if anywhere; an open scheduler only for those who say that they know what it is."""
    if not address:
        return None
    if not is_address(address):
        raise typer.BadParameter("要写成 tls://主机:端口 这样。", param_hint=_PARAMETER)
    if not (is_private(address) or is_open_allowed):
        wanted = "tcp:// 没有加密，也不认人，只用于本机（127.0.0.1）。改用 tls://；确实要用的，加上 --open-cluster。"
        raise typer.BadParameter(wanted, param_hint=_PARAMETER)
    return ClusterPlace(address, keys)


@contextmanager
def cluster(reach: ClusterPlace | None) -> Iterator[workers.Workers | None]:
    """Those who work there; nobody where there is no such place."""
    if reach is None:
        yield None
        return
    with open_cluster(reach) as found:
        yield found

"""This machine to a cluster of its own: keys made on the spot, a scheduler, and a worker for each processor.

`python -m generator.base.cluster_here [PORT]` prints how to use it, and runs until it is interrupted.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.base.cluster import CLUSTER_CERTIFICATE, CLUSTER_KEY
from generator.base.cores import count_cores

HOST = "127.0.0.1"
_PATIENCE = 30.0


def make_keys(folder: Path) -> None:
    """One pair for scheduler, workers and whoever gives them work; readable by nobody else."""
    from distributed import Security

    made = Security.temporary()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, text in ((CLUSTER_CERTIFICATE, str(made.tls_ca_file)), (CLUSTER_KEY, str(made.tls_client_key))):
        with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)


def begin(folder: Path, port: int, workers: int) -> list[subprocess.Popen[bytes]]:
    """Scheduler first, then the workers' nanny: they serve whoever has the keys in `folder`."""
    certificate, key = str(folder / CLUSTER_CERTIFICATE), str(folder / CLUSTER_KEY)
    tls = ["--tls-ca-file", certificate, "--tls-cert", certificate, "--tls-key", key]
    dask = [sys.executable, "-m", "dask"]
    quiet = {"DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error", **os.environ}
    scheduler = [*dask, "scheduler", "--host", f"tls://{HOST}", "--port", str(port), "--no-dashboard", *tls]
    each = [
        "--nworkers",
        str(workers),
        "--nthreads",
        "1",
        "--no-dashboard",
        "--local-directory",
        str(folder / "workers"),
    ]
    worker = [*dask, "worker", f"tls://{HOST}:{port}", "--host", HOST, *each, *tls]
    return [subprocess.Popen(command, cwd=folder, env=quiet) for command in (scheduler, worker)]  # noqa: S603 - ours


def end(processes: list[subprocess.Popen[bytes]]) -> None:
    """The workers first, and whoever does not hear is killed."""
    for each in reversed(processes):
        each.terminate()
    for each in processes:
        with suppress(subprocess.TimeoutExpired):
            each.wait(10)
        each.kill()


def main() -> None:
    """Until Ctrl-C, or until one of them ends by itself."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else _free_port()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with TemporaryDirectory(prefix="mingshan-cluster-") as name:
        folder = Path(name)
        make_keys(folder)
        processes = begin(folder, port, count_cores())
        try:
            print(f"mingshan build --workers tls://{HOST}:{port} --keys {folder}", flush=True)  # noqa: T201
            while all(each.poll() is None for each in processes):
                time.sleep(0.5)
        except KeyboardInterrupt:
            pass
        finally:
            end(processes)


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind((HOST, 0))
        number: int = bound.getsockname()[1]
        return number


if __name__ == "__main__":
    main()

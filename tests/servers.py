"""The web servers that the guide explains, run as it says: its own lines, with another address and folder in them."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.demonstration import HOUSE

GUIDE = HOUSE / "content" / "guides" / "server.md"
HOST = "www.example.gov.cn"
ROOT = "/srv/mingshan"
NGINX = """daemon off; {user} pid {place}/pid; error_log {place}/log; worker_processes 1;
events {{ }}
http {{
access_log off; client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi;
uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi; default_type application/octet-stream;
{example}
}}
"""
APACHE = """Listen 127.0.0.1:{port}
ServerRoot {place}
PidFile {place}/pid
ErrorLog {place}/log
TypesConfig /etc/mime.types
{modules}
{example}
"""
LIBRARY = "/usr/lib/apache2/modules"
MODULES = "mpm_event authz_core mime dir alias headers filter deflate"
"""Those that Debian loads by itself, and those that the guide names."""
DIRECTORY_INDEX = "DirectoryIndex index.html\n"


def example(language: str, part: int = 0) -> str:
    """What the guide says to write into the server's file."""
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[part]


@contextmanager
def nginx(folder: Path, prefix: str = "/", more: str = "") -> Iterator[str]:
    """Debian's nginx on a folder, which may still be empty, below a path; gives the address of its home page."""
    with _place(folder, prefix) as (place, port):
        text = _adapted(example("nginx"), place, prefix).replace("listen 80;", f"listen 127.0.0.1:{port};")
        text = text.rstrip().removesuffix("}") + more + "}\n"
        user = "user root;" if os.geteuid() == 0 else ""
        (place / "conf").write_text(NGINX.format(place=place, user=user, example=text), "utf-8")
        with _running(["nginx", "-c", str(place / "conf")], port):
            yield f"http://127.0.0.1:{port}{prefix}"


@contextmanager
def caddy(folder: Path) -> Iterator[str]:
    """Caddy, without a certificate."""
    with _place(folder, "/") as (place, port):
        text = _adapted(example("caddyfile"), place, "/").replace(HOST, f"http://127.0.0.1:{port}", 1)
        (place / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text, "utf-8")
        with _running(["caddy", "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"], port):
            yield f"http://127.0.0.1:{port}/"


@contextmanager
def apache(folder: Path) -> Iterator[str]:
    """Apache with the modules that the guide names; it may not read everything, so the site is copied."""
    with _place(folder, "/") as (place, port):
        (place / "www" / "current").unlink()
        shutil.copytree(folder, place / "www" / "current").chmod(0o755)
        text = _adapted(example("apache"), place, "/").replace("*:80", f"127.0.0.1:{port}")
        loaded = "".join(
            f"LoadModule {each}_module /usr/lib/apache2/modules/mod_{each}.so\n" for each in MODULES.split()
        )
        user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
        conf = APACHE.format(port=port, place=place, modules=loaded, example=DIRECTORY_INDEX + user + text)
        (place / "conf").write_text(conf, "utf-8")
        with _running(["apache2", "-X", "-f", str(place / "conf")], port):
            yield f"http://127.0.0.1:{port}/"


def _adapted(text: str, place: Path, prefix: str) -> str:
    return text.replace(ROOT, str(place / "www")).replace("/404.html", f"{prefix}404.html")


@contextmanager
def _place(folder: Path, prefix: str) -> Iterator[tuple[Path, int]]:
    """Room for a server's files, the site standing where `publish` would put it, and a free port."""
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        place = Path(name)
        place.chmod(0o755)
        current = place / "www" / "current"
        site = current / prefix.strip("/")
        site.parent.mkdir(parents=True, exist_ok=True)
        site.symlink_to(folder, target_is_directory=True)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        yield place, port


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[None]:
    program = shutil.which(command[0], path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, f"tests/install-servers installs {command[0]}"
    with subprocess.Popen([program, *command[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            _wait(server, port)
            yield
        finally:
            server.terminate()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        assert server.poll() is None, server.stdout and server.stdout.read().decode()
        with socket.socket() as knocking:
            if not knocking.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise AssertionError("the server does not answer")

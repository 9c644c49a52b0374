"""`mingshan serve` in a real browser: an edit shows by itself, and so does a fault."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from tests.repositories import make_instance

MINGSHAN = [str(Path(sys.executable).with_name("mingshan"))]
PROJECT = "data/projects/p2026-001.yaml"
NAME = "示例重病家庭补助项目"


class Preview(NamedTuple):
    """An instance that is being previewed."""

    root: Path
    home: str


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = make_instance(tmp_path / "instance")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*MINGSHAN, "serve", "--root", str(root), "--port", str(port), "--as-of", "2026-11-25"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr
    for line in server.stderr:
        if "预览地址" in line:
            break
    yield Preview(root, f"http://127.0.0.1:{port}/")
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=120)
    assert server.returncode == 0


def test_an_edit_shows_in_the_open_page_and_a_fault_says_what_is_wrong(browser: Browser, preview: Preview) -> None:
    file = preview.root / PROJECT
    before = file.read_text("utf-8")
    page = browser.new_page()
    page.goto(preview.home + "projects/p2026-001/")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    file.write_text(before.replace("name: ", "name: 改过的名称 # ", 1), "utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("改过的名称", timeout=30_000)
    file.write_text(before.replace("budget: ", "budget: 很多 # ", 1), "utf-8")
    expect(page.get_by_role("alert")).to_contain_text(PROJECT, timeout=30_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("改过的名称")
    file.write_text(before, "utf-8")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    page.close()

"""A folder of search documents to Pagefind's index of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from generator.base.disk import refuse_unwritten
from generator.base.lost_work import refuse_killed

LANGUAGE = "en"
"""Pairs of characters are no language; this one makes Pagefind take words as they stand between spaces."""
_TIMEOUT = 900


def run_pagefind(documents: Path, glob: str, target: Path) -> str | None:
    """Index the documents that `glob` names into the folder `target`; gives what went wrong, if anything."""
    from pagefind_bin import get_executable  # wanted by those who build alone

    shutil.rmtree(target, ignore_errors=True)
    command = [str(get_executable()), "--site", str(documents), "--glob", glob]
    command += ["--output-path", str(target), "--force-language", LANGUAGE, "--quiet"]
    try:
        run = subprocess.run(  # noqa: S603 - Pagefind's own program, no shell
            command, cwd=documents, capture_output=True, text=True, timeout=_TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        return f"超过 {_TIMEOUT} 秒没有完成"
    refuse_killed("建立搜索索引（Pagefind）", run.returncode)
    refuse_unwritten(run.stderr, target)
    if run.returncode or not (target / "pagefind-entry.json").is_file():
        return (run.stderr or run.stdout).strip() or f"程序以代码 {run.returncode} 退出"
    return None

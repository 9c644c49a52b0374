"""A folder of Markdown and a configuration to a folder of HTML: one run of MkDocs, or its last output again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.base.disk import refuse_unwritten
from generator.base.lost_work import refuse_killed
from generator.model.json_value import Written
from generator.publish.manifest import file_digest, replace_file

_PROGRAMS = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
"""Another version of these may draw another page."""
_TIMEOUT = 900
_DONE = "done.json"
_TEMPLATES = "overrides/"
_DAY_WORDS = (b"build_date", b"update_date", b"SOURCE_DATE_EPOCH")
"""By these names MkDocs tells templates which day it is."""
_PLACES = {"docs_dir": "docs", "site_dir": "site"}
"""Relative to the derived `mkdocs.yml`; Zensical knows no absolute ones."""


@dataclass(frozen=True, slots=True)
class MkDocsRun:
    """`files` are to be laid below `folder`: where each comes from, or its text. MkDocs writes `site/` there."""

    folder: Path
    config: Written
    files: Mapping[str, Path | str]

    @property
    def site(self) -> Path:
        """Where MkDocs writes."""
        return self.folder / "site"


@dataclass(frozen=True, slots=True)
class MkDocsOutcome:
    """`digest` stands for all inputs of the run, `lines` are what MkDocs printed."""

    digest: str
    lines: tuple[str, ...]
    failed: bool


def run_mkdocs(runs: Iterable[MkDocsRun], as_of: date) -> tuple[MkDocsOutcome, ...]:
    """Run MkDocs for each, side by side; a run whose inputs are those of its last success is not repeated."""
    started = [
        (run, digest, None if _is_done(run, digest) else _start(run, as_of)) for run, digest in _digests(runs, as_of)
    ]
    try:
        return tuple(_finish(run, digest, process) for run, digest, process in started)
    except BaseException:
        for run, _, process in started:
            _abandon(run, process)
        raise


def _abandon(run: MkDocsRun, process: subprocess.Popen[str] | None) -> None:
    """What nobody waits for any more must not go on writing, nor leave half a folder on a disk that is full."""
    if process is not None:
        process.kill()
        process.wait()
        shutil.rmtree(run.folder, ignore_errors=True)


def _digests(runs: Iterable[MkDocsRun], as_of: date) -> Iterator[tuple[MkDocsRun, str]]:
    shared = tuple(version(name) for name in _PROGRAMS)
    for run in runs:
        files = (f"{name} {_identity(origin)}" for name, origin in sorted(run.files.items()))
        day = str(as_of) if _may_print_day(run) else ""
        words = "\n".join((day, *shared, _as_json(run.config), *files))
        yield run, blake2b(words.encode(), digest_size=16).hexdigest()


def _may_print_day(run: MkDocsRun) -> bool:
    """Material does not say on which day it ran; a plugin, or a template of an instance, may."""
    templates = (origin for name, origin in run.files.items() if name.startswith(_TEMPLATES))
    texts = (origin.encode() if isinstance(origin, str) else origin.read_bytes() for origin in templates)
    return bool(run.config.get("plugins")) or any(word in text for text in texts for word in _DAY_WORDS)


def _as_json(config: Written) -> str:
    """A day among the settings is the text that somebody wrote."""
    return json.dumps(config, ensure_ascii=False, indent=1, default=str)


def _identity(origin: Path | str) -> str:
    """A file is the same while its content is: one of the same size and time may be another, or lie elsewhere."""
    return origin if isinstance(origin, str) else file_digest(origin)


def _is_done(run: MkDocsRun, digest: str) -> bool:
    return _read_done(run).get("digest") == digest and run.site.is_dir()


def _read_done(run: MkDocsRun) -> dict[str, Any]:
    try:
        document = json.loads((run.folder / _DONE).read_bytes())
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def _start(run: MkDocsRun, as_of: date) -> subprocess.Popen[str]:
    shutil.rmtree(run.folder, ignore_errors=True)
    for name, origin in run.files.items():
        _lay_file(run.folder / name, origin)
    (run.folder / "overrides").mkdir(parents=True, exist_ok=True)
    # Only `read` knows YAML, and JSON is YAML.
    (run.folder / "mkdocs.yml").write_text(_as_json({**run.config, **_PLACES}), "utf-8")
    # -P: a file named markdown.py in the instance must not become a module of MkDocs.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "-f", str(run.folder / "mkdocs.yml")]
    return subprocess.Popen(  # noqa: S603 - fixed words, no shell
        command, cwd=run.folder, env=_environment(as_of), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _lay_file(target: Path, origin: Path | str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(origin, str):
        target.write_text(origin, "utf-8")
        return
    try:
        os.link(origin, target)
    except OSError:
        shutil.copyfile(origin, target)


def _environment(as_of: date) -> dict[str, str]:
    """MkDocs dates its pages by SOURCE_DATE_EPOCH and wraps its messages at COLUMNS."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "FORCE_COLOR")}
    noon = datetime(as_of.year, as_of.month, as_of.day, 4, tzinfo=UTC)
    ours = {
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    return kept | ours


def _finish(run: MkDocsRun, digest: str, process: subprocess.Popen[str] | None) -> MkDocsOutcome:
    if process is None:
        return MkDocsOutcome(digest, tuple(_read_done(run)["lines"]), failed=False)
    try:
        printed, _ = process.communicate(timeout=_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return MkDocsOutcome(digest, (f"超过 {_TIMEOUT} 秒没有完成",), failed=True)
    refuse_killed("生成页面框架（MkDocs）", process.returncode)
    lines = tuple(printed.replace(f"{run.folder}{os.sep}", "").splitlines())
    if process.returncode:
        refuse_unwritten(printed, run.folder)
        return MkDocsOutcome(digest, lines, failed=True)
    replace_file(run.folder / _DONE, json.dumps({"digest": digest, "lines": lines}, ensure_ascii=False))
    return MkDocsOutcome(digest, lines, failed=False)

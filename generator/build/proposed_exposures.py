"""A proposed change to what it exposes besides the files as they lie there: earlier commits, messages, its own text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.build.examining import examine_content
from generator.build.tracked import is_specimen, read_specimens, tracked_files
from generator.check.personal.clearing import remaining_problems
from generator.check.personal.exposures import ExposureKind
from generator.check.personal.problems import found_in_history
from generator.check.personal.suspects import find_passage_suspects
from generator.model.catalogue import Catalogue
from generator.model.passage import Passage
from generator.model.problem import Problem
from generator.model.suspect import Suspect
from generator.publish.commit_contents import read_messages, read_proposed
from generator.publish.revisions import RevisionSpan

_PUBLIC = frozenset(
    {ExposureKind.LANDLINE, ExposureKind.ADDRESS, ExposureKind.EMAIL, ExposureKind.NAME, ExposureKind.SITUATION}
)
"""Where these stand in an earlier version of a record, nobody can tell any more what its column was for."""


def find_proposed_problems(
    root: Path, span: RevisionSpan, catalogue: Catalogue, text: str, excused_by: Catalogue
) -> tuple[Problem, ...]:
    """What every commit between base and head brought, what was said of it, and what the request says."""
    suspects = (*_in_history(root, span, catalogue), *_in_words(root, span, text), *_newly_excused(root, span))
    return tuple(dict.fromkeys(remaining_problems(suspects, catalogue, excused_by=excused_by)))


def read_request(file: Path | None) -> str:
    """Title and text of a request: out of the event that a forge writes down, else the file as it is."""
    try:
        written = file.read_text("utf-8", "replace") if file else ""
        event = json.loads(written) if written.lstrip().startswith("{") else None
    except (OSError, ValueError):
        return ""
    if not isinstance(event, dict):
        return written
    request = event.get("pull_request")
    said = (request.get(name) for name in ("title", "body")) if isinstance(request, dict) else ()
    return "\n".join(str(each) for each in said if each)


def _in_history(root: Path, span: RevisionSpan, catalogue: Catalogue) -> Iterator[Suspect]:
    patterns = read_specimens(root, span.fork)
    records = tuple(f"{each.records_folder}/" for each in catalogue.datasets.values())
    for found in read_proposed(root, span.fork, span.newest):
        if is_specimen(found.path, patterns):
            continue
        for suspect in examine_content(found.data, found.path)[0]:
            if not (suspect.kind in _PUBLIC and found.path.startswith(records)):
                yield replace(suspect, problem=found_in_history(suspect.problem, found.path, found.commit))


def _in_words(root: Path, span: RevisionSpan, text: str) -> Iterator[Suspect]:
    for commit, message in read_messages(root, span.fork, span.newest):
        yield from find_passage_suspects(".git", (Passage(f"提交 {commit} 的说明", message),))
    yield from find_passage_suspects(".git", (Passage("拉取请求的标题和说明", text),))


def _newly_excused(root: Path, span: RevisionSpan) -> Iterator[Suspect]:
    """A change cannot excuse its own files from being looked into."""
    now, before = read_specimens(root), read_specimens(root, span.fork)
    if now == before:
        return
    for file in tracked_files(root):
        if is_specimen(file, now) and not is_specimen(file, before):
            with suppress(OSError):  # one that cannot be opened is told where all files are looked into
                yield from examine_content((root / file).read_bytes(), file)[0]

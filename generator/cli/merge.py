"""Lay a workbook over the data: what is wrong with it, what it would change, and then the change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, NoReturn

import typer

from generator.build.pipeline import Checked, read_catalogue
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import CLEAN, PROBLEMS_FOUND, finish, silent
from generator.features.changes.diff_report import ChangesFormat, render_changes
from generator.features.changes.diff_sentences import view_changes
from generator.features.changes.record_changes import compare_catalogues
from generator.link.expired_consents import find_expired, hide_expired
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.problem import has_errors
from generator.model.project import Project
from generator.publish.mirror import write_changed
from generator.verbs.merge import Merge, merge_workbook


class MergeWishes(NamedTuple):
    """`keep_good`: take the rows without faults although others have some; `write`: not only show what would change."""

    keep_good: bool
    write: bool


def merge_file(project: Project, checked: Checked, dataset: Dataset, file: Path, wishes: MergeWishes) -> NoReturn:
    """Read the workbook, say what it would change, and write it when asked to; ends the verb."""
    whole, day = read_catalogue(project, silent).catalogue, project.as_of
    merge = merge_workbook(whole, dataset, file, project.settings.smallest_count, find_expired(whole, day))
    finish(tuple(each for each in checked.problems if each.location.file in merge.files))
    print(render_report(merge.problems, ReportFormat.TEXT))
    faulty = has_errors(merge.problems)
    if faulty and not wishes.keep_good:
        print("什么也没有写入。改正以后再导入；想先导入没有问题的行，加 --keep-good。")
        raise typer.Exit(PROBLEMS_FOUND)
    print(_summary(hide_expired(whole, day), replace(merge, after=hide_expired(merge.after, day))))
    if not merge.files:
        print("没有变化，没有写入。")
    elif wishes.write:
        for name, text in merge.files.items():
            write_changed(project.root / name, text)
        print(f"已写入 {'、'.join(merge.files)}。接下来：运行 mingshan check。")
    else:
        print("以上只是预览。确认无误后加 --write 写入。")
    raise typer.Exit(PROBLEMS_FOUND if faulty else CLEAN)


def _summary(catalogue: Catalogue, merge: Merge) -> str:
    """The rows read, and what changes for the public, as `mingshan diff` would say it."""
    comparison = compare_catalogues(catalogue, merge.after, lambda *_: False)
    changes = render_changes(view_changes(comparison), ChangesFormat.TEXT)
    return "\n".join(part for part in (f"读到 {merge.rows} 行。", changes) if part)

"""Write the files that follow from the declarations and codelists."""

from __future__ import annotations

from pathlib import Path

from generator.build.pipeline import open_project, read_catalogue
from generator.cli.exit_codes import finish, silent
from generator.cli.options import Root, read_day
from generator.exchange.derived import derived_files
from generator.model.problem import has_errors
from generator.publish.mirror import write_changed


def derive(root: Root = Path()) -> None:
    """重写由声明和代码表得出的文件：编辑器用的 JSON Schema，代码库用的 CODEOWNERS 和议题表单。"""
    project, problems = open_project(root, read_day(""), None)
    if has_errors(problems):
        finish(problems)
    linked = read_catalogue(project, silent)
    if has_errors(linked.problems):
        finish(linked.problems)
    for file, text in derived_files(linked.catalogue).items():
        if write_changed(project.root / file, text):
            print(file)

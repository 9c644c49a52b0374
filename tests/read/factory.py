"""Datasets for the tests of reading, built by hand so that they need no checked declaration."""

from __future__ import annotations

from pathlib import Path

from generator.model.dataset import Category, Dataset, Directory, Field, Nesting
from generator.model.problem import Problem
from generator.model.table import Cell
from generator.read.sources import find_sources
from generator.read.tables import read_tables


def field(name: str, title: str = "", type_: str = "string", required: bool = False, delimiter: str = ",") -> Field:
    descriptor = {"name": name, "type": type_, "delimiter": delimiter}
    return Field(name, type_, title or name, "", required, type_, False, (), None, descriptor)


def codes(name: str, title: str, delimiter: str) -> Field:
    descriptor = {"name": name, "type": "list", "delimiter": delimiter}
    return Field(name, "list", title, "", False, "list", False, (Category("a", "甲"),), None, descriptor)


def directory(nesting: Nesting | None = None) -> Directory:
    return Directory(
        label="name", summary=None, columns=(), filters=(), links=(), layout=(), order=(), sort=(),
        minimum=0, maximum=1_000_000, privacy="public", hierarchy=None, ended=None, nesting=nesting,
        pages=True, menu=None,
    )  # fmt: skip


def dataset(name: str, path: str, *fields: Field, key: tuple[str, ...] = ("id",)) -> Dataset:
    return Dataset(name, f"示例{name}", "", f"data/{name}", path, fields, key, directory(), {}, "digest")


def nested(name: str, inside: str, parent: str, *fields: Field) -> Dataset:
    nesting = Nesting(inside, name, parent)
    return Dataset(
        name, f"示例{name}", "", f"data/{name}", "", fields, (parent, "id"), directory(nesting), {}, "digest"
    )


WINDOWS = dataset(
    "windows",
    "{division}.csv",
    field("division", "所在区", required=True),
    field("id", "窗口编号", required=True),
    field("name", "窗口名称", required=True),
    codes("groups", "服务对象", ";"),
    field("papers", "材料", "list", delimiter=";"),
    field("note", "备注"),
    key=("division", "id"),
)

DISCLOSURES = nested(
    "disclosures",
    "projects",
    "project",
    field("project", "项目", required=True),
    field("id", "公开编号", required=True),
    field("date", "公开日期"),
)

PROJECTS = dataset(
    "projects",
    "{id}.yaml",
    field("id", "项目编号", required=True),
    field("name", "项目名称", required=True),
    field("groups", "帮扶对象", "list"),
    field("summary", "简介"),
)


def write(root: Path, file: str, content: str | bytes) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


class Reading:
    """What reading one file of a dataset gives, in the words tests use."""

    def __init__(self, root: Path, kind: Dataset, file: str, content: str | bytes, *children: Dataset) -> None:
        write(root, f"{kind.folder}/{file}", content)
        sources, found = find_sources(root, kind)
        self.tables, read = read_tables(root, kind, children, sources)
        self.problems: tuple[Problem, ...] = found + read

    @property
    def rules(self) -> list[str]:
        return [problem.rule.code for problem in self.problems]

    @property
    def records(self) -> list[dict[str, Cell]]:
        return self.records_of(0)

    def records_of(self, index: int) -> list[dict[str, Cell]]:
        table = self.tables[index]
        return [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    @property
    def only(self) -> Problem:
        (problem,) = self.problems
        return problem

    @property
    def place(self) -> tuple[int | None, int | None]:
        return self.only.location.line, self.only.location.column


def windows(root: Path, content: str | bytes) -> Reading:
    return Reading(root, WINDOWS, "120101.csv", content)


def project(root: Path, content: str | bytes) -> Reading:
    return Reading(root, PROJECTS, "p1.yaml", content, DISCLOSURES)

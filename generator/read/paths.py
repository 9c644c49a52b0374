"""The `path` of a declaration to a pattern that recognises its files and takes columns from their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PART = re.compile(r"\{(\w+)\}|(\*+)")


@dataclass(frozen=True, slots=True)
class PathPattern:
    """`expression` matches a file's path inside the dataset's folder; its groups are `columns`, in order."""

    expression: re.Pattern[str]
    columns: tuple[str, ...]
    depth: int

    @property
    def is_one_file(self) -> bool:
        """Whether the path names a single file."""
        return not self.columns and "[^/]" not in self.expression.pattern

    def match(self, path: str) -> Mapping[str, str] | None:
        """The columns the path gives; None when this is not a file of the dataset."""
        found = self.expression.fullmatch(path)
        return dict(zip(self.columns, found.groups(), strict=True)) if found else None


def path_pattern(path: str) -> PathPattern:
    """`{period}/{division}.csv`: braces stand for a column, `*` for any name, both within one folder."""
    expression, columns, end = "", [], 0
    for part in _PART.finditer(path):
        column = part[1]
        expression += re.escape(path[end : part.start()])
        expression += f"(?P<{column}>[^/]+?)" if column and column not in columns else ""
        expression += f"(?P={column})" if column in columns else ""
        expression += "" if column else "[^/]*"
        columns += [column] if column and column not in columns else []
        end = part.end()
    return PathPattern(re.compile(expression + re.escape(path[end:])), tuple(columns), path.count("/"))

"""What may be published is written, with its entries in the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.features.statistics.entering import NewEdition, write_edition
from generator.features.statistics.protect.keys import read_key
from generator.features.statistics.protect.policy import Policy
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.manifest import replace_file


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be published, as text, and the report on it; neither while there are errors.

    `files` are the same figures by the path below the dataset's folder, where the dataset keeps a file for each place.
    """

    text: str
    report: str
    problems: tuple[Problem, ...]
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HowMade:
    """What the ledger says of an edition: the rules, the key by its name, and why an earlier one was not left."""

    policy: Policy
    key: Path | None = None
    reason: str = ""

    def words(self) -> Mapping[str, str]:
        """As columns of the ledger."""
        key = read_key(self.key.read_text("utf-8", "replace")) if self.key else None
        rules = {"k": str(self.policy.k), "percent": str(self.policy.percent)}
        return {**rules, "key_name": key.name if key else "", "reason": self.reason}


def write_protected(project: Project, catalogue: Catalogue, output: Path, made: Protected, how: HowMade) -> None:
    """The file, or a file for each place, and their entries in the ledger."""
    for name, text in made.files.items() or (("", made.text),):
        write_file(project, catalogue, output / name, text, how.words())


def write_file(project: Project, catalogue: Catalogue, file: Path, text: str, made: Mapping[str, str]) -> None:
    """A file of a declared table is an edition of it; any other is only written."""
    inside = file.resolve()
    if not inside.is_relative_to(project.root.resolve()):
        replace_file(file, text)
        return
    path = inside.relative_to(project.root.resolve()).as_posix()
    write_edition(project, catalogue, NewEdition(path, text.encode(), project.as_of.isoformat(), made))

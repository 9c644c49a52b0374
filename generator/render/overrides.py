"""An instance's own templates to those that no longer apply: moved, or asking for a relation by an old name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.catalogue import Catalogue
from generator.model.feature import Features, record_templates
from generator.model.problem import Location, Problem
from generator.model.role import FORMER_NAMES, ROLES
from generator.render.problems import relation_renamed, template_unused

FOLDER = "theme/templates"
MOVED: Mapping[str, str] = {
    "occasion.html": "calendar/occasion.html",
    "catalogues/board.html": "editions/board.html",
    "catalogues/period.html": "editions/half_year.html",
    "editions/period.html": "editions/half_year.html",
    "duties/parts.html": "duties/duty_lines.html",
    "gaps/parts.html": "gaps/cells_and_legend.html",
    "gaps/category.html": "gaps/board_of_category.html",
    "gaps/place.html": "gaps/board_of_place.html",
    "search.html": "search_page.html",
    "find/district.html": "finder/district.html",
    "find/need.html": "finder/need.html",
    "find/start.html": "finder/start.html",
    "problems/all.html": "help/problems.html",
    "problems/problem.html": "help/problem.html",
    "admin/index.html": "help/forms.html",
    "report.html": "report_error_link.html",
    "review.html": "changes/review_page.html",
}
"""Where the generator's own templates stood before, and where they stand now."""
_RELATION = re.compile(rf"[\"']({'|'.join(FORMER_NAMES)})\.([a-z_]+)[\"']")


def find_outdated_templates(root: Path, shipped: Path, catalogue: Catalogue, features: Features) -> Iterator[Problem]:
    """Each file of the instance's folder that nothing looks for, and each relation asked for by an old name."""
    if root / FOLDER == shipped:
        return
    own = {path.relative_to(root / FOLDER).as_posix(): path for path in sorted((root / FOLDER).rglob("*.html"))}
    texts = {name: path.read_text("utf-8", errors="replace") for name, path in own.items()}
    for name, text in texts.items():
        named = any(name in each for other, each in texts.items() if other != name)
        if not (named or (shipped / name).is_file() or _is_of_a_dataset(name, catalogue)):
            yield _unused(name, features)
        yield from _old_relations(name, text, catalogue)


def _is_of_a_dataset(name: str, catalogue: Catalogue) -> bool:
    return name.removesuffix(".html").removesuffix(".listing") in catalogue.datasets


def _unused(name: str, features: Features) -> Problem:
    role = FORMER_NAMES.get(name.removesuffix(".html"), "")
    now = MOVED.get(name) or (f"{record_templates(features).get(role, f'records/{role}')}.html" if role else "")
    return template_unused(f"{FOLDER}/{name}", now and f"{FOLDER}/{now}")


def _old_relations(name: str, text: str, catalogue: Catalogue) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        for former, field in _RELATION.findall(line):
            role = FORMER_NAMES[former]
            dataset = catalogue.datasets.get(former)
            if former not in ROLES and (dataset is None or dataset.directory.role == role):
                yield relation_renamed(Location(f"{FOLDER}/{name}", number), f"{former}.{field}", f"{role}.{field}")

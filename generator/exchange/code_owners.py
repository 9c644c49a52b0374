"""Who reviews what, as the data say, to the file by which a forge asks them: `.github/CODEOWNERS`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.record import Record

CODE_OWNERS_FILE = ".github/CODEOWNERS"
REVIEWERS = "reviewer"
_CONTENT, _ENGINE = "content", "engine"
"""What is not data: articles, and the program with its settings."""
_HEAD = "# 由 mingshan derive 按 {folder}/ 生成，请勿手工修改。后面的行优先。\n"

Teams = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Review:
    """The division of labour: rows in the order of the table, and the places they speak of."""

    catalogue: Catalogue
    rows: Sequence[Record]

    def teams(self, kind: str, place: Record | None) -> Teams:
        """Those of the nearest place that has any: first for this kind, then for everything."""
        around = (place, *self.catalogue.ancestors(place)) if place else self._tops()
        for each in around:
            for wanted in (kind, ""):
                found = [row for row in self.rows if row.values["division"] == each.key and _covers(row, wanted)]
                if found:
                    return tuple(dict.fromkeys(team for row in found for team in _words(row, "teams")))
        return ()

    def _tops(self) -> tuple[Record, ...]:
        """Places of reviewers that belong to no other place."""
        places = self.catalogue.with_role("place")
        named = dict.fromkeys(str(row.values["division"]) for row in self.rows)
        return tuple(places[key] for key in named if not self.catalogue.ancestors(places[key]))


def code_owners(catalogue: Catalogue) -> str | None:
    """The whole file; None where nobody is named."""
    review = _Review(catalogue, tuple(catalogue.with_role(REVIEWERS).values()))
    table = catalogue.dataset_with(REVIEWERS)
    if table is None or not review.rows:
        return None
    lines = (f"{pattern} {' '.join(teams)}\n" for pattern, teams in _lines(review))
    return "".join((_HEAD.format(folder=table.folder), *lines))


def read_owners(text: str) -> tuple[tuple[re.Pattern[str], Teams], ...]:
    """The file as a forge reads it: patterns with their teams; a later line wins, one without teams takes them away."""
    lines = (line.split("#")[0].split() for line in text.splitlines())
    return tuple((_matcher(words[0]), tuple(words[1:])) for words in lines if words)


def owners_of(owners: Sequence[tuple[re.Pattern[str], Teams]], path: str) -> Teams:
    """Who must look at a change of this path."""
    return next((teams for pattern, teams in reversed(owners) if pattern.fullmatch(path)), ())


def _matcher(pattern: str) -> re.Pattern[str]:
    """`/a` is at the top, `a/b` too, `a` anywhere; what stands below a folder belongs to it."""
    plain = pattern.strip("/")
    anywhere = not pattern.startswith("/") and "/" not in plain
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", plain)
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    middle = "".join(signs.get(part, re.escape(part)) for part in parts)
    below = "/.*" if pattern.endswith("/") else "" if plain.endswith("/*") else "(?:/.*)?"
    return re.compile(f"{'(?:.*/)?' if anywhere else ''}{middle}{below}", re.DOTALL)


def _lines(review: _Review) -> Iterator[tuple[str, Teams]]:
    """Later lines win: the whole, then kinds, then places; declarations and this very table belong to the engine."""
    engine, general = review.teams(_ENGINE, None), review.teams("", None)
    yield "*", engine
    yield "/content/", review.teams(_CONTENT, None)
    yield "/data/", general
    for dataset in review.catalogue.datasets.values():
        if dataset.directory.nesting is None:
            kind = review.teams(dataset.name, None)
            if kind != general:
                yield f"/{dataset.folder}/", kind
            yield from _places(review, dataset, kind)
    yield "/data/**/dataset.yaml", engine
    if table := review.catalogue.dataset_with(REVIEWERS):
        yield f"/{table.folder}/", engine


def _places(review: _Review, dataset: Dataset, kind: Teams) -> Iterator[tuple[str, Teams]]:
    """The files of each place, where the path says which place a file is of."""
    places = review.catalogue.named("place")
    named = [name for name in re.findall(r"\{(\w+)\}", dataset.path) if dataset.columns[name].target == places]
    if not named:
        return
    for place in review.catalogue.with_role("place").values():
        teams = review.teams(dataset.name, place)
        if teams != kind:
            yield f"/{dataset.folder}/{_pattern(dataset.path, named, place.key)}", teams


def _pattern(path: str, named: Sequence[str], key: str) -> str:
    """The declared path with one place's key in it and anything for the rest."""
    return re.sub(r"\{(\w+)\}", lambda part: key if part[1] in named else "*", path)


def _covers(row: Record, kind: str) -> bool:
    kinds = _words(row, "kinds")
    return kind in kinds if kind else not kinds


def _words(row: Record, name: str) -> tuple[str, ...]:
    value = row.values[name]
    return value if isinstance(value, tuple) else ()

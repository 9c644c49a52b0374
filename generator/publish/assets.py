"""The theme's and MkDocs' own style sheets, scripts and pictures to files to publish."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.model.project import Project
from generator.publish.manifest import file_digest
from generator.publish.shell import Shell
from generator.publish.site_writing import Output

_FOLDER = "assets/mingshan/"
MATERIAL = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Where MkDocs puts all of Material's files, whether the theme's `main.html` loads them or not."""
WORKERS = "assets/javascripts/workers/"
"""Material's own search, which ours replaces."""
OTHERS = frozenset({"sitemap.xml", "sitemap.xml.gz"})
"""MkDocs knows only its own pages; a sitemap of all pages must come from the plan."""


def find_theme_assets(project: Project) -> tuple[Output, ...]:
    """The files of `theme/assets/`, the instance's over the generator's, below `assets/mingshan/`."""
    folders = dict.fromkeys((project.theme / "assets", project.root / "theme" / "assets"))
    found = {name: path for folder in folders for name, path in _files(folder)}
    return tuple(_output(_FOLDER + name, path) for name, path in sorted(found.items()))


def find_shell_assets(shell: Shell) -> tuple[Output, ...]:
    """What MkDocs wrote besides pages: pictures and documents of `content/`, and what pages load of Material."""
    files = dict(_files(shell.site))
    pages = "".join(path.read_text("utf-8") for name, path in files.items() if name.endswith(".html"))
    wanted = (name for name in files if not name.endswith(".html") and name not in OTHERS and _is_loaded(name, pages))
    return tuple(_output(name, files[name]) for name in sorted(wanted))


def _is_loaded(name: str, pages: str) -> bool:
    if not name.startswith(MATERIAL):
        return True
    return not name.startswith(WORKERS) and name.rpartition("/")[2] in pages


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Regular files by name relative to `folder`; links and hidden files are left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path


def _output(address: str, path: Path) -> Output:
    return Output(address, path, file_digest(path))

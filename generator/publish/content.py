"""The folder of prose to the files MkDocs may see and the addresses their pages will have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from generator.model.problem import Location, Problem
from generator.model.problems import UNREADABLE_FILE, UNSAFE_NAME
from generator.model.rule import Rule
from generator.model.signs import is_safe_name
from generator.publish.problems import CONTENT_PLACE, CONTENT_SYMLINK, CONTENT_TYPE

CONTENT_FOLDER = "content"
_PAGE = ".md"
ATTACHMENTS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".pdf", ".csv", ".xlsx", ".docx", ".zip", ".txt")
"""No `.html`, `.js` or `.svg`: they could run scripts from our own address, past the Content-Security-Policy."""
_SEARCH_INDEX = "pagefind/"
INDEXES = ("index", "README")
"""MkDocs shows these at the folder's own address."""


@dataclass(frozen=True, slots=True)
class Content:
    """One file that people wrote, relative to `content/`; `address` is None for attachments."""

    file: str
    address: str | None

    @property
    def place(self) -> str:
        """Where it stands on the site, attachments too."""
        return self.file if self.address is None else self.address

    @property
    def source(self) -> str:
        """The file, relative to the project's root."""
        return f"{CONTENT_FOLDER}/{self.file}"


def find_content(root: Path, records: tuple[str, ...] = ()) -> tuple[tuple[Content, ...], tuple[Problem, ...]]:
    """Every file of `content/` that may be published, sorted; links and types that may carry scripts are problems.

    `records` are folders (relative to the root) whose articles are records of a dataset, which MkDocs never sees.
    """
    if (root / CONTENT_FOLDER).is_symlink():
        return (), (_linked(CONTENT_FOLDER),)
    files = sorted(
        file for file in _files(root / CONTENT_FOLDER) if not f"{CONTENT_FOLDER}/{file}".startswith(_below(records))
    )
    refused = {f"{CONTENT_FOLDER}/{file}": problem for file in files for problem in _check_file(root, file)}
    content = tuple(Content(file, _address(file)) for file in files)
    return tuple(each for each in content if each.source not in refused), tuple(refused.values())


def _below(folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{folder}/" for folder in folders)


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        linked = [each for each in folders if Path(place, each).is_symlink()]
        folders[:] = [each for each in folders if not each.startswith(".") and each not in linked]
        for name in (*names, *linked):
            if not name.startswith("."):
                yield Path(place, name).relative_to(folder).as_posix()


def _check_file(root: Path, file: str) -> Iterator[Problem]:
    path = root / CONTENT_FOLDER / file
    if not all(map(is_safe_name, file.split("/"))):
        shown = file.encode("utf-8", "replace").decode()
        said = "文件或文件夹的名称里有不允许的字符，没有发布。"
        hint = "换一个名称：只用汉字、字母、数字和短横线；从压缩包里解出来的乱码名称，请重新命名。"
        yield _problem(UNSAFE_NAME, shown, said, hint)
    elif path.is_symlink():
        yield _linked(f"{CONTENT_FOLDER}/{file}")
    elif not _opens(path):
        yield _problem(UNREADABLE_FILE, file, "文件无法打开，没有发布。", "检查读取权限，或重新放入文件本身。")
    elif file.startswith(_SEARCH_INDEX):
        message = f"{_SEARCH_INDEX} 是网站放搜索索引的地方，不能放别的文件。"
        yield _problem(CONTENT_PLACE, file, message, "换一个文件夹名称。")
    elif path.suffix.lower() not in (_PAGE, *ATTACHMENTS):
        allowed = "、".join((_PAGE, *ATTACHMENTS))
        message = f"不能发布这种类型的文件；可以用的类型有：{allowed}。"
        yield _problem(CONTENT_TYPE, file, message, "图片请转为 PNG 或 WebP，文件请转为 PDF，正文请写成 Markdown。")


def _opens(path: Path) -> bool:
    """Whether this is a file at all (a pipe would never end) that we may read."""
    try:
        with path.open("rb") if path.is_file() else nullcontext():
            return path.is_file()
    except OSError:
        return False


def _linked(file: str) -> Problem:
    message = "这是一个符号链接，可能指向目录之外的文件，没有发布。"
    return Problem(CONTENT_SYMLINK, Location(file), message, "改为放入文件本身。")


def _address(file: str) -> str | None:
    stem, dot, ending = file.rpartition(".")
    if dot + ending != _PAGE:
        return None
    folder, slash, name = stem.rpartition("/")
    return f"{folder}{slash}" if name in INDEXES else f"{stem}/"


def _problem(rule: Rule, file: str, message: str, hint: str) -> Problem:
    return Problem(rule, Location(f"{CONTENT_FOLDER}/{file}"), message, hint)

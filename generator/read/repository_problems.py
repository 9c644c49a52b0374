"""What must not lie in a repository: links, submodules, a cache, names that some systems take for one."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.chapters import CHAPTERS_FILES, RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity
from generator.read.names_in_messages import shown, shown_path

SYMLINK = Rule(
    "symlink",
    Severity.ERROR,
    CHAPTERS_FILES,
    9,
    title="有符号链接",
    cause=(
        "这是一个符号链接（类似快捷方式），指向别处的文件、文件夹或者已经没有的文件。跟着它读，"
        "可能把不该公开的东西公开出去；模板、设置里的链接也一样。"
    ),
    mending="删去链接，把真正的文件放到这里。",
    bad="data/notes/n2.yaml → /etc/hostname",
    good="data/notes/n2.yaml（文件本身）",
)


def link_in_tree(path: str) -> Problem:
    """A link is read wherever it leads, on whatever machine builds the site."""
    said, hint = "这是一个符号链接，可能指向代码库之外的文件。", "把真正的文件放到这里，不要用链接。"
    return Problem(SYMLINK, Location(shown_path(path)), said, hint)


def leads_out(file: str) -> Problem:
    """Links that leave `data/` (or lead to a folder, or nowhere) would publish what is not data."""
    return Problem(
        SYMLINK,
        Location(shown_path(file)),
        "这是一个指向 data/ 之外（或指向文件夹、不存在的文件）的链接，没有读取。",
        "把真正的文件放到这里，不要用链接。",
    )


TREE_ENTRY = Rule(
    "tree-entry",
    Severity.ERROR,
    RUNNING,
    34,
    title="代码库里有不收的东西",
    cause="子模块指向别的代码库，内容可以随时换掉；.gitattributes 能让改动在网页上看不见，或者取出来变了样。",
    mending="子模块换成文件本身；.gitattributes 里只留 text 和 eol，其余由维护者写进 trusted.yaml。",
    bad="*.yaml -diff",
    good="*.yaml text eol=lf",
)


def submodule(path: str) -> Problem:
    """What stands in another repository can be exchanged without anybody reviewing it here."""
    said = "这是一个子模块（或套在里面的代码库），内容在别处，可以随时换掉。"
    return Problem(TREE_ENTRY, Location(shown_path(path.rstrip("/"))), said, "换成文件本身。")


def attributes_refused(place: Location, refused: Iterable[str]) -> Problem:
    """Attributes by which a change is not seen, or a file is fetched otherwise than it was reviewed."""
    return Problem(
        TREE_ENTRY,
        place,
        f".gitattributes 里不能写 {'、'.join(map(shown, refused)) or '[attr]'}：改动会看不见，或取出来变样。",
        "只留 text 和 eol；别的由维护者写进 trusted.yaml 的 attributes，合并以后才能用。",
    )


CACHE_TRACKED = Rule(
    "cache-tracked",
    Severity.ERROR,
    RUNNING,
    37,
    title="代码库里有 .mingshan 文件夹",
    cause=".mingshan 存的是上一次算好的结果。随修改一起送来的结果没有人审得了，采用了，坏页面就会当作已经查过的发布。",
    mending="运行 git rm -r --cached .mingshan，在 .gitignore 里写上 .mingshan/；这次没有用里面的任何内容。",
    bad="git add -f .mingshan",
    good=".mingshan/",
)


def cache_tracked(path: str, folder: str) -> Problem:
    """What somebody worked out elsewhere and sent along."""
    hint = f"运行 git rm -r --cached {folder}，并在 .gitignore 里写上 {folder}/。"
    said = f"代码库里收了 {folder}（上一次算好的结果）。里面的内容没有采用。"
    return Problem(CACHE_TRACKED, Location(shown_path(path)), said, hint)


CASE_COLLISION = Rule(
    "case-collision",
    Severity.ERROR,
    RUNNING,
    35,
    title="两个文件名只有大小写不同",
    cause="在 Windows 和 macOS 上，这两个名称是同一份文件：取出来的是哪一份，全凭先后。",
    mending="给其中一份改名。",
    bad="content/help.md 和 content/Help.md",
    good="content/help.md 和 content/help-2.md",
)


def case_collision(path: str, other: str) -> Problem:
    """Two files here, one file on Windows and macOS."""
    said = f"和“{shown_path(other)}”只有大小写（或字的编码）不同，在 Windows 和 macOS 上是同一个。"
    return Problem(CASE_COLLISION, Location(shown_path(path)), said, "给其中一个改名。")


REPOSITORY_RULES = (
    TREE_ENTRY,
    CACHE_TRACKED,
    CASE_COLLISION,
    SYMLINK,
)

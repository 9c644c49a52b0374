"""What keeps the search index from being made."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SEARCH_INDEX = Rule(
    "search-index",
    Severity.ERROR,
    RUNNING,
    19,
    title="搜索索引没有生成",
    cause="生成索引的程序出了错，常见的是磁盘满了、缓存文件夹没有权限。网站没有更新，原来的照旧。",
    mending="检查磁盘空间，重新运行一次；仍然失败的，把完整输出交给维护人员。",
    bad="磁盘已满时运行 mingshan build",
    good="清出空间以后再运行 mingshan build",
)


def search_index_failed(failure: str) -> Problem:
    """Pagefind gave up; its last words are kept."""
    said = [line for line in failure.splitlines() if not line.startswith(("note:", "stack backtrace"))]
    message = f"搜索索引没有生成（Pagefind：{said[-1]}）。"
    hint = "重新运行一次；如果仍然失败，请把完整输出交给维护人员。"
    return Problem(SEARCH_INDEX, Location("search/"), message, hint)


SEARCH_RULES = (SEARCH_INDEX,)

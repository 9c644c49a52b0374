"""An address to what was read for it, in words, and what of that was another when it was last drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.base.memoising import QUESTION
from generator.base.noted_day import HAS_COME, THE_DAY, THE_MONTH, THE_YEAR
from generator.base.reads import Read
from generator.model.noted import (
    ALL_DECLARED,
    CHANGED_ON,
    DECLARED,
    KEYS_OF,
    LINKS_TO,
    ONE_RECORD,
    PICTURE_IN,
    RECORDS_OF,
)
from generator.model.noted_settings import SETTING
from generator.model.source import AS_WRITTEN, DOWNLOADS, DRAWN_WITH, FACETS, FILE_AT, PAGE
from generator.store.answers import read_answers

_WORDS: Mapping[str, Callable[..., str]] = {
    ONE_RECORD: lambda dataset, key: f"记录 {dataset}/{key}",
    LINKS_TO: lambda relation, key="全部": f"通过 {relation} 指向 {key} 的记录",
    RECORDS_OF: lambda dataset: f"{dataset} 的全部记录",
    KEYS_OF: lambda dataset: f"{dataset} 有哪些记录、怎样排列",
    DECLARED: lambda dataset: f"{dataset} 的声明",
    ALL_DECLARED: lambda: "全部数据集的声明",
    SETTING: lambda name: f"设置 {name}",
    DRAWN_WITH: lambda name: f"模板 {name}",
    CHANGED_ON: lambda file="全部": f"{file} 最近一次改动的日期",
    PICTURE_IN: lambda file="全部": f"图片 {file}",
    THE_DAY: lambda: "按哪一天计算",
    HAS_COME: lambda day, moves: f"到了 {day} 没有{_moved(moves)}",
    THE_MONTH: lambda moves: f"现在是几月{_moved(moves)}",
    THE_YEAR: lambda moves: f"现在是哪一年{_moved(moves)}",
    DOWNLOADS: lambda: "网站有哪些文件",
    FACETS: lambda dataset: f"{dataset} 列表的筛选项",
    FILE_AT: lambda address: f"有没有 {address} 这个文件",
    AS_WRITTEN: lambda address: f"文件 {address} 的大小和校验值",
    PAGE: lambda address: f"有没有 {address} 这一页",
    QUESTION: lambda name, given: f"另外算出的结果 {name.rpartition('.')[2]}{given}",
}


def explain(folder: Path, address: str) -> Iterator[str]:
    """What was read for a page or file, a line each; what had changed when it was last drawn comes first."""
    kept = read_answers(folder)
    answer = kept.answers.get(address)
    if answer is None:
        yield f"没有记下 {address} 读过什么：没有这一页，或者它每次都重写（文章），或者按内容比较（印刷品）。"
        return
    changed = dict.fromkeys(answer.changed)
    if not changed:
        yield f"{address}：记下以来没有因为数据变化重画过（第一次生成，或者程序、声明的结构变了，全部重画）。"
    yield from (f"{address}：变了——{_say(kept.reads[each])}" for each in changed)
    yield from (f"{address}：读了——{_say(kept.reads[each])}" for each in answer.reads if each not in changed)


def _moved(moves: str) -> str:
    """Months (`m`) and days (`d`) by which today was moved first, and to the first of its month (`f`)."""
    units = {"m": "个月", "d": "天"}
    steps = ("到当月一日" if each == "f" else f"{each[1:]} {units[each[0]]}" for each in moves.split(",") if each)
    return f"（先把今天移{'、再移'.join(steps)}）" if moves else ""


def _say(read: Read) -> str:
    return _WORDS[read[0]](*read[1:])

"""What a build did, stage by stage, to a table of the time it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from generator.base.metrics import Spent, Work, take

_SHOWN = 15
"""Of each kind; the rest takes less."""
_KINDS = {"template": "模板", "file": "文件格式", "question": "计算（含其中的）"}


class BuildStages:
    """Passes on what is said, and remembers when."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say, self._begun = say, [(time.monotonic(), "打开站点")]

    def say(self, what: str) -> None:
        """The next stage begins."""
        self._begun.append((time.monotonic(), what))
        self._say(what)

    def table(self) -> str:
        """Seconds on the clock of each stage; then processor seconds of all processes by template, format, question."""
        return "\n".join((*self._stages(), *_works()))

    def _stages(self) -> Iterator[str]:
        yield "阶段（钟表秒）"
        for (began, what), (ended, _) in pairwise((*self._begun, (time.monotonic(), ""))):
            yield f"{ended - began:9.3f}  {what}"


def _works() -> Iterator[str]:
    for kind, found in groupby(sorted(take().items()), key=lambda each: each[0][0]):
        yield f"{_KINDS[kind]}（处理器秒，次数）"
        longest = sorted(found, key=lambda each: -each[1].seconds)[:_SHOWN]
        yield from (_line(work, spent) for work, spent in longest)


def _line(work: Work, spent: Spent) -> str:
    return f"{spent.seconds:9.3f}  {spent.times:6}  {work[1]}"

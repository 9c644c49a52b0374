"""A process that the system ended before its work was done, to what is told of it: which work, and by what."""

from __future__ import annotations

import signal

OUT_OF_MEMORY = "内存不够"


class WorkLost(Exception):  # noqa: N818 - it is told as a problem, not as an error of the program
    """Work without a result, though nothing is wrong with what it was given.

    Both are words for people: `work` is what was being done, `cause` why it ended.
    """

    def __init__(self, work: str, cause: str) -> None:
        super().__init__(work, cause)
        self.work, self.cause = work, cause


def ended_by(code: int | None) -> str:
    """Why a process is gone, by its exit code; whoever runs out of memory is killed by the system."""
    if code == -signal.SIGKILL:
        return f"进程被系统结束，多半是{OUT_OF_MEMORY}"
    if code is not None and code < 0:
        return f"进程被信号 {-code} 结束"
    return "进程没有做完就结束了"


def refuse_killed(work: str, code: int) -> None:
    """Programs say by their exit code what is wrong; one that was killed has said nothing, so nothing may follow."""
    if code < 0:
        raise WorkLost(work, ended_by(code))

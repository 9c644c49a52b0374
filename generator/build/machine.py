"""A failure of the machine, which is no fault of data and no bug of ours, to the problem that tells of it."""

from __future__ import annotations

import errno

from generator.base.cores import WORKERS_VARIABLE
from generator.base.disk import REFUSALS
from generator.base.lost_work import OUT_OF_MEMORY, WorkLost
from generator.build.problems import DISK_FULL, WORK_LOST
from generator.model.problem import Location, Problem

_HERE = Location("本机")
_WHOLE = "这次运行"
_PROCESSES = (errno.ENOMEM, errno.EAGAIN)
_NO_THREAD = "can't start new thread"


def machine_problem(error: Exception) -> Problem | None:
    """What the machine failed us in; nothing where the error says something else."""
    match error:
        case WorkLost():
            return _lost(error.work or _WHOLE, error.cause)
        case MemoryError():
            return _lost(_WHOLE, OUT_OF_MEMORY)
        case OSError(errno=number) if number in REFUSALS:
            return _unwritten(str(error.filename or ""), REFUSALS[number])
        case OSError(errno=number) if number in _PROCESSES:
            return _lost(_WHOLE, f"{OUT_OF_MEMORY}，或者系统不让再开进程")
        case RuntimeError() if _NO_THREAD in str(error):
            return _lost(_WHOLE, f"{OUT_OF_MEMORY}，或者系统不让再开线程")
    return None


def _lost(work: str, cause: str) -> Problem:
    message = f"“{work}”没有做完：{cause}。没有发布任何内容，原来的网站照旧。"
    hint = f"关掉别的程序或者多给一些内存；也可以少用几个进程（在命令前面写 {WORKERS_VARIABLE}=1）。然后再运行一次。"
    return Problem(WORK_LOST, _HERE, message, hint)


def _unwritten(file: str, cause: str) -> Problem:
    return Problem(DISK_FULL, Location(file or _HERE.file), f"{cause}，文件没有写成。", "清出空间以后再运行一次。")

"""What only the whole flow can find wrong: the rules of what joins the stages."""

from __future__ import annotations

from generator.base.cores import WORKERS_VARIABLE
from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

AUDIT_MISSING = Rule(
    "audit-missing",
    Severity.ERROR,
    RUNNING,
    90,
    title="有统计表，却没有攻击统计表的检查",
    cause="数据里声明了统计表（dataset.yaml 的 statistics），可是程序里负责攻击它的那一项功能被拿掉了。没有攻击过的统计不能公布。",
    mending="把 generator/features/ 里的 statistics 和它在总表里的一行放回来；不公布统计的，删去声明里的 statistics。",
    bad="FEATURES 里没有 STATISTICS，data/statistics/ 里有统计表。",
    good="FEATURES 里有 STATISTICS，或者没有数据集声明 statistics。",
)


def audit_missing(declaration: str, title: str) -> Problem:
    """A table of counts that nothing attacks before it is published."""
    return Problem(
        AUDIT_MISSING,
        Location(declaration),
        f"“{title}”是统计表，程序里却没有攻击统计表的检查，不能发布。",
        "把 statistics 这项功能放回来；不公布统计的，删去声明里的 statistics。",
    )


WORK_LOST = Rule(
    "work-lost",
    Severity.ERROR,
    RUNNING,
    91,
    title="有一部分工作没有做完",
    cause="做这部分工作的进程被系统结束了，常见的是内存不够（机器小、容器或 ulimit 限得紧）。数据没有错，网站没有更新，原来的照旧。",
    mending="关掉别的程序，或者给机器、容器多一些内存；也可以少用几个进程：在命令前面写 MINGSHAN_WORKERS=1。然后再运行一次。",
    bad="在内存只有 512 MB 的容器里运行 mingshan build",
    good="MINGSHAN_WORKERS=1 mingshan build",
)


def work_lost(work: str, cause: str) -> Problem:
    """The machine had no room for what was to be done."""
    message = f"“{work}”没有做完：{cause}。没有发布任何内容，原来的网站照旧。"
    hint = f"关掉别的程序或者多给一些内存；也可以少用几个进程（在命令前面写 {WORKERS_VARIABLE}=1）。然后再运行一次。"
    return Problem(WORK_LOST, Location("本机"), message, hint)


def processes_refused(work: str, cause: str) -> Problem:
    """The system starts no more of them."""
    return work_lost(work, f"{cause}，或者系统不让再开进程")


def threads_refused(work: str, cause: str) -> Problem:
    """The system starts no more of them."""
    return work_lost(work, f"{cause}，或者系统不让再开线程")


DISK_FULL = Rule(
    "disk-full",
    Severity.ERROR,
    RUNNING,
    92,
    title="磁盘写不下了",
    cause="磁盘满了、配额用完了，或者磁盘出错，文件没有写成。已有的文件没有动。",
    mending="清出空间（可以删去 .mingshan 文件夹，它会重新生成），然后再运行一次。",
    bad="磁盘已满时运行 mingshan import",
    good="清出空间以后再运行 mingshan import",
)


def disk_full(file: str, cause: str) -> Problem:
    """The disk took no more."""
    return Problem(DISK_FULL, Location(file or "本机"), f"{cause}，文件没有写成。", "清出空间以后再运行一次。")


RULES = (AUDIT_MISSING, WORK_LOST, DISK_FULL)

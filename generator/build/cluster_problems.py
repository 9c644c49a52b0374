"""What can be wrong with the other machines that work for us."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

CLUSTER_UNFIT = Rule(
    "cluster-unfit",
    Severity.ERROR,
    RUNNING,
    96,
    title="别的机器用不上",
    cause="--workers 说的机器连不上，或者装的版本和这里不一样：别的版本画出来的是别的网页，混在一起就错了。什么也没有做。",
    mending="按提示改：让每台机器装同一个 requirements.lock，重新启动 scheduler 和 worker；急用时去掉 --workers，在本机生成。",
    bad="mingshan build --workers tls://10.0.0.5:8786\n（10.0.0.5 上的明善旧一版）",
    good="mingshan build",
)


def cluster_unfit(cause: str) -> Problem:
    """Nobody there may be given work."""
    hint = "让每台机器装同一个 requirements.lock，再启动 scheduler 和 worker；急用时去掉 --workers，在本机生成。"
    return Problem(CLUSTER_UNFIT, Location("别的机器"), f"{cause}。什么也没有做，原来的网站照旧。", hint)


CLUSTER_LOST = Rule(
    "cluster-lost",
    Severity.ERROR,
    RUNNING,
    97,
    title="别的机器没有把活做完",
    cause="分给别的机器的一项工作没有结果：调度程序断开了、干活的进程一再被结束，或者中途换了版本。数据没有错，网站没有更新，原来的照旧。",
    mending="看看那些机器是不是开着、内存够不够，再运行一次；急用时去掉 --workers，在本机生成。",
    bad="mingshan build --workers tls://10.0.0.5:8786\n（画到一半，10.0.0.5 关机了）",
    good="mingshan build",
)


def cluster_lost(work: str, cause: str) -> Problem:
    """Those who had begun it did not end it."""
    message = f"“{work}”没有做完：{cause}。没有发布任何内容，原来的网站照旧。"
    hint = "看看那些机器是不是开着、内存够不够，再运行一次；急用时去掉 --workers，在本机生成。"
    return Problem(CLUSTER_LOST, Location("别的机器"), message, hint)


RULES = (CLUSTER_UNFIT, CLUSTER_LOST)

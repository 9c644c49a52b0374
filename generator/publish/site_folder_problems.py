"""What keeps a build from its site's folder: another build, a stranger's files, a change half done."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SITE_NOT_OURS = Rule(
    "site-not-ours",
    Severity.ERROR,
    RUNNING,
    17,
    title="输出文件夹里有别的文件",
    cause="生成网站会更新整个输出文件夹。里面有不是本程序生成的文件，为免误删没有写入。",
    mending="换一个输出文件夹，或者确认不需要以后自己清空它。",
    bad="mingshan build -o 放着照片的文件夹",
    good="mingshan build -o site",
)


def site_not_ours(site: str) -> Problem:
    """A folder that holds what somebody else wrote."""
    return Problem(
        SITE_NOT_OURS,
        Location(site),
        f"输出目录 {site} 里已有不是由本程序生成的文件，为免误删没有写入。",
        "换一个输出目录，或者确认里面的内容不再需要后自行清空它。",
    )


BUILD_RUNNING = Rule(
    "build-running",
    Severity.ERROR,
    RUNNING,
    18,
    title="另一个生成过程正在运行",
    cause="同一个站点不能同时生成两次。预览（mingshan serve）开着时也算。",
    mending="等它结束，或者先停掉它。",
    bad="一个窗口开着 mingshan serve，另一个窗口运行 mingshan build",
    good="按 Ctrl-C 停掉预览，再运行 mingshan build",
)


def build_running(site: str) -> Problem:
    """Two builds at once would write into one folder."""
    hint = "等它结束，或先停掉它（例如正在运行的预览）再试。"
    return Problem(BUILD_RUNNING, Location(site), "另一个生成过程正在运行。", hint)


SITE_UNFINISHED = Rule(
    "site-unfinished",
    Severity.ERROR,
    RUNNING,
    93,
    title="网站没有写完",
    cause="上一次生成写到一半被结束了，输出文件夹里新旧网页混在一起，所以没有发布，也没有打包。",
    mending="运行一次 mingshan build，它会先把上一次的写完。读者看的应当是 mingshan publish 写的目录，不是 site。",
    bad="生成到一半断电以后，把 site 直接拷到服务器上",
    good="mingshan publish /srv/mingshan",
)


def site_unfinished(site: str) -> Problem:
    """Of some pages the old state was copied, of others the new."""
    message = f"{site} 里新旧网页混在一起：上一次生成没有写完。没有发布。"
    return Problem(SITE_UNFINISHED, Location(site), message, "运行一次 mingshan build，它会先写完。")


SITE_FOLDER_RULES = (
    SITE_NOT_OURS,
    BUILD_RUNNING,
    SITE_UNFINISHED,
)

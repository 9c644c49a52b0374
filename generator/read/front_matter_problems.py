"""What is wrong with the lines above an article or a page."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity
from generator.read.names_in_messages import shown
from generator.read.yaml_problems import DUPLICATE_KEY, FRONT_MATTER

FRONT_MATTER_KEY = Rule(
    "front-matter-key",
    Severity.ERROR,
    RUNNING,
    33,
    title="页首信息里有不能用的项",
    cause="页首信息（两行 --- 之间）里的 template、frame 会换掉整页的样子，绕过对正文的清理；别的项不起作用。",
    mending="只写标题（title）、说明（description）一类的项，其余删去。",
)


def front_matter_key_refused(place: Location, key: str) -> Problem:
    """A key by which a page would be drawn by another template, or hold code."""
    return Problem(
        FRONT_MATTER_KEY,
        place,
        f"页首信息里不能写“{shown(key)}”。",
        "只写 title（标题）、description（说明）一类的项；正文头几行写成“名称: 内容”，也算页首信息。",
    )


def front_matter_without_pairs(file: str, front: str) -> Problem:
    """Lines between the marks none of which is a pair of a name and a text: a colon of the wrong width, mostly."""
    lines = front.split("\n")
    at = next((at for at, line in enumerate(lines) if "：" in line and ": " not in line), 0)
    return Problem(
        FRONT_MATTER,
        Location(file, at + 2),
        "页首信息（两行 --- 之间）看不懂，会原样印在网页上给大家看。",
        "每行写成“名称: 内容”，用英文冒号，冒号后空一格。",
    )


def front_matter_not_closed(file: str) -> Problem:
    """Lines above a page that end nowhere: all of the page is printed as it stands in the file."""
    said = "页首信息没有收尾：第一行是 ---，下面却没有第二行 ---，会原样印在网页上。"
    return Problem(FRONT_MATTER, Location(file, 1), said, "在页首信息的最后一行下面加一行 ---。")


def no_front_matter(file: str) -> Problem:
    """An article says what it is between two lines of three hyphens at its very top."""
    return Problem(
        FRONT_MATTER,
        Location(file, 1),
        "文章开头没有页首信息，整篇没有读取。",
        "第一行写 ---，接着一行一项写“名称: 内容”，再写一行 ---，下面才是正文；用 mingshan new 可以得到现成的样子。",
    )


def written_above(file: str, body: str, title: str) -> Problem:
    """The text of an article stands below its front matter, not in it."""
    return Problem(
        DUPLICATE_KEY,
        Location(file, field=body),
        f"“{title}”写在了页首信息里，又要从下面的正文读取。",
        f"删去页首信息里的 {body} 一项，把它的内容写到正文里。",
    )


FRONT_MATTER_RULES = (FRONT_MATTER_KEY,)

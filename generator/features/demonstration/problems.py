"""What is wrong when a demonstration looks real, or a real site still shows what was invented."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SAMPLE_LEFT = Rule(
    "sample-left",
    Severity.WARNING,
    RUNNING,
    40,
    title="正式网站上还有示例号码",
    cause="示例号码没有人接。网站去掉了“演示站点”，来求助的人会以为是真的窗口、真的电话。",
    mending="换成这个单位真实的公开电话；整条都是示例的，删去。还没有准备好上线的，把 demonstration 改回 true。",
)


def samples_left(place: Location, record: str, title: str, count: int) -> Problem:
    """The first of `count` invented numbers in the dataset called `title`."""
    message = f"{title}里还有 {count} 个示例号码，这是第一个。"
    return Problem(SAMPLE_LEFT, place, message, "换成真实的公开电话，或者删去这些示例记录。", record)


DEMONSTRATION_AUTHORITY = Rule(
    "demonstration-authority",
    Severity.ADVICE,
    RUNNING,
    41,
    title="演示站点写了真实的主办单位",
    cause="演示站点的内容是虚构的。谁都可以拿去改一份，写上真实机关的名称，看起来就像官方网站。所以演示的时候，名称里没有“示例”的主办单位，哪里都不印。",
    mending="演示用的写“示例市民政局”这样的名称；真要上线的，换成真实内容，再把 demonstration 改为 false。",
)


def authority_not_printed() -> Problem:
    """A demonstration names somebody real."""
    return Problem(
        DEMONSTRATION_AUTHORITY,
        Location("mkdocs.yml"),
        "这是演示站点，写的主办单位不是示例，所以页眉、页脚和下载的文件里都没有印。",
        "演示时写“示例市民政局”这样的名称；上线时把 demonstration 改为 false。",
    )


RULES = (SAMPLE_LEFT, DEMONSTRATION_AUTHORITY)

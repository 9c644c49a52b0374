"""What keeps a purge from being done, or from being whole."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.rule import Rule, Severity

PURGE_REFUSED = Rule(
    "purge-refused",
    Severity.ERROR,
    RUNNING,
    42,
    title="现在不能从历史里删除",
    cause="从历史里删除不能撤销，所以要先有墓碑和批准、要在干净的代码库里做，最新的一版里也已经没有它。",
    mending="先照常提交一次修改：删去内容，在 墓碑的文件夹里写墓碑和批准；合并以后再运行。",
    bad="mingshan purge p2026-003 data/…/p2026-003.yaml（墓碑还没有写）",
    good="先提交墓碑，再运行同一条命令",
)
PURGE_REMAINS = Rule(
    "purge-remains",
    Severity.ERROR,
    RUNNING,
    43,
    title="历史里还没有删干净",
    cause="改写以后又把全部对象查了一遍，还找得到。多半是别的文件里也写过，或者文件改过名。",
    mending="把提示里的文件也写进命令，再做一次；做完以前不要推送。",
    bad="mingshan purge p2026-003 data/…/p2026-003.yaml",
    good="mingshan purge p2026-003 data/…/p2026-003.yaml content/files/p2026-003",
)
RULES = (PURGE_REFUSED, PURGE_REMAINS)

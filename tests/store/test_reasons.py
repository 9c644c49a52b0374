"""Why a page was drawn again is told in words: what it read, and what of that had changed."""

from __future__ import annotations

from pathlib import Path

from generator.base.metrics import take
from generator.cli.build_stages import BuildStages
from generator.store.reasons import explain
from tests.instances import build, make_site
from tests.repositories import edit

CLUB = "data/clubs/music.yaml"


def test_a_page_says_what_it_read_and_what_had_changed(tmp_path: Path) -> None:
    root = make_site(tmp_path / "instance", "complete")
    take()
    assert build(root) == ()
    memory = root / ".mingshan"
    first = list(explain(memory, "clubs/music/"))
    assert "没有因为数据变化重画过" in first[0]
    assert {"clubs/music/：读了——记录 clubs/music", "clubs/music/：读了——记录 regions/9902"} <= set(first)
    edit(root, CLUB, "示例音乐社", "示例合唱团")
    assert build(root) == ()
    told = list(explain(memory, "clubs/music/"))
    assert told[0] == "clubs/music/：变了——记录 clubs/music"
    assert not [line for line in explain(memory, "clubs/quiet/") if "变了" in line and "clubs/music" in line]
    assert "没有记下 nobody/" in next(explain(memory, "nobody/"))


def test_metrics_tell_stages_templates_and_calculations(tmp_path: Path) -> None:
    root, said = make_site(tmp_path / "instance", "complete"), []
    take()
    stages = BuildStages(said.append)
    stages.say("检查")
    assert build(root) == ()
    table = stages.table()
    assert said == ["检查"] and "阶段（钟表秒）" in table and "  检查" in table
    assert "模板（处理器秒，次数）" in table and "计算（含其中的）（处理器秒，次数）" in table

"""What is sent of the sayings beside the points: nothing that these tell already, and all that a bureau says."""

from __future__ import annotations

from pathlib import Path

from generator.build.pipeline import check_project, open_project
from generator.features.words.lexicon import lexicon
from tests.instances import DAY, make_site, silent, write

OWN = "phrase,needs\n小炕桌坏了,rehab\n照料老人,home-care\n"


def test_what_a_bureau_says_is_sent_whole_and_what_points_tell_is_not(tmp_path: Path) -> None:
    """Points tell 住院费 (shipped) as 医药费 and 照料老人 as 上门照料; the bureau's 照料老人 is sent nevertheless."""
    root = make_site(tmp_path, "minimal")
    write(root, "data/sayings/own.csv", OWN)
    project, _ = open_project(root, DAY, None)
    rows = lexicon(check_project(project, silent).catalogue)["sayings"]
    sent = {row[1]: row[0] for row in rows if len(row) == 2}
    assert "小炕桌坏了" in sent["rehab"] and "照料老人" in sent["home-care"]
    assert "住院费" not in sent.get("medical-bills", "")

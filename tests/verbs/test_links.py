"""Every link that leads out of a site, with the files it stands in, and the report of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.build.pipeline import open_project
from generator.model.probe import LinkOutcome, Probe
from generator.verbs.links import follow_outside_links
from generator.verbs.links_report import outside_links_report
from tests.cli.instances import mingshan
from tests.instances import DAY, make_site, silent, write

GONE, MOVED, NEW = "https://a.cn/gone", "https://b.cn/old", "https://b.cn/new"


def answer(addresses: Sequence[str]) -> tuple[Probe, ...]:
    known = {GONE: (LinkOutcome.GONE, "对方回答没有这一页（404）"), MOVED: (LinkOutcome.MOVED, NEW)}
    return tuple(Probe(address, *known.get(address, (LinkOutcome.WORKS, ""))) for address in addresses)


def test_links_of_data_and_articles_are_followed_and_the_report_says_what_to_mend(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(root, "data/notes/n1.yaml", f"name: 见 {GONE}\n")
    write(root, "content/index.md", f"# 示例站\n\n[甲]({GONE}) [乙]({MOVED}) [丙](https://c.cn/)\n")
    project, _ = open_project(root, DAY, None)
    report = outside_links_report(follow_outside_links(project, silent, answer))
    assert report.splitlines() == [
        "## 外部链接：3 个网址，1 个正常",
        "",
        "### 打不开的，请改正或删去（1 个）",
        "",
        f"- `{GONE}`：对方回答没有这一页（404）。在 `content/index.md`、`data/notes/n1.yaml`",
        "",
        "### 已经搬家的，请换成新网址（1 个）",
        "",
        f"- `{MOVED}`：新网址 `{NEW}`。在 `content/index.md`",
    ]


def test_the_verb_prints_the_report_and_fails_nobody(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(root, "content/index.md", "# 示例站\n\n[内部](http://127.0.0.1/) [示例](https://example.org/)\n")
    done = mingshan("links", "--root", root)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "## 外部链接：1 个网址，0 个正常")
    assert "只有内部网络才打得开" in done.stdout

"""What came of following links to a short report in Markdown: what to mend first, then what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.probe import LinkOutcome, Probe
from generator.render.markdown import code, plain

SECTIONS = {
    LinkOutcome.GONE: "打不开的，请改正或删去",
    LinkOutcome.INSIDE: "只有内部网络才打得开，公众看不到，请删去",
    LinkOutcome.MOVED: "已经搬家的，请换成新网址",
    LinkOutcome.UNSURE: "程序打不开、人也许打得开的，请点开看一眼",
}
_MOST_FILES = 3


def outside_links_report(probes: Sequence[Probe]) -> str:
    """The whole text."""
    works = sum(probe.outcome is LinkOutcome.WORKS for probe in probes)
    lines = [f"## 外部链接：{len(probes)} 个网址，{works} 个正常"]
    for outcome, title in SECTIONS.items():
        found = [probe for probe in probes if probe.outcome is outcome]
        if found:
            lines += ["", f"### {title}（{len(found)} 个）", "", *map(_line, found)]
    return "\n".join(lines)


def _line(probe: Probe) -> str:
    detail = f"新网址 {code(probe.detail)}" if probe.outcome is LinkOutcome.MOVED else plain(probe.detail)
    return f"- {code(probe.address)}：{detail}。在 {'、'.join(_places(probe.files))}"


def _places(files: Sequence[str]) -> Iterator[str]:
    yield from (code(file) for file in files[:_MOST_FILES])
    if len(files) > _MOST_FILES:
        yield f"等 {len(files)} 份文件"

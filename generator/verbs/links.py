"""A project to what came of following every link in its data and articles that leads out of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.build.pipeline import Checked, Say, check_project
from generator.exchange.link_probing import probe_all
from generator.model.outgoing_links import gather_addresses, record_texts
from generator.model.probe import Probe
from generator.model.project import Project
from generator.read.text import read_text

Ask = Callable[[Sequence[str]], tuple[Probe, ...]]
"""Asks for addresses; tests ask machines of their own."""


def follow_outside_links(project: Project, say: Say, ask: Ask = probe_all) -> tuple[Probe, ...]:
    """Every address once, with the files it stands in."""
    checked = check_project(project, say)
    addresses = gather_addresses((*record_texts(checked.catalogue), *_articles(project, checked)))
    say(f"访问 {len(addresses)} 个网址")
    return tuple(probe._replace(files=addresses[probe.address]) for probe in ask(tuple(addresses)))


def _articles(project: Project, checked: Checked) -> Iterator[tuple[str, str]]:
    for page in checked.content:
        if page.address is not None:
            text, _ = read_text(project.root, page.source)
            yield page.source, text or ""

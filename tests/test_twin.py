"""No dataset is known by its name: a twin whose datasets all have other names makes the same site under these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator.build.pipeline import check_project, open_project
from generator.build.staleness import template_folders
from generator.exchange.starter_site import create_example
from generator.features import FEATURES
from generator.features.duties import board_sheets
from generator.model.feature import block_kinds, file_kinds
from generator.model.problem import has_errors
from generator.model.source import Source
from generator.render.pages import block_renderer, render_page
from generator.render.templates import Templates, template_environment
from tests.demonstration import HOUSE, PACKS, reduced
from tests.instances import DAY, build, files_of, make_site, silent
from tests.known import lay_audits
from tests.rules import RULES
from tests.twin import SUFFIX, as_original, make_twin

SUMS = "opendata/index.html"
"""Tells size and sum of every file in which a name stands."""
TEXTS = (".html", ".json", ".csv", ".xml", ".ics", ".atom", ".txt", ".js", ".css")


@dataclass(frozen=True)
class Site:
    """What an instance would publish: every page and text file by its address, and the problems it has."""

    files: dict[str, str]
    problems: list[str]


@dataclass(frozen=True)
class Told:
    """A file as others tell of it: how large it is depends on the names in it, so here all are alike."""

    size: int = 1000
    digest: str = "0" * 64


@pytest.fixture(scope="module", autouse=True)
def sheets_by_count() -> Iterator[None]:
    """Names of lines tell where a sheet of duties ends, and the twin's have other names: here numbers alone do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(board_sheets, "_is_an_end", lambda _name: False)
        yield


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = reduced(tmp_path_factory.mktemp("original"))
    lay_audits(root)
    return drawn(root)


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """With the original's names put back into everything it says."""
    root = reduced(tmp_path_factory.mktemp("twin"))
    make_twin(root)
    return drawn(root)


def drawn(root: Path) -> Site:
    """Every page, block and text file; frames, search and printing say nothing that these do not."""
    project, problems = open_project(root, DAY, None)
    checked = check_project(project, silent)
    assert not has_errors((*problems, *checked.problems)), [*problems] + [
        each for each in checked.problems if each.rule.severity == "error"
    ]
    source = Source(checked.catalogue, checked.plan, project.settings, DAY, {}, checked.pictures, rules=RULES)
    source = replace(source, files={each.address: Told() for each in source.plan.downloads})
    environment = template_environment(template_folders(project))
    files = {as_original(address): plain(as_original(text)) for address, text in texts(environment, source)}
    told = sorted(f"{each.rule.code} {each.location.file} {each.message} {each.hint}" for each in checked.problems)
    return Site(files, [as_original(each) for each in told])


def texts(environment: Templates, source: Source) -> Iterator[tuple[str, str]]:
    for page in source.plan.pages:
        fragment = render_page(environment, source, page, FEATURES)
        yield page.address, f"{fragment.title} {fragment.description} {fragment.head} {fragment.content}"
    fill = block_renderer(environment, source, FEATURES)
    yield from ((f"block {name}", fill(name, "")) for name in block_kinds(FEATURES))
    kinds = file_kinds(FEATURES)
    for download in source.plan.downloads:
        made = kinds[download.format].write(source, download) if download.format in kinds else ""
        yield download.address, made if isinstance(made, str) else ""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """All that a whole build of a small instance with something of everything publishes; then its twin's."""
    roots = [tmp_path_factory.mktemp(name) / "instance" for name in ("small", "small-twin")]
    for root in roots:
        assert not create_example(HOUSE, root)
        make_site(root, "golden")
        settings = root / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").replace(PACKS, "window_packs: false"), "utf-8")
    make_twin(roots[1])
    assert not has_errors((*build(roots[0]), *build(roots[1])))
    assert (roots[1] / "site" / f"projects{SUFFIX}").is_dir()
    one, other = (
        {
            as_original(address): content
            for address, content in files_of(root / "site").items()
            if not address.startswith("pagefind/")
        }
        for root in roots
    )
    return one, other


def plain(text: str) -> str:
    """Without pictures of addresses, sums of files and folds of lines, which differ where a name stands in them."""
    text = re.sub(r"\r?\n ", "", text)
    text = re.sub(r"<svg.*?</svg>", "", text, flags=re.S)
    return re.sub(r'"(?:hash|bytes|version)": (?:"[^"]*"|[0-9]+)', "", text)


def test_the_twin_has_the_same_pages_and_files(original: Site, twin: Site) -> None:
    """At the same addresses but for the names."""
    assert sorted(original.files.keys() ^ twin.files.keys()) == []


def test_every_page_and_file_of_the_twin_says_the_same(original: Site, twin: Site) -> None:
    """Word for word, but for the names."""
    differing = {name for name, text in original.files.items() if twin.files.get(name) != text}
    assert sorted(differing) == []


def test_the_twin_has_the_same_problems(original: Site, twin: Site) -> None:
    assert original.problems == twin.problems


def test_a_whole_build_of_the_twin_publishes_the_same(published: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """Every page as readers get it, with its frame and menu; search's index has its own order, books their own QR."""
    original, twin = published
    assert sorted(original.keys() ^ twin.keys()) == []
    texts = [name for name in original if name.endswith(TEXTS) and name != SUMS]
    assert len(texts) > 200
    differing = {name for name in texts if as_read(original[name]) != as_read(twin[name])}
    assert sorted(differing) == []


def as_read(content: bytes) -> str:
    """The words that the search page loads are the only texts in another encoding, which is shorter."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return plain(as_original(text))

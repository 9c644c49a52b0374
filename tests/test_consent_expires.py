"""A kind of data the generator never heard of says on whose consent it rests; when that ends, nobody is shown."""

from __future__ import annotations

import gzip
import io
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.model.problem import Severity
from tests.instances import build, check, files_of, make_site
from tests.repositories import commit, edit, git, make_instance

PERSON, PICTURE = "何淑贤", "files/kanwang.png"
AGREED, ENDED = date(2025, 6, 30), date(2026, 11, 25)
RECORD = "data/visits/v1.yaml"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f6"
    "45400000000049454e44ae426082"
)


def with_visits(root: Path) -> Path:
    """A new instance with the new kind and its picture, committed."""
    make_instance(root)
    make_site(root, "visits")
    (root / "content/files").mkdir(parents=True, exist_ok=True)
    (root / "content" / PICTURE).write_bytes(PIXEL)
    commit(root, "visits")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_visits(tmp_path_factory.mktemp("visits") / "instance")


@pytest.fixture(scope="module")
def shown(root: Path) -> dict[str, bytes]:
    """What is published on the last day of the consent."""
    assert {each.severity for each in build(root, AGREED)} <= {Severity.ADVICE, Severity.WARNING}
    return files_of(root / "site")


@pytest.fixture(scope="module")
def hidden(root: Path, shown: dict[str, bytes]) -> dict[str, bytes]:
    """What is published after it, over the same site."""
    assert shown
    told = build(root, ENDED)
    assert {each.severity for each in told if each.location.file == RECORD} == {Severity.ADVICE}
    (reminder,) = (each for each in told if each.rule.code == "consent-ending")
    assert reminder.message == "本人同意已于2025年6月30日到期，探访的人、谈了什么、照片已不显示。"
    return files_of(root / "site")


def places(files: dict[str, bytes], word: str) -> set[str]:
    """The files that say a word, also packed in archives, compressed, or escaped as JSON may be."""
    forms = (word.encode(), word.encode("unicode_escape"))
    return {name for name, content in files.items() for text in texts(content) if any(form in text for form in forms)}


def texts(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def test_while_people_agree_they_are_shown(shown: dict[str, bytes]) -> None:
    """On the page, the list, cards of others, downloads, the API and in search, so that the next test can fail."""
    found = places(shown, PERSON)
    assert {"visits/v1/index.html", "visits/index.html", "downloads/visits.csv", "downloads/visits.json"} <= found
    assert {"organizations/shili-jijinhui/index.html", "downloads/visit_words.csv"} <= found
    assert PICTURE in shown and [name for name in found if name.startswith("pagefind/")]


def test_afterwards_no_file_of_the_site_holds_them(hidden: dict[str, bytes]) -> None:
    """Neither the name, nor what was said, nor the picture; the record keeps its address."""
    assert places(hidden, PERSON) == places(hidden, "膝头") == places(hidden, "留言说谢谢") == set()
    assert PICTURE not in hidden
    assert "visits/v1/index.html" in hidden


def test_the_workbook_of_what_is_there_does_not_hold_them(root: Path, tmp_path: Path) -> None:
    words = ["export", "visits", "-o", str(tmp_path / "v.xlsx"), "--root", str(root), "--as-of", ENDED.isoformat()]
    assert CliRunner().invoke(make_app(), words).exit_code == 0
    assert not places({"v.xlsx": (tmp_path / "v.xlsx").read_bytes()}, PERSON)


def test_a_workbook_that_comes_back_takes_nothing_away(root: Path, tmp_path: Path) -> None:
    """What it could not say any more stays in the file, to be renewed or deleted by whoever keeps it."""
    copy = Path(shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site", ".mingshan")))
    book = str(tmp_path / "v.xlsx")
    asked = ["--root", str(copy), "--as-of", ENDED.isoformat()]
    assert CliRunner().invoke(make_app(), ["export", "visits", "-o", book, *asked]).exit_code == 0
    edit(copy, RECORD, "五月的一次", "初夏的一次")
    done = CliRunner().invoke(make_app(), ["import", "visits", book, "--write", *asked])
    assert "五月" in done.stdout and PERSON not in done.stdout
    written = (copy / RECORD).read_text("utf-8")
    assert "五月的一次" in written and f"person: {PERSON}" in written and "留言说谢谢" in written


def test_a_comparison_does_not_repeat_them(root: Path, tmp_path: Path) -> None:
    """Although the change touches what they said; nobody's check fails for their consent."""
    copy = Path(shutil.copytree(root, tmp_path / "copy"))
    git(copy, "checkout", "-q", "-b", "proposal")
    edit(copy, RECORD, "膝头不再响了", "膝头还响")
    edit(copy, RECORD, "五月的一次", "初夏的一次")
    commit(copy, "change")
    done = CliRunner().invoke(make_app(), ["diff", "main", "--root", str(copy)])
    assert "初夏" in done.stdout and PERSON not in done.stdout and "膝头" not in done.stdout
    assert not [each for each in check(copy, ENDED) if each.severity is Severity.ERROR]


def test_going_back_does_not_show_them_again(root: Path, tmp_path: Path) -> None:
    """An earlier release that shows them stays where it is."""
    www = tmp_path / "www"

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(make_app(), [*words])
        return done.exit_code, done.stdout

    copy = Path(shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site", ".mingshan")))
    for day in (AGREED, ENDED):
        published = run("publish", str(www), "--root", str(copy), "--as-of", day.isoformat())
        assert published[0] == 0, published[1]
    code, said = run("rollback", str(www), "--as-of", ENDED.isoformat())
    assert code == 1 and "[rollback-consent]" in said and "visits/v1" in said and PERSON not in said
    assert (www / "current").readlink().name == "0002-2026-11-25"


def test_how_it_was_written_before_is_told_with_the_line_to_write(root: Path, tmp_path: Path) -> None:
    """A name of a field alone cannot end: one problem, and the data are not shown."""
    copy = Path(shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site", ".mingshan")))
    file = "data/visits/dataset.yaml"
    edit(
        copy,
        file,
        "{scope: agreed_to, basis: agreed_how, until: agreed_until, hides: [person, story, photo]}",
        "agreed_to",
    )
    (told,) = (each for each in check(copy, ENDED) if each.location.file == file and "consent" in each.message)
    assert (
        "consent: {scope: agreed_to, basis: 同意方式的字段, until: 到期日的字段, hides: [要隐去的字段]}" in told.message
    )

"""Building again: nothing is written without a reason, and what fails leaves visitors what they had."""

from __future__ import annotations

import gc
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from multiprocessing import active_children
from pathlib import Path

import pytest

from generator.base.cores import WORKERS_VARIABLE
from generator.model.catalogue import Catalogue
from tests.cli.instances import mingshan
from tests.instances import DAY, build, files_of, make_site, write
from tests.keeping import Kept
from tests.pages import article
from tests.repositories import edit

MUSIC = "data/clubs/music.yaml"
COMMAND = [sys.executable, "-c", "from generator.cli import main; main()", "build", "--as-of", DAY.isoformat()]
PROBLEMS, WRONG_USE, MACHINE_FAILED = 1, 2, 3
GUIDE, TEMPLATE = "content/guide/index.md", "theme/templates/clubs.html"
OTHER_LOOK = "{% extends 'record.html' %}{% block first %}<p>新的样子</p>{% endblock %}"
ENDLESS = "{% extends 'record.html' %}{% block main %}{% for _ in range(10 ** 12) %}{% endfor %}{% endblock %}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Kept]:
    """The complete site, built once."""
    made = make_site(tmp_path_factory.mktemp("built") / "instance", "complete")
    assert build(made) == ()
    return made, Kept(made)


@pytest.fixture
def root(built: tuple[Path, Kept]) -> Iterator[Path]:
    """The same for each test, whatever the one before did to it."""
    made, kept = built
    yield made
    kept.restore()


def times(root: Path) -> dict[str, int]:
    """When each published file was written."""
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def written_by(root: Path, change: Callable[[], object]) -> set[str]:
    """The pages and files that a build after a change writes, the search index aside."""
    before = times(root)
    change()
    assert build(root) == ()
    return {file for file, time in times(root).items() if before.get(file) != time and not file.startswith("pagefind/")}


def build_on_a_full_disk(root: Path) -> subprocess.CompletedProcess[str]:
    """`mingshan build` as a process of its own, which alone is limited."""
    command = [*COMMAND, "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, preexec_fn=full_disk, check=False)


def test_a_second_build_writes_nothing(root: Path) -> None:
    before = times(root)
    assert build(root) == ()
    assert times(root) == before


ITS_LISTS = {
    *("clubs/index.html", "clubs/district/9902/index.html", "clubs/place/9902/index.html", "regions/9902/index.html"),
    *("clubs/open_to_all/否/index.html", "clubs/status/已停止/index.html"),
    *("clubs/subjects/music/index.html", "clubs/subjects/writing/index.html"),
}
"""The lists that hold a card of the music club."""
TELL_OF_FILES = {
    *("downloads/datapackage.json", "opendata/index.html"),
    *("dcat/3.0/catalogue.ttl", "dcat/3.0/catalogue.jsonld"),
}
"""What tells the size and hash of every file."""
ALL_OF_IT = "database/v1/catalogue.db"
"""What holds everything that is given away."""
ITS_FILES = {
    *("clubs/music/index.html", "downloads/clubs.csv", "downloads/clubs.json", ALL_OF_IT, *TELL_OF_FILES),
    *("api/v1/datasets/clubs/records/music.json", "api/v1/datasets/clubs/lists/1.json"),
}
ITS_ROWS = {"take/clubs/rows.json"}
"""What tables are narrowed by: names, values of filters, amounts and days."""
ITS_NAME = {"admin/clubs.xlsx", "admin/offers.xlsx", "admin/forms/config.json"}
"""Where it can be chosen from a list of clubs."""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("budget: 0", "budget: 5", ITS_FILES | ITS_ROWS),
        ("budget: 0", "budget: 0\nsummary: 每周唱歌。", ITS_FILES | ITS_LISTS),
        (
            "示例音乐社",
            "示例歌唱社",
            {*ITS_FILES, *ITS_ROWS, *ITS_LISTS, *ITS_NAME, "clubs/calligraphy/index.html", "clubs/quiet/index.html"},
        ),
    ],
    ids=["shown-on-its-page", "shown-on-its-card", "named-by-others-and-its-neighbour"],
)
def test_an_edit_writes_the_pages_that_show_it_and_no_other(root: Path, old: str, new: str, expected: set[str]) -> None:
    assert written_by(root, lambda: edit(root, MUSIC, old, new)) == expected


def test_a_row_of_a_table_is_written_without_the_rows_beside_it(root: Path) -> None:
    row = "示例读帖课,calligraphy,"
    expected = {
        *("offers/2026H2/k2/index.html", "downloads/offers.csv", "downloads/offers.json", ALL_OF_IT, *TELL_OF_FILES),
        *("api/v1/datasets/offers/records/2026H2/k2.json", "api/v1/datasets/offers/lists/1.json"),
    }
    assert written_by(root, lambda: edit(root, "data/offers/2026H2/9901.csv", row, f"{row}7")) == expected


def test_an_article_is_written_alone(root: Path) -> None:
    assert written_by(root, lambda: edit(root, GUIDE, "先看", "请先看")) == {"guide/index.html"}


def test_a_template_redraws_what_it_draws(root: Path) -> None:
    drawn = written_by(root, lambda: write(root, TEMPLATE, OTHER_LOOK))
    assert drawn == {f"clubs/{name}/index.html" for name in ("calligraphy", "music", "quiet")}
    assert "新的样子" in article(root / "site", "clubs/music/")


def test_a_new_day_alone_writes_nothing_that_does_not_tell_the_day(root: Path) -> None:
    # Without a history, or a release of the data, the day stands for it.
    undated = {"downloads/resource-directory.xlsx", "opendata/index.html", "data-log/v1/log.xml"}
    before = times(root)
    assert build(root, DAY + timedelta(days=1)) == ()
    written = {file for file, time in times(root).items() if before.get(file) != time}
    # Cards say of which day they are, and feeds what ends within thirty.
    assert {file for file in written if not file.startswith(("embed/", "follow/"))} <= undated


def test_a_page_without_its_record_disappears_and_nobody_leads_to_it(root: Path) -> None:
    (root / "data/clubs/quiet.yaml").unlink()
    assert build(root) == ()
    # The pages of problems take their examples from this very site.
    left = {file: text for file, text in files_of(root / "site").items() if not file.startswith("problems/")}
    assert not [file for file, text in left.items() if "quiet" in file or "示例静心社".encode() in text]
    assert not {"clubs/page/2/index.html", "clubs/place/99/index.html"} & left.keys()


def test_the_same_inputs_give_the_same_bytes_wherever_and_whatever_was_built_before(root: Path, tmp_path: Path) -> None:
    """By two processes or by one."""
    cold = make_site(tmp_path / "elsewhere/cold", "complete")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(WORKERS_VARIABLE, "2")
        assert build(cold) == ()
    edit(root, MUSIC, "示例音乐社", "示例歌唱社")
    assert build(root, DAY - timedelta(days=400)) == ()
    edit(root, MUSIC, "示例歌唱社", "示例音乐社")
    assert build(root) == ()
    assert files_of(root / "site") == files_of(cold / "site")


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small site is built as a large one is: whatever can be done beside the rest, is."""
    monkeypatch.setenv(WORKERS_VARIABLE, "2")
    monkeypatch.setattr("generator.build.loading._FILES_WORTH_A_PROCESS", 2)
    monkeypatch.setattr("generator.publish.standing._FILES_WORTH_A_PROCESS", 0)
    monkeypatch.setattr("generator.build.pipeline._RECORDS_WORTH_A_PROCESS", 0)


@pytest.mark.usefixtures("beside")
def test_what_is_done_beside_the_rest_changes_nothing_and_leaves_no_process(root: Path, tmp_path: Path) -> None:
    cold = make_site(tmp_path / "elsewhere/cold", "complete")
    for each in (cold, root):
        edit(each, MUSIC, "示例音乐社", "示例歌唱社")
    (root / "site/index.html").write_text("altered", "utf-8")
    write(root, "site/stranger/index.html", "strange")
    assert build(cold) == build(root) == ()
    assert files_of(root / "site") == files_of(cold / "site")
    spoil_data(root)
    assert [problem.rule.code for problem in build(root)] == ["reference-missing"]
    assert active_children() == []


def spoil_data(root: Path) -> None:
    edit(root, MUSIC, 'region: "9902"', 'region: "9999"')


def spoil_settings(root: Path) -> None:
    edit(root, "mkdocs.yml", "demonstration: true", "demonstration: perhaps")


def spoil_shell(root: Path) -> None:
    edit(root, "mkdocs.yml", "nav:", "markdown_extensions: [{toc: {toc_depth: x}}]\nnav:")


def spoil_template(root: Path) -> None:
    write(root, TEMPLATE, "{% extends 'record.html' %}{% block main %}{{ no_such_name }}{% endblock %}")


def spoil_template_grammar(root: Path) -> None:
    write(root, TEMPLATE, "{% extends 'record.html' %}{% block main %}")


def spoil_index(root: Path) -> None:
    shards = root / ".mingshan/pagefind/shards"
    shutil.rmtree(shards)
    shards.write_text("a file where a folder should be", "utf-8")
    edit(root, MUSIC, "示例音乐社", "示例歌唱社")


def spoil_staging(root: Path) -> None:
    shutil.rmtree(root / ".mingshan/staging", ignore_errors=True)
    write(root, ".mingshan/staging", "a file where a folder should be")


FAILURES: dict[Callable[[Path], None], int] = {
    spoil_data: PROBLEMS,
    spoil_settings: PROBLEMS,
    spoil_shell: PROBLEMS,
    spoil_index: PROBLEMS,
    spoil_template: PROBLEMS,
    spoil_template_grammar: PROBLEMS,
    spoil_staging: WRONG_USE,
}


@pytest.mark.parametrize("spoil", FAILURES, ids=lambda spoil: spoil.__name__)
def test_a_build_that_fails_leaves_every_byte_of_the_old_site(root: Path, spoil: Callable[[Path], None]) -> None:
    before = files_of(root / "site"), times(root)
    spoil(root)
    done = mingshan("build", "--as-of", DAY, "--root", root)
    assert (done.returncode, (files_of(root / "site"), times(root)) == before) == (FAILURES[spoil], True), done.stderr


def test_a_full_disk_leaves_every_byte_of_the_old_site_and_the_next_build_works(root: Path) -> None:
    before = files_of(root / "site")
    edit(root, MUSIC, "budget: 0", f"budget: 0\nabout: {'很长的介绍。' * 5000}")
    done = build_on_a_full_disk(root)
    assert (done.returncode, files_of(root / "site") == before) == (MACHINE_FAILED, True), done.stderr
    assert "disk-full" in done.stderr
    assert build(root) == ()
    assert "很长的介绍" in article(root / "site", "clubs/music/")


def full_disk() -> None:
    """No file may grow beyond what the longest page needs."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_build_killed_while_it_draws_leaves_the_old_site_and_the_next_one_works(root: Path) -> None:
    before = files_of(root / "site")
    edit(root, MUSIC, "示例音乐社", "示例歌唱社")
    write(root, TEMPLATE, ENDLESS)
    with subprocess.Popen([*COMMAND, "--root", str(root)], stderr=subprocess.DEVNULL, env=with_two()) as building:
        while not list((root / ".mingshan").glob("staging/*")):
            assert building.poll() is None
        building.kill()
    subprocess.run(["flock", "--wait", "20", str(root / ".mingshan/lock"), "true"], check=True)  # its children end too
    assert files_of(root / "site") == before
    write(root, TEMPLATE, OTHER_LOOK)
    assert build(root) == ()
    assert "新的样子" in article(root / "site", "clubs/music/")


def test_a_process_killed_while_it_draws_ends_the_build_and_is_named(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(root, "theme/templates/notes.html", ENDLESS)
    command = [*COMMAND, "--root", str(root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=with_two()) as building:
        assert building.stderr
        while "绘制 " not in (said := building.stderr.readline()) or "页面框架" in said:
            assert building.poll() is None
        os.kill(drawing_child(building.pid), signal.SIGKILL)
        told = building.stderr.read()
    assert building.returncode == MACHINE_FAILED, told
    assert "[work-lost]" in told
    assert re.search(r"绘制 \d+ 个文件（从 notes/\S+ 起）", told)
    assert WORKERS_VARIABLE in told
    assert not (root / "site").exists()
    subprocess.run(["flock", "--nonblock", str(root / ".mingshan/lock"), "true"], check=True)


def with_two() -> dict[str, str]:
    """Drawn by processes of their own."""
    return {**os.environ, WORKERS_VARIABLE: "2"}


def drawing_child(parent: int) -> int:
    """The process that is busy with the page that never ends: of those forked, the one that still computes."""
    while True:
        time.sleep(0.3)
        command = ["ps", "-ww", "--ppid", str(parent), "-o", "pid=", "-o", "times=", "-o", "args="]
        listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        forked = [line.split() for line in listed.splitlines() if "build --as-of" in line]
        if forked:
            pid, seconds, *_ = max(forked, key=lambda each: int(each[1]))
            if int(seconds) >= 3:  # others, on a busy machine, come past one second, too
                return int(pid)


def test_an_attachment_is_another_when_its_content_is(tmp_path: Path) -> None:
    """Whatever its size and time say: a tool may set them, and a checkout on another machine does."""
    root = make_site(tmp_path / "site", "minimal")
    attachment = root / "content/files/a.txt"
    for text in ("甲", "乙"):
        write(root, "content/files/a.txt", text)
        os.utime(attachment, ns=(10**18, 10**18))
        assert build(root) == ()
        assert (root / "site/files/a.txt").read_text("utf-8") == text


def test_how_files_are_laid_out_is_told_to_those_who_keep_them_not_to_the_public(root: Path) -> None:
    assert "每个社团一个文件。" in article(root / "site", "dictionary/clubs/")
    assert "每个社团一个文件。" not in article(root / "site", "clubs/")


def test_a_preview_that_builds_again_and_again_does_not_grow(root: Path) -> None:
    """What is worked out for a catalogue goes with it."""
    alive: list[int] = []
    for number in range(4):
        edit(root, MUSIC, "示例音乐社", f"示例音乐社{number}")
        assert build(root) == ()
        edit(root, MUSIC, f"示例音乐社{number}", "示例音乐社")
        gc.collect()
        alive.append(sum(isinstance(each, Catalogue) for each in gc.get_objects()))
    assert alive[-2] == alive[-1]


def test_only_a_page_with_other_words_is_spelt_anew_for_search(root: Path) -> None:
    """Pinyin takes longer to load than an untouched small site to build."""
    program = "import sys\nfrom generator.cli import main\ntry: main()\nfinally: print('pypinyin' in sys.modules)"

    def spells() -> str:
        words = [sys.executable, "-c", program, *COMMAND[3:], "--root", str(root)]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()[-1]

    assert spells() == "False"
    with (root / GUIDE).open("a", encoding="utf-8") as page:
        page.write("\n示例的新话。\n")
    assert spells() == "True"
    assert spells() == "False"

"""`mingshan protect`: raw figures in, a safe table out, and nothing raw anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.instances import HOUSE, commit, make_instance, mingshan, mingshan_anew

KEY = HOUSE / "bench" / "demonstration_key.txt"

RAW = """period,division,waiting,helped,helped_households
2026-01,120101,within-7,40,40
2026-02,120101,within-15,2,2
2026-02,120102,7天以内,30,30
2026-03,河西区,over-30,61,61
"""


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_instance(tmp_path_factory.mktemp("instance"))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    file = tmp_path / "raw.csv"
    file.write_text(RAW, "utf-8")
    return file


def test_small_counts_leave_the_table_and_the_audit_is_content(instance: Path, raw: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting", "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    lines = out.read_text("utf-8").splitlines()
    assert "2026H1,120101,within-15,helped,,Q,C" in lines
    assert "2026H1,12,_T,helped,133,A,F" in lines
    assert mingshan("audit", out, "--root", instance).returncode == 0


def test_the_report_counts_and_tells_no_figure(instance: Path, raw: Path) -> None:
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    assert done.stdout.startswith("period,division,waiting,measure,value,obs_status,conf_status\n")
    assert "户（人）数少，不能公布" in done.stderr
    assert "133" not in done.stderr


def test_the_same_raw_data_gives_the_same_bytes(instance: Path, raw: Path) -> None:
    """In another process too, where sets have another order."""
    words = ("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    assert mingshan(*words).stdout == mingshan_anew(*words).stdout != ""


def test_raw_data_inside_the_instance_is_refused(instance: Path) -> None:
    inside = instance / "raw-test.csv"
    inside.write_text(RAW, "utf-8")
    done = mingshan("protect", inside, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    inside.unlink()
    assert (done.returncode, done.stdout) == (1, "")
    assert "raw-in-repository" in done.stderr


def test_raw_data_inside_any_work_tree_is_refused(instance: Path, raw: Path) -> None:
    commit(raw.parent)
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_link_to_raw_data_elsewhere_is_refused_as_well(instance: Path, raw: Path) -> None:
    link = instance / "link.csv"
    link.symlink_to(raw)
    done = mingshan("protect", link, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    link.unlink()
    assert done.returncode == 1


def test_a_claimed_total_that_does_not_add_up_is_an_error(instance: Path, raw: Path) -> None:
    raw.write_text(RAW + "2026H1,12,_T,134,40\n", "utf-8")
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    assert (done.returncode, done.stdout) == (1, "")
    assert "raw-total" in done.stderr and "合计" in done.stderr
    assert "134" not in done.stderr


def test_a_faulty_cell_is_told_in_chinese_without_its_content(instance: Path, raw: Path) -> None:
    raw.write_text(RAW + "2026-03,张三,within-7,5,5\n", "utf-8")
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting")
    assert done.returncode == 1
    assert "raw-data" in done.stderr and "第 6 行" in done.stderr
    assert "张三" not in done.stderr


def test_a_table_that_nobody_declared_is_answered_with_those_that_there_are(instance: Path, raw: Path) -> None:
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_wating")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no-table" in done.stderr and "aid_waiting" in done.stderr


def test_an_earlier_release_is_taken_into_account(instance: Path, raw: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    words = ("--root", instance, "--table", "aid_waiting")
    mingshan("protect", raw, "--key", KEY, *words, "-o", first)
    raw.write_text(RAW.replace("over-30,61,61", "over-30,62,62"), "utf-8")
    done = mingshan("protect", raw, "--key", KEY, *words, "-o", second, "--previous", first)
    assert done.returncode == 0
    assert "2026H1,120103,over-30,helped,,Q,C" in second.read_text("utf-8").splitlines()


@pytest.mark.parametrize("words", [("--table", "nothing"), ("--table", "aid_waiting", "--k", "2"), ()])
def test_wrong_use_ends_without_a_traceback(instance: Path, raw: Path, words: tuple[str, ...]) -> None:
    done = mingshan("protect", raw, "--key", KEY, "--root", instance, *words)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


LEDGER = """period,division,category,group,needed,needed_households
2026H1,120101001,medical,orphan,40,40
2026H1,120101001,care,disability,2,2
2026H1,120101002,medical,orphan,30,30
2026H1,120102,living,disability,61,61
"""


@pytest.fixture(scope="module")
def ledgers(instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ledgers of needs as protection writes them."""
    folder = tmp_path_factory.mktemp("ledgers")
    (folder / "raw.csv").write_text(LEDGER, "utf-8")
    done = mingshan(
        "protect",
        folder / "raw.csv",
        "--key",
        KEY,
        "--root",
        instance,
        "--table",
        "needs",
        "-o",
        instance / "data" / "needs",
    )
    assert done.returncode == 0, done.stderr
    return instance / "data" / "needs"


def test_a_ledger_is_written_for_each_place_that_was_told_of_and_none_for_the_whole(ledgers: Path) -> None:
    written = {file.relative_to(ledgers).as_posix() for file in ledgers.rglob("*.csv")}
    assert written == {f"2026H1/{place}.csv" for place in ("120101", "120101001", "120101002", "120102")}


def test_a_ledger_leaves_small_counts_out_and_keeps_zeros(ledgers: Path) -> None:
    lines = (ledgers / "2026H1" / "120101001.csv").read_text("utf-8").splitlines()
    assert lines[0] == "category,group,measure,value,obs_status,conf_status"
    assert "care,disability,needed,,Q,C" in lines
    assert any(line.endswith(",needed,0,A,F") for line in lines)


def test_a_small_count_put_back_into_a_ledger_is_told_by_its_file(instance: Path, ledgers: Path) -> None:
    file = ledgers / "2026H1" / "120101001.csv"
    safe = file.read_text("utf-8")
    assert mingshan("audit", "--root", instance).returncode == 0
    file.write_text(safe.replace("care,disability,needed,,Q,C", "care,disability,needed,2,A,F"), "utf-8")
    done = mingshan("audit", "--root", instance)
    file.write_text(safe, "utf-8")
    assert done.returncode == 1
    assert "data/needs/2026H1/120101001.csv" in done.stdout


GROUPS = ("period", "division", "group", "helped_households", "helped", "yuan")
GOOD = ("2026-01", "120101", "subsistence-allowance", 40, 40, 20000)


def refused(instance: Path, file: Path, *words: object) -> str:
    """What is said of a raw sheet for the table of groups that must not be read."""
    done = mingshan("protect", file, "--key", KEY, "--root", instance, "--table", "aid_groups", *words)
    assert (done.returncode, done.stdout) == (1, ""), done
    return done.stderr


@pytest.mark.parametrize(
    ("header", "row", "rule"),
    [
        (",".join(GROUPS), "2026-01,120101,subsistence-allowance,40,40,20,000", "ragged-row"),
        (",".join((*GROUPS, "helped")), "2026-01,120101,subsistence-allowance,40,40,20000,50", "duplicate-column"),
        (
            ",".join((*GROUPS, "获得帮扶（户）")),
            "2026-01,120101,subsistence-allowance,40,40,20000,50",
            "duplicate-column",
        ),
        (",".join(GROUPS), "2026-01,120101,subsistence-allowance,40,40,1e400", "raw-data"),
        (",".join(GROUPS), "2026-01,120101,subsistence-allowance,40,99999999999999999999999999,20000", "raw-data"),
        (",".join(GROUPS), "2026-01,120101,subsistence-allowance,40,40,1e-400", "raw-data"),
    ],
)
def test_figures_that_would_be_read_wrong_are_refused_where_they_stand(
    instance: Path, tmp_path: Path, header: str, row: str, rule: str
) -> None:
    file = tmp_path / "raw.csv"
    file.write_text(f"{header}\n{row}\n{','.join(map(str, GOOD))}\n", "utf-8")
    said = refused(instance, file)
    assert rule in said
    assert ("raw.csv G1" if rule == "duplicate-column" else "raw.csv:2") in said


def test_formulas_without_results_and_second_sheets_are_refused_by_cell(instance: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in (GROUPS, (*GOOD[:5], "=D2*500"), ("2026-02", *GOOD[1:])):
        book.active.append(row)
    file = tmp_path / "raw.xlsx"
    book.save(file)
    assert "raw.xlsx F2 [formula-unread]" in refused(instance, file)
    book.active["F2"] = 20000
    book.create_sheet("二").append(["2026-03", *GOOD[1:]])
    for state in ("visible", "hidden", "veryHidden"):
        book["二"].sheet_state = state
        book.save(file)
        assert "raw.xlsx（二） A1 [several-sheets]" in refused(instance, file)
        done = mingshan("audit", file, "--root", instance)
        assert (done.returncode, "several-sheets" in done.stdout) == (1, True)


def test_the_raw_sheet_is_never_written_over(instance: Path, raw: Path) -> None:
    for name in (raw, raw.parent / "." / raw.name, raw.parent / "link.csv"):
        if name.name == "link.csv":
            name.symlink_to(raw)
        done = mingshan("protect", raw, "--key", KEY, "--root", instance, "--table", "aid_waiting", "-o", name)
        assert done.returncode == 2
        assert raw.read_text("utf-8") == RAW


def test_a_figure_beyond_all_measure_is_a_problem_of_the_published_table(instance: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    head = "period,division,group,measure,value,obs_status,conf_status\n"
    file.write_text(f"{head}2026H1,120101,subsistence-allowance,helped,1e400,A,F\n", "utf-8")
    done = mingshan("audit", file, "--root", instance)
    assert done.returncode == 1
    assert "not-a-figure" in done.stdout


def test_without_a_key_nothing_is_read(instance: Path, raw: Path) -> None:
    done = mingshan("protect", raw, "--root", instance, "--table", "aid_waiting")
    assert (done.returncode, done.stdout) == (1, "")
    assert "key-missing" in done.stderr


def test_a_new_key_is_written_once_and_told_to_nobody(instance: Path, tmp_path: Path) -> None:
    file = tmp_path / "bureau.key"
    done = mingshan("protect", "--new-key", file, "--root", instance)
    secret = file.read_text("utf-8").splitlines()[-1].removeprefix("secret: ")
    assert (done.returncode, len(secret), secret in done.stdout + done.stderr) == (0, 52, False)
    assert file.stat().st_mode & 0o077 == 0
    assert mingshan("protect", "--new-key", file, "--root", instance).returncode == 2
    assert file.read_text("utf-8").endswith(f"{secret}\n")


def test_another_key_gives_other_gaps(instance: Path, raw: Path, tmp_path: Path) -> None:
    raw.write_text(RAW + "".join(f"2026-04,1201{d:02},within-15,{20 + d},{20 + d}\n" for d in (3, 4, 5, 6)), "utf-8")
    own = tmp_path / "own.key"
    own.write_text("mingshan protect key\nsecret: abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrst\n", "utf-8")
    words = ("protect", raw, "--root", instance, "--table", "aid_waiting", "--key")
    assert mingshan(*words, KEY).stdout != mingshan(*words, own).stdout


def test_a_key_in_the_repository_or_the_demonstrations_on_a_real_site_is_refused(
    instance: Path, raw: Path, tmp_path: Path
) -> None:
    inside = instance / "own.key"
    assert "key-unusable" in mingshan("protect", "--new-key", inside, "--root", instance).stderr
    assert not inside.exists()
    real = make_instance(tmp_path / "real")
    settings = (real / "mkdocs.yml").read_text("utf-8")
    (real / "mkdocs.yml").write_text(settings.replace("demonstration: true", "demonstration: false"), "utf-8")
    done = mingshan("protect", raw, "--key", KEY, "--root", real, "--table", "aid_waiting")
    assert (done.returncode, done.stdout, "key-unusable" in done.stderr) == (1, "", True)


def test_old_files_get_one_mark_and_keep_every_figure(instance: Path, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    head = "period,division,waiting,measure,value,obs_status,conf_status\n"
    file.write_text(f"{head}2026H1,12,_T,helped,133,A,F\n2026H1,120101,_T,helped,,Q,D\n2026H1,120102,_T,helped,,Q,C\n")
    assert mingshan("protect", "--remark", file, "--root", instance).returncode == 0
    assert file.read_text("utf-8") == (
        f"{head}2026H1,12,_T,helped,133,A,F\n2026H1,120101,_T,helped,,Q,C\n2026H1,120102,_T,helped,,Q,C\n"
    )


@pytest.fixture
def townships(tmp_path: Path) -> Path:
    """A raw sheet of a year: in one district every place has many, in another only one has any."""
    counts = ("asked", "referred", "accepted", "helped")
    lines = [",".join(("period", "division", "category", *counts, *(f"{each}_households" for each in counts)))]
    for period in ("2027-02", "2027-09"):
        lines += [f"{period},12010100{at},medical,{21 + at},18,16,{9 + at},21,18,16,9" for at in range(1, 7)]
        lines.append(f"{period},120102001,medical,21,14,9,7,21,14,9,7")
    file = tmp_path / "townships.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_rounded_figures_need_the_exact_ones_above_them(instance: Path, townships: Path) -> None:
    alone = mingshan("protect", townships, "--key", KEY, "--root", instance, "--table", "aid_townships")
    assert (alone.returncode, alone.stdout, "[whole-missing]" in alone.stderr) == (1, "", True)


def test_of_one_year_a_table_is_made_with_one_key_and_an_edition_may_take_the_place_of_the_one_it_is_held_against(
    raw: Path, tmp_path: Path
) -> None:
    root = make_instance(tmp_path / "root")
    commit(root)
    out, new = root / "data/statistics/aid_waiting/2026H1.csv", root / ".." / "new.key"
    beside = root / ".." / raw.name  # as guides write it: ../raw.csv
    assert mingshan("protect", "--new-key", new, "--root", root).returncode == 0
    words = ("--root", root, "--table", "aid_waiting", "-o", out)
    assert mingshan("protect", beside, "--key", KEY, *words).returncode == 0
    commit(root)
    first = out.read_bytes()
    raw.write_text(RAW.replace(",61,61", ",90,90"), "utf-8")
    late = ("--previous", out, "--reason", "示例：三十户登记迟了；统计岗决定")
    refused = mingshan("protect", beside, "--key", new, *words, *late)
    assert refused.returncode == 1 and "2026 年的" in refused.stderr and "key-unusable" in refused.stderr
    assert mingshan("protect", beside, "--key", KEY, *words, *late).returncode == 0
    assert out.read_bytes() != first
    assert first in {file.read_bytes() for file in (root / "data/statistics/kept_editions").glob("*.csv")}
    raw.write_text(RAW.replace("2026-", "2027-"), "utf-8")
    assert mingshan("protect", beside, "--key", new, *words[:-1], out.with_stem("2027H1")).returncode == 0

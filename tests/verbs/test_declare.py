"""A stranger's table becomes a dataset at once; one that tells of persons does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from generator.base.house import house_folder
from generator.cli import make_app
from generator.exchange.starter_site import create_example
from generator.model.problem import has_errors
from tests.exchange.written import workbook
from tests.instances import build, check, files_of, make_site, rules, write

INDICATOR = "Year,Series,Units,Value\n2020,Rain,mm,1.5\n2021,Rain,mm,2\n2020,Snow,mm,\n2021,Snow,mm,0.25\n"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("declared") / "site"
    assert create_example(house_folder(), root) == ()
    return root


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), ["declare", *map(str, words), "--as-of", "2026-11-25"])


def test_a_table_of_figures_becomes_a_dataset_that_builds(tmp_path: Path) -> None:
    """Gaps and fractions are no keys: the fewest columns of words that tell rows apart are."""
    example = make_site(tmp_path / "site", "minimal")
    write(tmp_path, "Rain-1.csv", INDICATOR)
    made = run(
        tmp_path / "Rain-1.csv",
        "--root",
        example,
        "--source",
        "示例气象台 https://www.example.org/",
        "--licence",
        "CC0-1.0",
    )
    assert made.exit_code == 0, made.output
    declared = yaml.safe_load((example / "data/rain_1/dataset.yaml").read_text("utf-8"))
    assert declared["sources"] == [{"title": "示例气象台", "path": "https://www.example.org/"}]
    assert {each["name"]: each["type"] for each in declared["schema"]["fields"]} == {
        **{"year": "year", "series": "string", "units": "string", "value": "number"}
    }
    assert declared["schema"]["primaryKey"] == ["year", "series"]
    assert (declared["directory"]["foreign"], declared["directory"]["privacy"]) == (True, "aggregate")
    assert not has_errors(check(example))
    assert not has_errors(build(example))
    assert (example / "site/dictionary/rain_1/index.html").is_file()
    assert "2021,Snow,mm,0.25" in (example / "site/downloads/rain_1.csv").read_text("utf-8")
    before = files_of(example / "data")
    again = run(tmp_path / "Rain-1.csv", "--root", example)
    assert again.exit_code == 1 and "[dataset-exists]" in again.output and files_of(example / "data") == before


def test_columns_that_hold_our_codes_refer_to_them_and_lists_are_closed(example: Path, tmp_path: Path) -> None:
    """A workbook's numbers come as numbers; without a source and a licence nothing is shown."""
    rows = [
        ["类别", "颜色", "公斤"],
        *([each, colour, 3] for each in ("medical", "living") for colour in ("红", "红", "绿")),
    ]
    write(tmp_path, "yanse.xlsx", workbook(*rows))
    assert run(tmp_path / "yanse.xlsx", "--root", example).exit_code == 0
    declared = yaml.safe_load((example / "data/yanse/dataset.yaml").read_text("utf-8"))
    fields = {each["title"]: each for each in declared["schema"]["fields"]}
    (reference,) = declared["schema"]["foreignKeys"]
    assert reference == {"fields": [fields["类别"]["name"]], "reference": {"resource": "categories", "fields": ["id"]}}
    assert [each["value"] for each in fields["颜色"]["categories"]] == ["红", "绿"]
    assert (fields["公斤"]["type"], declared["schema"]["primaryKey"]) == ("integer", ["id"])
    assert declared["directory"]["privacy"] == "internal"
    assert not has_errors(check(example))


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("姓名,金额\n示例某人,3\n", "persons-table"),
        ("编号,说明\n1,打 13800138000 找他\n", "persons-table"),
        ("First name,Value\nX,3\n", "persons-table"),
        ("Region,Sex,Value\nEast,F,12\nEast,M,3\n", "counts-by-place"),
        ("地区,户数\n示例区,12\n", "counts-by-place"),
        ("Country,Units,Value\nNorth,Percentage (%),12\nNorth,Number,3\n", "counts-by-place"),
        ("只有表头\n", "source-unreadable"),
    ],
)
def test_tables_of_persons_and_counts_by_place_are_refused(
    table: str, rule: str, example: Path, tmp_path: Path
) -> None:
    write(tmp_path, "t.csv", table)
    before = files_of(example / "data")
    refused = run(tmp_path / "t.csv", "--root", example)
    assert refused.exit_code == 1 and f"[{rule}]" in refused.output
    assert "示例某人" not in refused.output and "13800138000" not in refused.output
    assert files_of(example / "data") == before


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("Region,Units,Value\nEast,Percentage (%),12\nWest,Percentage (%),3\n", ()),
        ("地区,面积（公顷）\n示例区,12\n", ()),
        ("Sex,Age,Value\nF,60,12\n", ()),
        ("地区,户数\n示例区,12\n", ("--protected", "示例统计局公布，小数已合并")),
    ],
)
def test_rates_and_what_somebody_has_protected_come_in(
    table: str, words: tuple[str, ...], example: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    name = f"come_in_{request.node.callspec.indices['table']}"
    write(tmp_path, f"{name}.csv", table)
    made = run(tmp_path / f"{name}.csv", "--root", example, *words)
    assert made.exit_code == 0, made.output
    assert all(word in (example / f"data/{name}/dataset.yaml").read_text("utf-8") for word in words[1:])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("privacy: aggregate", "sources"),
        ("privacy: internal\n  role: place_statistic", "统计表"),
    ],
)
def test_figures_from_elsewhere_are_never_ours(wrong: str, said: str, tmp_path: Path) -> None:
    """Who publishes them says whose they are; a role of our protected tables is not theirs."""
    root = tmp_path / "site"
    assert create_example(house_folder(), root) == ()
    fields = ["period", "division", "measure", "category"]
    lines = [f"    - {{name: {name}, type: string, title: 甲}}" for name in fields]
    text = "\n".join(
        [
            *("name: yuliang", "title: 雨量", "path: yuliang.csv", "schema:", "  fields:", *lines),
            *("    - {name: value, type: number, title: 乙}", "  primaryKey: [period]", "directory:"),
            *("  label: period", "  foreign: true", f"  {wrong}"),
        ]
    )
    write(root, "data/yuliang/dataset.yaml", f"{text}\n")
    write(root, "data/yuliang/yuliang.csv", "period,division,measure,category,value\n")
    told = [each for each in check(root) if "foreign" in each.message]
    assert rules(tuple(told)) and any(said in each.message for each in told)

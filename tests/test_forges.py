"""What the guides for other forges and for the assistance system tell people to copy: parsed, and run here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.instances import HOUSE, commit, make_instance, mingshan
from tests.instances import make_site, write

BIN = Path(sys.executable).parent
GUIDES = HOUSE / "content" / "guides"
FORGES = (GUIDES / "forges.md").read_text("utf-8")
EXCHANGE = (GUIDES / "exchange.md").read_text("utf-8")
FIELD = re.compile(r"(\*|\*/\d+|\d+(-\d+)?(,\d+(-\d+)?)*)")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", FORGES, re.DOTALL)


@pytest.mark.parametrize("workflow", _blocks("yaml"))
def test_the_workflows_are_well_formed_take_nothing_from_elsewhere_and_keep_requests_out_of_commands(
    workflow: str, tmp_path: Path
) -> None:
    file = tmp_path / "workflow.yml"
    file.write_text(workflow, "utf-8")
    words = (BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", file)
    found = subprocess.run(words, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
    steps = [step for job in yaml.safe_load(workflow)["jobs"].values() for step in job["steps"]]
    assert not any("uses" in step or "${{" in step["run"] for step in steps)
    targets = set(re.findall(r"\bmake ([a-z]+)", workflow))
    assert targets <= set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_the_lines_for_cron_are_five_fields_and_a_command() -> None:
    (table,) = _blocks("crontab")
    for line in table.splitlines():
        *when, command = line.split(" ", 5)
        assert len(when) == 5 and all(FIELD.fullmatch(each) for each in when), line
        assert command.startswith(("flock -n /srv/", "/srv/"))


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """What stands in `/srv`: a clone of what was pushed to the forge, the guide's script, and room for the site."""
    origin = make_site(tmp_path / "origin", "minimal")
    commit(origin)
    subprocess.run(["git", "-C", origin, "branch", "-qM", "main"], check=True)
    subprocess.run(["git", "clone", "-q", origin, tmp_path / "chengshi"], check=True)
    write(origin, "content/index.md", "# 后来写的\n")
    commit(origin)
    (script,) = _blocks("sh")
    (tmp_path / "fabu.sh").write_text(_here(script, tmp_path), "utf-8")
    (tmp_path / "fabu.sh").chmod(0o755)
    return tmp_path


def _here(text: str, server: Path) -> str:
    return text.replace("/srv/chengxu/.venv/bin/", f"{BIN}/").replace("/srv/", f"{server}/")


def _run(command: str, server: Path) -> None:
    done = subprocess.run(["sh", "-c", _here(command, server)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.stdout, done.stderr)


def test_what_the_forge_runs_publishes_what_was_pushed_and_so_does_every_line_of_cron(server: Path) -> None:
    """The step of the workflow first, as the forge's runner would give it to a shell; then each line as cron would."""
    publish = next(each for each in map(yaml.safe_load, _blocks("yaml")) if each["name"] == "publish")
    for job in publish["jobs"].values():
        for step in job["steps"]:
            _run(step["run"], server)
    shown = server / "mingshan/current/index.html"
    assert "后来写的" in shown.read_text("utf-8")
    write(server / "origin", "content/index.md", "# 再后来写的\n")
    commit(server / "origin")
    (table,) = _blocks("crontab")
    for line in table.splitlines():
        _run(line.split(" ", 5)[5], server)
    assert "再后来写的" in shown.read_text("utf-8")
    assert (server / "links.txt").is_file()


def test_a_sheet_with_the_columns_that_the_exchange_names_becomes_protected_ledgers(tmp_path: Path) -> None:
    told = EXCHANGE.partition("| 栏 | 写什么 |")[2].partition("\n\n")[0]
    columns = re.findall(r"^\| (\w+) \|", told, re.MULTILINE)
    kinds = ("medical", "education", "care", "living", "family", "spirit")
    asks = (f"2027H1,12010100{at},{kind},orphan,1\n" for at in range(1, 7) for kind in kinds for _ in range(9))
    sheet = ",".join(columns) + "\n" + "".join(asks)
    (tmp_path / "xuqiu.csv").write_text(sheet, "utf-8")
    root, key = make_instance(tmp_path / "instance"), HOUSE / "bench" / "demonstration_key.txt"
    commands = [line for line in EXCHANGE.splitlines() if line.startswith("mingshan protect ")]
    assert len(commands) == 4, "by category and by group, districts and townships"
    for each in commands:
        words = each.replace("../xuqiu-2027H1.csv", str(tmp_path / "xuqiu.csv")).replace("../mingshan.key", str(key))
        typed = [str(root / word) if word.startswith("data/") else word for word in words.split()[1:]]
        done = mingshan(*typed, "--root", root)
        assert done.returncode == 0, done.stderr
    tables = root / "data/statistics"
    assert "_T,needed,324,A,F" in (tables / "need_categories/2027H1/120101.csv").read_text("utf-8")
    places = (tables / "need_townships/2027H1.csv").read_text("utf-8").splitlines()[1:]
    assert len(places) == 36, (
        "a row for each of six kinds of help at each of six townships, none at districts that are late"
    )
    assert {line.rpartition("needed,")[2] for line in places} <= {"5,E,F", "10,E,F", ",Q,C"}
    assert ",E," in "".join(places)

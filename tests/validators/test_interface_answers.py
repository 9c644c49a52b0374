"""Schemathesis asks a server of plain files for every address that the description tells of."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def ask(home: str) -> subprocess.CompletedProcess[str]:
    """Every operation is a GET; keys that nobody has are asked for, too."""
    return subprocess.run(
        [
            *(Path(sys.executable).with_name("schemathesis"), "run", f"{home}/api/v1/openapi.json", "--url", home),
            *("--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--no-color"),
            *("--mode", "positive", "--generation-deterministic", "--suppress-health-check", "all"),
        ],
        capture_output=True,
        text=True,
    )


def test_every_answer_is_as_described(home: str, given_away: Path) -> None:
    told = json.loads((given_away / "api/v1/openapi.json").read_bytes())
    assert {method for path in told["paths"].values() for method in path} == {"get"}
    done = ask(home)
    assert done.returncode == 0, done.stdout
    assert f"Tested: {len(told['paths'])}" in done.stdout and "No issues found" in done.stdout


def test_it_would_notice_an_answer_that_is_not(home: str, given_away: Path) -> None:
    file = given_away / "api/v1/codelists/projects.status.json"
    good = file.read_text("utf-8")
    try:
        file.write_text(re.sub('"label": "[^"]+"', '"label": 1', good), "utf-8")
        done = ask(home)
    finally:
        file.write_text(good, "utf-8")
    assert done.returncode == 1 and "projects.status" in done.stdout

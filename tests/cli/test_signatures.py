"""A verb's help is the same, whether what it works with was imported or not."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from generator.cli import VERBS
from generator.cli.signatures import signature_of

FOLDER = Path(import_module("generator.cli").__file__ or "").parent
QUICK = ("build", "check", "export", "links", "publish", "rollback", "serve", "template")
HEAVY = (
    "import sys; from generator.cli import main\ntry: main()\nfinally: print('generator.build.pipeline' in sys.modules)"
)


def help_of(function: Any) -> str:
    app = typer.Typer()
    app.command("verb")(function)
    return CliRunner().invoke(app, ["--help"]).output


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_signature_is_the_help_of_the_verb(verb: str) -> None:
    name = "import_" if verb == "import" else verb
    shell = signature_of(FOLDER / f"{name}.py", name)
    whole = getattr(import_module(f"generator.cli.{name}"), name)
    if isinstance(whole, typer.Typer):
        assert shell is None
    else:
        assert help_of(shell) == help_of(whole)


@pytest.mark.parametrize("verb", QUICK)
def test_help_imports_nothing_that_the_verb_works_with(verb: str) -> None:
    done = subprocess.run([sys.executable, "-c", HEAVY, verb, "--help"], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "False"
    assert "--root" in done.stdout or verb == "rollback"

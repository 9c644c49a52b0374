"""The name of a verb to its command; what the verb works with is imported once somebody gives it."""

from __future__ import annotations

import ast
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperCommand

from generator.cli.exit_codes import WRONG_USE
from generator.cli.feature_verbs import told_missing


class DeferredVerb(TyperCommand):
    """Stands in the list of verbs with the help of its own, and turns into it when it is given."""

    def make_context(self, *given: Any, **named: Any) -> Any:
        """The context of the verb itself: from here on nobody meets what stood for it."""
        app = typer.Typer()
        app.callback()(lambda: None)
        verb = str(self.name)
        found = getattr(_imported(verb), _module(verb))
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=verb)
        else:
            app.command(verb)(found)
        group: Any = typer.main.get_command(app)
        return group.commands[verb].make_context(*given, **named)


def _imported(verb: str) -> ModuleType:
    try:
        return import_module(f"{__package__}.{_module(verb)}")
    except ModuleNotFoundError as error:
        said = told_missing(verb, error)
        if said is None:
            raise
        typer.echo(said, err=True)
        raise typer.Exit(WRONG_USE) from None


def help_of(verb: str) -> str:
    """What the function of this name says of itself, found in its text: to import it may take half a second."""
    text = Path(__file__).with_name(f"{_module(verb)}.py").read_text("utf-8")
    functions = (each for each in ast.parse(text).body if isinstance(each, ast.FunctionDef))
    return next(ast.get_docstring(each) or "" for each in functions if each.name.strip("_") == verb)


def _module(verb: str) -> str:
    return f"{verb}_" if iskeyword(verb) else verb

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
from generator.cli.signatures import signature_of


class DeferredVerb(TyperCommand):
    """Stands in the list of verbs with the help of its own, and turns into it when it is given."""

    def make_context(self, info_name: Any, args: list[str], *given: Any, **named: Any) -> Any:
        """The context of the verb itself: from here on nobody meets what stood for it."""
        verb = str(self.name)
        asks = not {"-h", "--help"}.isdisjoint(args)
        if asks and (shell := signature_of(_file(verb), _module(verb))):
            _command(verb, shell).make_context(info_name, [*args], *given, **named)  # prints the help and ends here
        return _command(verb, getattr(_imported(verb), _module(verb))).make_context(info_name, args, *given, **named)


def _command(verb: str, found: Any) -> Any:
    app = typer.Typer()
    app.callback()(lambda: None)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=verb)
    else:
        app.command(verb)(found)
    group: Any = typer.main.get_command(app)
    return group.commands[verb]


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
    text = _file(verb).read_text("utf-8")
    functions = (each for each in ast.parse(text).body if isinstance(each, ast.FunctionDef))
    return next(ast.get_docstring(each) or "" for each in functions if each.name.strip("_") == verb)


def _file(verb: str) -> Path:
    return Path(__file__).with_name(f"{_module(verb)}.py")


def _module(verb: str) -> str:
    return f"{verb}_" if iskeyword(verb) else verb

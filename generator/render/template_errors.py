"""An exception to the line of an own template of the instance it comes from; from anywhere else it is a bug of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateSyntaxError

from generator.model.problem import Location, Problem
from generator.render.problems import template_broken

_FOLDER = "theme/templates"


class BrokenTemplate(Exception):  # noqa: N818 - it is told as a problem, not as an error of the program
    """Ends a drawing, from whatever depth and process; `problem` says where the template is wrong."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@contextmanager
def blaming_templates(environment: Environment) -> Iterator[None]:
    """Turn what a template of the instance fails with into `BrokenTemplate`."""
    try:
        yield
    except Exception as error:  # a template may call anything, and anything may fail
        place = _place(error, _own_folders(environment))
        if place is None:
            raise
        raise BrokenTemplate(_broken(place, error)) from error


def _own_folders(environment: Environment) -> Sequence[str]:
    """Every folder but the last, which is the generator's."""
    loader = environment.loader
    return tuple(map(str, loader.searchpath[:-1])) if isinstance(loader, FileSystemLoader) else ()


def _place(error: Exception, folders: Sequence[str]) -> Location | None:
    """The deepest line of an own template on the way to the failure."""
    lines = [(frame.f_code.co_filename, number) for frame, number in walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        lines.append((error.filename, error.lineno))
    for file, line in reversed(lines):
        for folder in folders:
            if Path(file).is_relative_to(folder):
                return Location(f"{_FOLDER}/{Path(file).relative_to(folder).as_posix()}", line)
    return None


def _broken(place: Location, error: Exception) -> Problem:
    return template_broken(place, str(error) if isinstance(error, TemplateError) else type(error).__name__)

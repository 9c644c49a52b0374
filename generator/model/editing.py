"""Which datasets people fill in by form and which by table, and where what they wrote goes."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.model.dataset import Dataset
from generator.model.json_value import Written
from generator.model.project import Settings

TRIAL = "test-repo"
"""Without a repository forms can be tried: what is written stays in the reader's own browser."""
API_ROOTS = {
    "github": "https://api.github.com",
    "gitlab": "https://gitlab.com/api/v4",
    "gitea": "https://gitea.com/api/v1",
}
"""Where each kind of forge is asked when the settings do not say otherwise."""
REVIEWED = ("github", "gitlab")
"""Forges where a form becomes a pull request; elsewhere it is committed at once."""
FORMS = "admin/"
FORMS_APP = "admin/forms/"


def is_edited_by_form(dataset: Dataset) -> bool:
    """Whether each record is a YAML file of its own, named by its key."""
    is_named = dataset.path in (f"{{{name}}}.yaml" for name in dataset.primary_key)
    return dataset.directory.nesting is None and is_named and len(dataset.primary_key) == 1


def edited_by_form(datasets: Iterable[Dataset]) -> tuple[Dataset, ...]:
    """The datasets that have a form, those in the site's menu first."""
    return tuple(sorted(filter(is_edited_by_form, datasets), key=lambda each: each.directory.menu is None))


def edited_by_table(datasets: Iterable[Dataset]) -> tuple[Dataset, ...]:
    """The datasets whose records are rows of tables, those in the site's menu first.

    Statistics are not filled in: `mingshan protect` makes them from figures that stay outside.
    """
    rows = (each for each in datasets if each.path.endswith((".csv", ".tsv")))
    tables = (each for each in rows if each.directory.tabulation is None)
    return tuple(sorted(tables, key=lambda each: each.directory.menu is None))


def template_address(dataset: str) -> str:
    """Where the empty workbook of a dataset is offered."""
    return f"{FORMS}{dataset}.xlsx"


def forms_backend(settings: Settings) -> Written:
    """Which repository forms write to and how people sign in, as the settings say."""
    given = {name: value for name, value in settings.forms.items() if value}
    kind = given.pop("backend", "")
    if not kind or "repo" not in given:
        return {"name": TRIAL}
    fork = {"open_authoring": True, "auth_scope": "public_repo"} if kind == "github" else {}
    return {"name": kind, **given, **fork}


def forms_origins(settings: Settings) -> tuple[str, ...]:
    """The only hosts the forms may talk to besides the site's own: the repository's."""
    backend = forms_backend(settings)
    if backend["name"] == TRIAL:
        return ()
    parts = urlsplit(str(backend.get("api_root") or API_ROOTS[str(backend["name"])]))
    return (f"{parts.scheme}://{parts.netloc}",)

"""Verbs that come with a feature: with its folder they are gone, and whoever gives one is told so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_FOLDER = "generator.features."
OF_FEATURES: Mapping[str, str] = {
    **{"duties": "duties", "upgrade": "duties", "freshness": "editions", "review": "calls"},
    **dict.fromkeys(("diff", "vet", "comment"), "changes"),
    **dict.fromkeys(("protect", "audit"), "statistics"),
}
"""By verb, the feature it belongs to. A table and no hook: to ask the features, all of them would be imported, which
takes longer than most verbs; a test holds it against what the modules import."""


def is_there(verb: str) -> bool:
    """Whether the feature of a verb is in this copy of the engine; what belongs to none always is."""
    feature = OF_FEATURES.get(verb)
    return feature is None or (Path(__file__).parents[1] / "features" / feature / "__init__.py").is_file()


def told_missing(verb: str, error: ModuleNotFoundError) -> str | None:
    """What is said to whoever gives a verb whose feature is gone; nothing where something else is missing."""
    if not (error.name or "").startswith(_FOLDER):
        return None
    feature = (error.name or "").removeprefix(_FOLDER).partition(".")[0]
    return f"这份程序没有“{feature}”这项功能，所以没有 {verb} 这条命令。要用，请换带这项功能的程序。"

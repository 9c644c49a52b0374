"""A function to one that works each result out once, for as long as anybody asks about the same catalogue."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

Subject = TypeVar("Subject", bound=Hashable)
Rest = ParamSpec("Rest")
Result = TypeVar("Result")

SUBJECTS_KEPT = 2
"""A preview builds the site again after every edit: of all its catalogues only the last must stay in memory."""


def once_a_subject(
    function: Callable[Concatenate[Subject, Rest], Result],
) -> Callable[Concatenate[Subject, Rest], Result]:
    """Remember results by what follows the first argument, and all of them only for the last subjects."""

    @lru_cache(maxsize=SUBJECTS_KEPT)
    def kept(_subject: Subject) -> dict[tuple[object, ...], Result]:
        return {}

    @wraps(function)
    def remembered(subject: Subject, /, *rest: Rest.args, **names: Rest.kwargs) -> Result:
        known, key = kept(subject), (*rest, *names.items())
        if key not in known:
            known[key] = function(subject, *rest, **names)
        return known[key]

    return remembered

"""The list of change requests, by which the names of files are judged, stays true when files are moved or rewritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypedDict

import pytest
import yaml

from tests.demonstration import HOUSE

SPREAD: Mapping[str, int] = {
    **{"message": 6, "limit": 5, "page": 6, "column": 4, "feed": 3},
    **{"chart": 3, "option": 4, "law": 3, "workflow": 2, "style": 4},
}
"""Of each kind at least so many."""


class Request(TypedDict):
    """What somebody asks for, where it is done, and what stands there today."""

    request: str
    file: str
    also: Sequence[str]
    holds: str
    kind: str


REQUESTS: Sequence[Request] = yaml.safe_load((HOUSE / "tests" / "change_requests.yaml").read_text("utf-8"))


@pytest.mark.parametrize("given", REQUESTS, ids=lambda given: given["file"])
def test_the_file_holds_what_is_asked_for(given: Request) -> None:
    assert given.keys() == Request.__annotations__.keys()
    assert given["holds"] in (HOUSE / given["file"]).read_text("utf-8")
    assert given["file"] not in given["also"]
    assert [name for name in given["also"] if not (HOUSE / name).is_file()] == []


@pytest.mark.parametrize("given", REQUESTS, ids=lambda given: given["file"])
def test_a_request_names_no_file(given: Request) -> None:
    names = (given["file"], *given["also"])
    assert not [name for name in names if name in given["request"] or name.rpartition("/")[2] in given["request"]]


def test_there_are_forty_of_every_kind() -> None:
    kinds = Counter(given["kind"] for given in REQUESTS)
    assert len({given["request"] for given in REQUESTS}) == len(REQUESTS) >= 40
    assert kinds.keys() == SPREAD.keys()
    assert {kind: total for kind, total in SPREAD.items() if kinds[kind] < total} == {}

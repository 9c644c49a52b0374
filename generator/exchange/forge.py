"""A comment to the pull request it belongs to, through the interface that GitHub and Gitea share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

from generator.exchange.problems import COMMENT_FAILED
from generator.model.problem import Location, Problem

FORGE_MARK = "<!-- mingshan vet -->"
"""By this line a comment is known again and written anew instead of a second one below it."""
_TIMEOUT = 30
_PAGE, MOST_PAGES = 50, 40
_LARGEST = 20_000_000
"""Bytes of one answer."""


@dataclass(frozen=True, slots=True, repr=False)
class Forge:
    """`api` is the address of the interface, `repository` is owner/name; the token is never shown."""

    api: str
    repository: str
    token: str


def post_comment(forge: Forge, commit: str, body: str) -> tuple[Problem, ...]:
    """Write `body` below every open pull request whose newest commit this is; none is no fault: it may be closed."""
    if urlsplit(forge.api).scheme not in ("https", "http"):
        return (_failed("接口地址不是网址"),)
    try:
        for pull in _pages(forge, "pulls", state="open"):
            if pull["head"]["sha"] == commit:
                _write(forge, int(pull["number"]), f"{FORGE_MARK}\n{body}")
    except HTTPError as error:
        return (_failed(f"代码库回答 {error.code}"),)
    except (URLError, HTTPException, OSError):
        return (_failed("连不上代码库"),)
    except (ValueError, KeyError, TypeError):
        return (_failed("代码库的回答看不懂"),)
    return ()


def _write(forge: Forge, number: int, body: str) -> None:
    ours = next((each for each in _pages(forge, f"issues/{number}/comments") if _is_ours(each)), None)
    if ours is None:
        _ask(forge, "POST", f"issues/{number}/comments", {"body": body})
    elif ours["body"] != body:
        _ask(forge, "PATCH", f"issues/comments/{int(ours['id'])}", {"body": body})


def _is_ours(comment: Any) -> bool:
    """Anybody can copy the mark; only a program writes as a program."""
    return str(comment["body"]).startswith(FORGE_MARK) and comment["user"].get("type", "Bot") == "Bot"


def _pages(forge: Forge, path: str, **asked: str) -> Iterator[Any]:
    for number in range(1, MOST_PAGES + 1):
        found = _ask(forge, "GET", f"{path}?{urlencode({**asked, 'per_page': _PAGE, 'limit': _PAGE, 'page': number})}")
        yield from found
        if len(found) < _PAGE:
            return


def _ask(forge: Forge, method: str, path: str, document: Any = None) -> Any:
    address = f"{forge.api.rstrip('/')}/repos/{quote(forge.repository)}/{path}"
    headers = {"Accept": "application/json", "Authorization": f"Bearer {forge.token}", "User-Agent": "mingshan"}
    data = None if document is None else json.dumps(document).encode()
    if data is not None:
        headers["Content-Type"] = "application/json"
    request = Request(address, data, headers, method=method)  # noqa: S310 - the scheme was looked at above
    with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - likewise
        return json.loads(answer.read(_LARGEST))


def _failed(why: str) -> Problem:
    """The comment could not be written; the review itself stands in the log of the check all the same."""
    return Problem(
        COMMENT_FAILED,
        Location("GITHUB_API_URL"),
        f"评论没有写成（{why}）。",
        "检查 GITHUB_API_URL、GITHUB_REPOSITORY 和 GITHUB_TOKEN；令牌要有写评论的权限。",
    )

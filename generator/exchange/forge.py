"""A forge's pull requests to what it says of them, and a comment to one: GitHub, Gitea, Gitee."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

from generator.exchange.forge_problems import (
    forge_address_wrong,
    forge_not_understood,
    forge_refused,
    forge_unreachable,
)
from generator.model.problem import Problem

FORGE_MARK = "<!-- mingshan vet -->"
"""By this line a comment is known again and written anew instead of a second one below it."""
_TIMEOUT = 30
_PAGE, MOST_PAGES = 50, 61
"""GitHub lists 3,000 files of a request and no more."""
LISTED_AT_MOST = 300
"""Where a forge does not count the files, so many may be all that it lists."""
_Answer = TypeVar("_Answer")
_LARGEST = 20_000_000
"""Bytes of one answer."""


@dataclass(frozen=True, slots=True, repr=False)
class Forge:
    """`api` is the address of the interface, `repository` is owner/name; the token is never shown."""

    api: str
    repository: str
    token: str


@dataclass(frozen=True, slots=True)
class ForgePull:
    """An open request; `paths` are all that it changes, as the forge says, `is_whole` where it could list them."""

    number: int
    paths: tuple[str, ...]
    is_whole: bool


def find_pulls(forge: Forge, commit: str) -> tuple[ForgePull, ...] | Problem:
    """Every open request whose newest commit this is; none is no fault: it may be closed, or have a newer one."""

    def find() -> tuple[ForgePull, ...]:
        pulls = [each for each in _pages(forge, "pulls", state="open") if each["head"]["sha"] == commit]
        return tuple(_read_pull(forge, int(each["number"])) for each in pulls)

    return _answer_or_problem(forge, find)


def write_comment(forge: Forge, pull: ForgePull, commit: str, body: str) -> Problem | None:
    """Write `body` below a request, in place of what was written before, unless it has a newer commit by now."""

    def write() -> None:
        if _ask(forge, "GET", f"pulls/{pull.number}")["head"]["sha"] == commit:
            _write(forge, pull.number, f"{FORGE_MARK}\n{body}")

    return _answer_or_problem(forge, write)


def _answer_or_problem(forge: Forge, ask: Callable[[], _Answer]) -> _Answer | Problem:
    if urlsplit(forge.api).scheme not in ("https", "http"):
        return forge_address_wrong()
    try:
        return ask()
    except HTTPError as error:
        return forge_refused(error.code)
    except (URLError, HTTPException, OSError):
        return forge_unreachable()
    except (ValueError, KeyError, TypeError, AttributeError):
        return forge_not_understood()


def _read_pull(forge: Forge, number: int) -> ForgePull:
    """A list that ends where the forge's own limit is may be cut off; only the number that it counts says it is not."""
    counted = _ask(forge, "GET", f"pulls/{number}").get("changed_files")
    listed = list(_pages(forge, f"pulls/{number}/files"))
    paths = {str(each[name]) for each in listed for name in ("filename", "previous_filename") if each.get(name)}
    is_whole = len(listed) == counted if isinstance(counted, int) else 0 < len(listed) < LISTED_AT_MOST
    return ForgePull(number, tuple(sorted(paths)), is_whole)


def _write(forge: Forge, number: int, body: str) -> None:
    place = "pulls" if _is_gitee(forge) else "issues"
    me = _me(forge)
    ours = [each for each in _pages(forge, f"{place}/{number}/comments") if _is_ours(each, me)]
    if not ours:
        _ask(forge, "POST", f"{place}/{number}/comments", {"body": body})
    elif ours[0]["body"] != body:
        _ask(forge, "PATCH", f"{place}/comments/{int(ours[0]['id'])}", {"body": body})


def _is_gitee(forge: Forge) -> bool:
    """Its comments stand below the request itself."""
    return "/api/v5" in urlsplit(forge.api).path


def _me(forge: Forge) -> str:
    """The account that writes; a program's token has none on GitHub."""
    try:
        return str(_ask(forge, "GET", "user", above=True)["login"])
    except (HTTPError, KeyError, TypeError):
        return ""


def _is_ours(comment: Any, me: str) -> bool:
    """Anybody can copy the mark; only a program writes as a program, or our own account as itself."""
    user = comment["user"]
    is_author = user.get("login") == me if me else user.get("type", "Bot") == "Bot"
    return str(comment["body"]).startswith(FORGE_MARK) and (is_author or user.get("type") == "Bot")


def _pages(forge: Forge, path: str, **asked: str) -> Iterator[Any]:
    for number in range(1, MOST_PAGES + 1):
        found = _ask(forge, "GET", f"{path}?{urlencode({**asked, 'per_page': _PAGE, 'limit': _PAGE, 'page': number})}")
        yield from found
        if len(found) < _PAGE:
            return


def _ask(forge: Forge, method: str, path: str, document: Any = None, above: bool = False) -> Any:
    place = "" if above else f"repos/{quote(forge.repository)}/"
    address = f"{forge.api.rstrip('/')}/{place}{path}"
    headers = {"Accept": "application/json", "Authorization": f"Bearer {forge.token}", "User-Agent": "mingshan"}
    data = None if document is None else json.dumps(document).encode()
    if data is not None:
        headers["Content-Type"] = "application/json"
    request = Request(address, data, headers, method=method)  # noqa: S310 - the scheme was looked at above
    with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - likewise
        return json.loads(answer.read(_LARGEST))

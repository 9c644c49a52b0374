"""A finished site to a store, of which web servers show one of two copies: the other is made ready, then shown.

Only what differs is sent. The pointer, a file with the name of the copy that is shown, is written after all of that:
who stops before leaves the site as it was. Then the copy that nobody is shown any more is made the same, so that what
was withdrawn lies nowhere, and the next time only what changed since this one is sent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.publish.archives import site_digests
from generator.publish.stores import Store, StoreError

POINTER = "current"
COPIES = ("a", "b")
_VERSION = 1


class Sent(NamedTuple):
    """What sending took: which copy is shown now, and how many files were sent and deleted for it."""

    shown: str
    sent: int
    deleted: int


@dataclass(frozen=True, slots=True)
class _Copy:
    """What lies in a copy: digests by name, and the names of which nobody knows whether they are there."""

    files: Mapping[str, str]
    doubtful: tuple[str, ...] = ()


class StrangeStoreError(Exception):
    """Somebody else keeps things there."""


def send_site(site: Path, store: Store) -> Sent:
    """Make what the store shows exactly the site."""
    shown = find_shown(store)
    digests = dict(site_digests(site))
    if shown and _read_copy(store, shown) == _Copy(digests):
        sent = Sent(shown, 0, 0)
    else:
        fresh = COPIES[1] if shown == COPIES[0] else COPIES[0]
        sent = Sent(fresh, *_bring(site, digests, store, fresh))
        store.write(POINTER, f"{fresh}\n")
    if shown:
        _bring(site, digests, store, next(each for each in COPIES if each != sent.shown))
    return sent


def find_shown(store: Store) -> str:
    """The copy that is shown; empty where none is yet, or the first one was begun and not finished."""
    pointer = store.read(POINTER)
    if pointer is not None:
        name = pointer.decode("utf-8", "replace").strip()
        if name not in COPIES:
            raise StrangeStoreError
        return name
    if store.read(_list_of(COPIES[0])) is None and not store.is_empty():
        raise StrangeStoreError
    return ""


def _bring(site: Path, digests: Mapping[str, str], store: Store, copy: str) -> tuple[int, int]:
    """Make a copy that nobody is shown the site; first it says of what changes that it is doubtful."""
    before = _read_copy(store, copy)
    stale = [name for name, digest in digests.items() if before.files.get(name) != digest]
    gone = sorted({*before.files, *before.doubtful} - digests.keys())
    if stale or gone or before.doubtful:
        kept = {name: digest for name, digest in digests.items() if before.files.get(name) == digest}
        _write_copy(store, copy, _Copy(kept, (*stale, *gone)))
        store.send({f"{copy}/{name}": site / name for name in stale})
        store.delete(f"{copy}/{name}" for name in gone)
        _write_copy(store, copy, _Copy(digests))
    return len(stale), len(gone)


def _list_of(copy: str) -> str:
    return f"{copy}.json"


def _read_copy(store: Store, copy: str) -> _Copy:
    text = store.read(_list_of(copy))
    try:
        document = json.loads(text or b"{}")
        if document and document["version"] == _VERSION:
            return _Copy(dict(document["files"]), tuple(document["doubtful"]))
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{_list_of(copy)} 读不懂") from None
    return _Copy({})


def _write_copy(store: Store, copy: str, state: _Copy) -> None:
    document = {"version": _VERSION, "files": state.files, "doubtful": state.doubtful}
    store.write(_list_of(copy), json.dumps(document, ensure_ascii=False, separators=(",", ":")))

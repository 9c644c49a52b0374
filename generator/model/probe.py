"""What came of following a link that leads out of the site."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class LinkOutcome(StrEnum):
    """What is known of an address after asking for it."""

    WORKS = "works"
    MOVED = "moved"
    """It works, but for good at another address."""
    GONE = "gone"
    """There is no such page or no such host."""
    UNSURE = "unsure"
    """No answer, a refusal or a failure: programs are turned away where people are not."""
    INSIDE = "inside"
    """It names a machine of somebody's own network; nobody asked there."""


class Probe(NamedTuple):
    """`detail` says why in plain Chinese, or the new address; `files` are those that hold the link."""

    address: str
    outcome: LinkOutcome
    detail: str
    files: tuple[str, ...] = ()

"""Where feeds and cards lie. Other sites may put what is in `/embed/` into a frame, and nothing else: the guide for
servers says so by this folder's name.
"""

from __future__ import annotations

FOLLOW = "follow/"
EMBED = "embed/"


def feed_address(place: str, category: str) -> str:
    """The news of one kind of help in one place."""
    return f"{FOLLOW}{place}/{category}.xml"


def place_card_address(place: str) -> str:
    """What a place has now, as a card."""
    return f"{EMBED}place-{place}.html"


def offer_card_address(number: str) -> str:
    """One entry as a card; its number is the same in every half-year."""
    return f"{EMBED}offer-{number}.html"

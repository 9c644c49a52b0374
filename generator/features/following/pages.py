"""The plan of feeds, cards, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.following.addresses import FOLLOW, feed_address, offer_card_address, place_card_address
from generator.features.following.entry_cards import entry_numbers
from generator.features.following.reach import is_followed, reach_of_place
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.places import find_top
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("place", "offer", "category"))
_MADE_OF = Roles((*_NEEDS, "tombstone"))


def is_offered(catalogue: Catalogue) -> bool:
    """Whether there are places with help that others may be told of."""
    offers = catalogue.dataset_with("offer")
    known = all(role in catalogue.roles for role in _NEEDS)
    return known and offers is not None and offers.is_published and find_top(catalogue) is not None


def followed_places(catalogue: Catalogue) -> Iterator[Record]:
    """The places that have feeds and cards, in their order."""
    return (each for each in catalogue.with_role("place").values() if is_followed(catalogue, each))


def plan_files(catalogue: Catalogue, settings: Settings) -> Iterator[Download]:
    """A card for each followed place and each entry; feeds only where an address of ours can stand in them."""
    if not is_offered(catalogue):
        return
    for place in followed_places(catalogue):
        yield Download(place_card_address(place.key), "following-place", _NEEDS, place.key)
        for category in reach_of_place(catalogue, place.key) if settings.site_url else ():
            key = f"{place.key}/{category}"
            yield Download(feed_address(place.key, category), "following-feed", _NEEDS, key)
    for number, place_key in entry_numbers(catalogue).items():
        yield Download(offer_card_address(number), "following-offer", _MADE_OF, f"{place_key}/{number}")


def _plan(catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    if is_offered(catalogue):
        yield Page(
            address=FOLLOW,
            title=FOLLOWING.title,
            template="following/places",
            frame=FOLLOWING.name,
            subject=TopicSubject("following", "", _NEEDS),
            crumbs=(LISTINGS_HOME,),
        )


FOLLOWING = Topic("follow", "订阅一个地方的帮扶变化", "了解更多", _NEEDS, _plan)

"""Following a place: feeds of what help came, comes back and ends there, and cards that others may show."""

from __future__ import annotations

from generator.features.following.cards import offer_card_file, place_card_file
from generator.features.following.everywhere import everywhere
from generator.features.following.news_feeds import news_feed
from generator.features.following.open_format import following_formats
from generator.features.following.pages import FOLLOWING, plan_files
from generator.features.following.views import following_context, offer_following_context, place_following_context
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage

FEATURE = Feature(
    name="following",
    everywhere=everywhere,
    topics=(FOLLOWING,),
    pages={"following": TopicPage(following_context)},
    records={"place": (RecordPart(place_following_context),), "offer": (RecordPart(offer_following_context),)},
    downloads=plan_files,
    files={
        "following-feed": FileKind(news_feed),
        "following-place": FileKind(place_card_file),
        "following-offer": FileKind(offer_card_file),
    },
    open_formats=(following_formats,),
)

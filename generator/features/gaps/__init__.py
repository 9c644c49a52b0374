"""What is asked for and what is offered, place by place: the ledgers of needs against the supply catalogues."""

from __future__ import annotations

from generator.features.gaps import board_views
from generator.features.gaps.gap_tables import gaps_csv, needs_csv
from generator.features.gaps.ledgers import hide_ledgers
from generator.features.gaps.pages import GAP_BOARD
from generator.features.gaps.place_views import place_gaps_context
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage

_HEAD = ('<link rel="stylesheet" href="{root}assets/mingshan/gaps/gaps.css">',)
"""What the board's pages load."""

FEATURE = Feature(
    name="gaps",
    topics=(GAP_BOARD,),
    pages={
        "gaps-board": TopicPage(board_views.board_context, head=_HEAD),
        "gaps-category": TopicPage(board_views.category_context, head=_HEAD),
        "gaps-place": TopicPage(board_views.place_context, head=_HEAD),
    },
    records={"place": (RecordPart(place_gaps_context),)},
    files={"gaps": FileKind(gaps_csv), "gap-needs": FileKind(needs_csv)},
    hides=(hide_ledgers,),
)

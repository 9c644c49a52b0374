"""The half-yearly supply catalogues: what was there when, how fresh it is, what changed between two of them."""

from __future__ import annotations

from generator.features.editions import views
from generator.features.editions.completions import ENTRY_COMPLETION
from generator.features.editions.everywhere import everywhere
from generator.features.editions.late_feed import freshness_feed
from generator.features.editions.pages import CATALOGUE_BOARD
from generator.features.editions.problems import RULES
from generator.features.editions.unchecked_phones import find_due_checks
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage

FEATURE = Feature(
    name="editions",
    everywhere=everywhere,
    rules=RULES,
    topics=(CATALOGUE_BOARD,),
    pages={
        "catalogues-board": TopicPage(views.board_context),
        "catalogues-period": TopicPage(views.period_context),
    },
    records={
        "offer": (RecordPart(views.carried_context),),
        "place": (RecordPart(views.freshness_context),),
    },
    files={"freshness-atom": FileKind(freshness_feed)},
    reminders=(find_due_checks,),
    completions={"offer": ENTRY_COMPLETION},
)

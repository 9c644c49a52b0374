"""Which help is for whom: one specification as data, read here and by the reader's own browser."""

from __future__ import annotations

from generator.features.finder import data_files, views
from generator.features.finder.clerk_file import clerk_file
from generator.features.finder.everywhere import everywhere
from generator.features.finder.pages import FIND
from generator.features.finder.place_views import place_finder_context
from generator.features.finder.reader_reports import fault_context
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage

FEATURE = Feature(
    name="finder",
    everywhere=everywhere,
    topics=(FIND,),
    pages={
        "find-start": TopicPage(views.start_context),
        "find-policy": TopicPage(views.policy_context),
        "find-district": TopicPage(views.district_context),
        "find-need": TopicPage(views.need_context),
    },
    records={
        "offer": (RecordPart(fault_context),),
        "place": (RecordPart(place_finder_context),),
    },
    files={
        "find-rules": FileKind(data_files.rules_file),
        "find-district": FileKind(data_files.district_file),
        "find-details": FileKind(data_files.details_file),
        "find-clerk": FileKind(clerk_file),
    },
)

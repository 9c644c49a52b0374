"""What happens when: events, trainings, calls."""

from __future__ import annotations

from generator.features.calendar.pages import CALENDAR
from generator.features.calendar.phone_calendar import occasion_calendar, occasions_calendar
from generator.features.calendar.views import (
    days_context,
    occasion_context,
)
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage
from generator.render.heads import HEADS_ARTICLES

FEATURE = Feature(
    name="calendar",
    topics=(CALENDAR,),
    pages={"calendar-days": TopicPage(days_context, head=HEADS_ARTICLES)},
    records={
        "event": (RecordPart(occasion_context),),
        "training": (RecordPart(occasion_context),),
    },
    record_templates={"event": "calendar/occasion", "training": "calendar/occasion"},
    files={"occasions": FileKind(occasions_calendar), "occasion": FileKind(occasion_calendar)},
)

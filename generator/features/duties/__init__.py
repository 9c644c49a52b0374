"""Rules as data and the facts of a subject become obligations: what had to be published, by when, whether it was."""

from __future__ import annotations

from generator.features.duties import board_files
from generator.features.duties.authority_views import authority_context
from generator.features.duties.board_lines import board_lines
from generator.features.duties.board_views import board_context
from generator.features.duties.contradictions import find_contradiction_problems
from generator.features.duties.fundraising_findings import find_inside
from generator.features.duties.fundraising_views import fundraisings_context
from generator.features.duties.look_list import LOOK_COMPLETION
from generator.features.duties.moved_looks import find_moved_looks
from generator.features.duties.organization_charts import year_csv, years_context
from generator.features.duties.organization_event_views import decisions_context
from generator.features.duties.owed_views import organization_duties, project_duties
from generator.features.duties.pages import DUTIES
from generator.features.duties.problems import RULES
from generator.features.duties.project_charts import money_context, money_csv
from generator.features.duties.published_pages import PUBLISHINGS
from generator.features.duties.published_views import published_context
from generator.features.duties.rule_views import method_context, rule_context
from generator.features.duties.second_looks import LOOK_ROLE
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage

_HEAD = (
    '<link rel="stylesheet" href="{root}assets/mingshan/duties/duties.css">',
    '<script type="module" src="{root}assets/mingshan/duties/aging.js"></script>',
    '<script type="module" src="{root}assets/mingshan/duties/reveal.js"></script>',
)
"""What pages that show duties load."""

FEATURE = Feature(
    name="duties",
    rules=RULES,
    topics=(DUTIES, PUBLISHINGS),
    pages={
        "duties-board": TopicPage(board_context, head=_HEAD),
        "duties-published": TopicPage(published_context, head=_HEAD),
        "duties-method": TopicPage(method_context, head=_HEAD),
        "duties-authorities": TopicPage(authority_context, head=_HEAD),
    },
    records={
        "project": (
            RecordPart(project_duties),
            RecordPart(money_context),
            RecordPart(fundraisings_context),
        ),
        "organization": (
            RecordPart(organization_duties),
            RecordPart(years_context),
            RecordPart(decisions_context),
        ),
        "rule": (RecordPart(rule_context),),
    },
    record_templates={"rule": "duties/rule"},
    record_heads={"project": _HEAD, "organization": _HEAD, "rule": _HEAD},
    files={
        "project-money": FileKind(money_csv),
        "organization-years": FileKind(year_csv),
        "duties-csv": FileKind(board_files.board_csv),
        "duties-json": FileKind(board_files.board_json),
        "duties-board": FileKind(board_lines),
        "duties-atom": FileKind(board_files.duties_feed),
        "duties-ics": FileKind(board_files.duties_calendar),
    },
    contradictions=(find_contradiction_problems,),
    reminders=(find_inside, find_moved_looks),
    completions={LOOK_ROLE: LOOK_COMPLETION},
)

"""The table type that protection and audit share: dimensions, cells, sums. Neither borrows anything else."""

from __future__ import annotations

from functools import partial

from generator.features.statistics.addresses import STATISTICS_KINDS
from generator.features.statistics.audited_history import audit_catalogue
from generator.features.statistics.groupings import find_problems
from generator.features.statistics.history_views import history_context
from generator.features.statistics.neighbours.results import audit_results
from generator.features.statistics.neighbours.supply_audit import audit_supply
from generator.features.statistics.pages import STATISTICS
from generator.features.statistics.problems import RULES
from generator.features.statistics.raw_sheets import raw_sheets
from generator.features.statistics.succession_check import find_succession_problems
from generator.features.statistics.views import (
    charts_context,
    download_chart,
    method_context,
    stages_block,
    stages_context,
)
from generator.model.feature import Feature, FileKind, RecordPart, TopicPage

FEATURE = Feature(
    name="statistics",
    rules=RULES,
    topics=(STATISTICS,),
    pages={
        **{topic: TopicPage(partial(charts_context, topic)) for topic in STATISTICS_KINDS},
        "statistics-method": TopicPage(method_context),
        "statistics-history": TopicPage(history_context),
    },
    records={"place": (RecordPart(stages_context),)},
    blocks={"stages": stages_block},
    files={"chart": FileKind(download_chart)},
    contradictions=(find_problems, find_succession_problems),
    audits=(audit_catalogue, audit_supply, audit_results),
    raw_sheets=(raw_sheets,),
)

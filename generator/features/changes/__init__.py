"""What a person is told of a change: what it does for the public, what has to be mended first, and what came of it."""

from __future__ import annotations

from generator.features.changes.data_log import compare_data, log_feed, log_file, log_formats, plan_log
from generator.features.changes.problems import RULES
from generator.model.feature import Feature, FileKind

FEATURE = Feature(
    name="changes",
    rules=RULES,
    downloads=plan_log,
    files={"data-log": FileKind(log_file), "data-log-feed": FileKind(log_feed)},
    open_formats=(log_formats,),
    compare=compare_data,
)

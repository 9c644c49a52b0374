"""Taking what one filtered: a dataset as a table that sorts and narrows in the reader's browser, and its lines."""

from __future__ import annotations

from generator.features.taking.everywhere import everywhere
from generator.features.taking.pages import TAKING
from generator.features.taking.rows_file import rows_file
from generator.features.taking.views import taking_context
from generator.model.feature import Feature, FileKind, TopicPage

FEATURE = Feature(
    name="taking",
    everywhere=everywhere,
    topics=(TAKING,),
    pages={"taking": TopicPage(taking_context)},
    files={"taking-rows": FileKind(rows_file)},
)

"""Help, its providers and windows as the Human Services Data Specification (HSDS) 3.0 has them, for other systems."""

from __future__ import annotations

from generator.features.hsds.api_files import item_file, page_file, root_file
from generator.features.hsds.hours_reminders import find_unread_hours
from generator.features.hsds.open_format import hsds_formats
from generator.features.hsds.pages import HSDS, plan_files
from generator.features.hsds.problems import RULES
from generator.features.hsds.tables import descriptor_file, table_file
from generator.features.hsds.views import hsds_context
from generator.model.feature import Feature, FileKind, TopicPage

FEATURE = Feature(
    name="hsds",
    rules=RULES,
    topics=(HSDS,),
    pages={"hsds": TopicPage(hsds_context)},
    downloads=plan_files,
    files={
        "hsds-root": FileKind(root_file),
        "hsds-item": FileKind(item_file),
        "hsds-page": FileKind(page_file),
        "hsds-table": FileKind(table_file),
        "hsds-descriptor": FileKind(descriptor_file),
    },
    reminders=(find_unread_hours,),
    open_formats=(hsds_formats,),
)

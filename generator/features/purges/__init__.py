"""What was deleted for good: its tombstone at the old address, and the list by which mirrors follow."""

from __future__ import annotations

from generator.features.purges.pages import PURGES
from generator.features.purges.views import purged_file, tombstone_context
from generator.model.feature import Feature, FileKind, TopicPage

FEATURE = Feature(
    name="purges",
    topics=(PURGES,),
    pages={"purge": TopicPage(tombstone_context)},
    files={"purged": FileKind(purged_file)},
)

"""Every rule a problem can name, explained to those who meet it; the pages `problems/<rule>/` show it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.features.help.explanations.articles import ARTICLES
from generator.features.help.explanations.cells import CELLS
from generator.features.help.explanations.duties import DUTIES
from generator.features.help.explanations.explanation import Chapter, Explanation
from generator.features.help.explanations.files import FILES
from generator.features.help.explanations.privacy import PRIVACY
from generator.features.help.explanations.records import RECORDS
from generator.features.help.explanations.running import RUNNING
from generator.features.help.explanations.statistics import AUDIT, RAW
from generator.features.help.explanations.workbooks import WORKBOOKS

CHAPTERS: tuple[Chapter, ...] = (CELLS, RECORDS, PRIVACY, DUTIES, ARTICLES, WORKBOOKS, FILES, RAW, AUDIT, RUNNING)
"""What charities meet most comes first, what engineers meet comes last."""

EXPLANATIONS: Mapping[str, Explanation] = {
    rule: explanation for chapter in CHAPTERS for rule, explanation in chapter.explanations.items()
}

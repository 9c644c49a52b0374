"""Every rule a problem can name, explained to those who meet it; the pages `problems/<rule>/` show it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.domain.explanations.articles import ARTICLES
from generator.domain.explanations.cells import CELLS
from generator.domain.explanations.duties import DUTIES
from generator.domain.explanations.explanation import Chapter, Explanation
from generator.domain.explanations.files import FILES
from generator.domain.explanations.privacy import PRIVACY
from generator.domain.explanations.records import RECORDS
from generator.domain.explanations.running import RUNNING
from generator.domain.explanations.statistics import AUDIT, RAW
from generator.domain.explanations.workbooks import WORKBOOKS

CHAPTERS: tuple[Chapter, ...] = (CELLS, RECORDS, PRIVACY, DUTIES, ARTICLES, WORKBOOKS, FILES, RAW, AUDIT, RUNNING)
"""What charities meet most comes first, what engineers meet comes last."""

EXPLANATIONS: Mapping[str, Explanation] = {
    rule: explanation for chapter in CHAPTERS for rule, explanation in chapter.explanations.items()
}

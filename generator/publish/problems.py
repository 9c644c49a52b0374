"""What keeps a site from being built and published: the rules of publishing."""

from __future__ import annotations

from generator.publish.content_problems import CONTENT_RULES
from generator.publish.mkdocs_problems import MKDOCS_RULES
from generator.publish.preview_problems import PREVIEW_RULES
from generator.publish.release_problems import RELEASE_RULES
from generator.publish.search_problems import SEARCH_RULES
from generator.publish.site_folder_problems import SITE_FOLDER_RULES
from generator.publish.store_problems import STORE_RULES

RULES = (
    *CONTENT_RULES,
    *MKDOCS_RULES,
    *SITE_FOLDER_RULES,
    *SEARCH_RULES,
    *PREVIEW_RULES,
    *RELEASE_RULES,
    *STORE_RULES,
)

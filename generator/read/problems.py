"""What is wrong with a file before anybody asks what it says: the rules of reading."""

from __future__ import annotations

from generator.read.attachment_problems import ATTACHMENT_RULES
from generator.read.csv_problems import CSV_RULES
from generator.read.file_problems import FILE_RULES
from generator.read.front_matter_problems import FRONT_MATTER_RULES
from generator.read.repository_problems import REPOSITORY_RULES
from generator.read.settings_problems import SETTINGS_RULES
from generator.read.yaml_problems import YAML_RULES

RULES = (
    *YAML_RULES,
    *FILE_RULES,
    *ATTACHMENT_RULES,
    *CSV_RULES,
    *SETTINGS_RULES,
    *FRONT_MATTER_RULES,
    *REPOSITORY_RULES,
)

"""Support that organisations got, as the 360Giving standard for grants has it."""

from __future__ import annotations

from generator.features.giving.grants_file import grants_file
from generator.features.giving.open_format import giving_formats
from generator.features.giving.pages import plan_grants
from generator.features.giving.problems import RULES, find_without_recipient
from generator.model.feature import Feature, FileKind

FEATURE = Feature(
    name="giving",
    rules=RULES,
    downloads=plan_grants,
    files={"360giving": FileKind(grants_file)},
    contradictions=(find_without_recipient,),
    open_formats=(giving_formats,),
)

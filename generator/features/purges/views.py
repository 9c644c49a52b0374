"""A tombstone to what its page may say, and all of them to the list by which mirrors delete theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.features.purges.pages import old_address
from generator.model.cells import text_in
from generator.model.page import Download
from generator.model.source import Source
from generator.render.facts import Fact, RecordFacts


@dataclass(frozen=True, slots=True)
class TombstoneContext:
    """What the page of a tombstone may name; nothing of what was there."""

    facts: Mapping[str, Fact]


def tombstone_context(source: Source, key: str) -> TombstoneContext:
    """When it was deleted, and on whose approval."""
    return TombstoneContext(RecordFacts(source.catalogue, source.catalogue.with_role("tombstone")[key]))


def purged_file(source: Source, _download: Download) -> str:
    """Every address that mirrors must delete, with its day and reason."""
    stones = source.catalogue.with_role("tombstone").values()
    listed = [
        {"address": old_address(each), **{name: text_in(each, name) for name in ("purged_on", "basis")}}
        for each in stones
    ]
    return json.dumps({"purged": listed}, ensure_ascii=False, indent=1) + "\n"

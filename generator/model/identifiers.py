"""Records to the UUIDs by which other systems know them again: the same after every build, move and new half-year."""

from __future__ import annotations

from uuid import UUID, uuid5

from generator.model.cells import text_in
from generator.model.dataset import Dataset
from generator.model.record import Record

GIVEN_UUID = "uuid"
"""The field of records that came from elsewhere with a UUID of their own: it is given out again."""
GIVEN_ID = "given_id"
"""The same for an id of any form."""


def derived(root: str, *parts: str) -> str:
    """The UUID of something that has none: of a part of a record, or of what only a name is known of."""
    return str(uuid5(UUID(root), "/".join(parts)))


def record_identifier(namespace: str, dataset: Dataset, record: Record) -> str:
    """What a record came with; else one made of what it is and its key, however a city calls the dataset."""
    kind = dataset.directory.role or dataset.name
    return text_in(record, GIVEN_UUID) or derived(namespace, kind, lasting_key(dataset, record))


def lasting_key(dataset: Dataset, record: Record) -> str:
    """The key without the half-year: what goes on from one catalogue to the next is one thing."""
    columns = (dataset.columns[name] for name in dataset.primary_key)
    return "/".join(text_in(record, each.name) for each in columns if each.format != "period")


def suggested_namespace(*words: str) -> str:
    """What a site that has none yet may write down: made of its own names, and fixed from then on."""
    return str(uuid5(UUID(int=0), "/".join(words)))

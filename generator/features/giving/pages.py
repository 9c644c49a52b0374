"""The plan of the file of grants."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.giving.grants_file import GIVING_VERSION
from generator.model.catalogue import Catalogue
from generator.model.cells import number_in
from generator.model.page import Download
from generator.model.project import Settings

GRANTS_FILE = f"giving/{GIVING_VERSION}/360giving.json"
_MADE_OF = ("grant", "organization", "project", "incentive", "category", "place")


def has_grants(catalogue: Catalogue, settings: Settings) -> bool:
    """Whether there is one to tell, and ids to tell it by; the standard knows no empty package."""
    dataset = catalogue.dataset_with("grant")
    public = dataset is not None and dataset.is_published
    has_amounts = any(number_in(each, "amount") is not None for each in catalogue.with_role("grant").values())
    return bool(public and has_amounts and settings.grant_prefix and settings.namespace)


def plan_grants(catalogue: Catalogue, settings: Settings) -> Iterator[Download]:
    """One file."""
    if has_grants(catalogue, settings):
        yield Download(GRANTS_FILE, "360giving", catalogue.named_all(_MADE_OF))

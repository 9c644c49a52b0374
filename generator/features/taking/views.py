"""A dataset to what the page of its table may name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.features.taking.pages import rows_address
from generator.model.addresses import download_address, listing_address
from generator.model.page import Link
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class TakingContext:
    """The files that the script reads, and the plain links that do without it; empty where a site has no such file."""

    dataset: str
    title: str
    list: Link
    rows: str
    csv: str
    json: str


def taking_context(source: Source, key: str) -> TakingContext:
    """Nothing in it hangs on the records."""
    dataset = source.catalogue.datasets[key]
    return TakingContext(
        dataset=dataset.name,
        title=dataset.title,
        list=Link(f"{dataset.title}的列表", listing_address(dataset.name)),
        rows=rows_address(dataset.name),
        csv=_published(source, f"{dataset.name}.csv"),
        json=_published(source, f"{dataset.name}.json"),
    )


def _published(source: Source, name: str) -> str:
    address = download_address(name)
    return address if source.has_file(address) else ""

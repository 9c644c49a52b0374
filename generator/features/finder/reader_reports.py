"""An offer to where a reader says that its number is dead or its places are gone: one tap, no server of ours."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.addresses import record_address
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.source import Source
from generator.render.report_links import report_url

FAULTS = ("打不通", "满了")


def fault_links(settings: Settings, address: str, title: str) -> tuple[Link, ...]:
    """What can be wrong with an offer, each with the address to say so; none where errors go nowhere."""
    links = (Link(fault, report_url(settings, address, f"{fault}：{title}")) for fault in FAULTS)
    return tuple(link for link in links if link.address)


def fault_patterns(settings: Settings) -> tuple[Link, ...]:
    """The same with `{address}` and `{title}` left for the reader's browser to fill in."""
    return tuple(
        each._replace(address=each.address.replace("%7Btitle%7D", "{title}").replace("%7Baddress%7D", "{address}"))
        for each in fault_links(settings, "{address}", "{title}")
    )


@dataclass(frozen=True, slots=True)
class FaultsContext:
    """What the page of an offer may name of faults to report."""

    faults: tuple[Link, ...]


def fault_context(source: Source, record: Record) -> FaultsContext:
    """What a reader may say of an offer, on its own page."""
    address, title = record_address(record.dataset, record.key), record_title(source.catalogue, record)
    return FaultsContext(faults=fault_links(source.settings, address, title))

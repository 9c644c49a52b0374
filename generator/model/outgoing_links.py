"""Texts and records to the web addresses in them that lead out of the site; which of these may be asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

from generator.model.catalogue import Catalogue
from generator.model.formats import is_web_address
from generator.model.record import Record

_ADDRESS = re.compile(r"https?://[^\s<>\"'`，。；：！？、（）《》“”【】|\\^{}]+")
_TRAILING = ".,;:!?*_"
_RESERVED = re.compile(r"(?:.*\.)?(?:example\.(?:com|net|org)|example|test|invalid|localhost)")
"""Names that RFC 2606 keeps for examples: nobody is there."""


def find_web_addresses(text: str) -> Iterator[str]:
    """Addresses as a reader would see them end: without the bracket or the full stop behind."""
    for found in _ADDRESS.findall(text):
        address = found.rstrip(_TRAILING)
        for opening, closing in ("()", "[]"):
            while address.endswith(closing) and address.count(closing) > address.count(opening):
                address = address[:-1].rstrip(_TRAILING)
        if is_web_address(address):
            yield address


def record_texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """(file, text) of every text in every record."""
    for records in catalogue.records.values():
        for record in records.values():
            yield from ((record.origin.file, text) for text in _texts(record))


def gather_addresses(texts: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The files of each address, sorted; without fragments, which no server sees, and without reserved names."""
    found: dict[str, set[str]] = {}
    for file, text in texts:
        for address in find_web_addresses(text):
            if not _RESERVED.fullmatch(urlsplit(address).hostname or ""):
                found.setdefault(address.partition("#")[0], set()).add(file)
    return {address: tuple(sorted(files)) for address, files in sorted(found.items())}


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether a machine of this number is everybody's, and not one of the network the check runs in."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_global and not address.is_multicast


def _texts(record: Record) -> Iterator[str]:
    for value in record.values.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, str))

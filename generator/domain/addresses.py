"""Where things live on the site: addresses are relative to its root and, for pages, end with `/`."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

SEARCH = "search/"
DICTIONARIES = "dictionary/"


def record_address(dataset: str, key: str) -> str:
    """The permanent address of a record's page."""
    return f"{dataset}/{key}/"


def listing_address(dataset: str, filter_name: str = "", value: str = "", number: int = 1) -> str:
    """The address of sheet `number` of a list, whole or narrowed to one value of a filter."""
    narrowed = f"{filter_name}/{value}/" if filter_name else ""
    sheet = f"page/{number}/" if number > 1 else ""
    return f"{dataset}/{narrowed}{sheet}"


def dictionary_address(dataset: str) -> str:
    """The address of a dataset's data dictionary."""
    return f"{DICTIONARIES}{dataset}/"


def download_address(name: str) -> str:
    """The address of a file to download."""
    return f"downloads/{name}"


def root_prefix(address: str) -> str:
    """The relative way from a page back to the site's root: `../` for each folder; empty at home."""
    return "../" * address.count("/")


@lru_cache(maxsize=50_000)
def url_path(address: str) -> str:
    """The address as it stands in a link: everything but `/` percent-encoded."""
    return quote(address, safe="/")

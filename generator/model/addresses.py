"""Where things live on the site: addresses are relative to its root and, for pages, end with `/`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, urlsplit

SEARCH = "search/"
ADDRESSES_WORDS = "search/words.txt"
ADDRESSES_OFFERS = "search/offers.txt"
ADDRESSES_POINTS = "search/points.bin"
EMERGENCY = "emergency/"
DANGERS = "emergency/words.txt"
DANGERS_JOINED = "emergency/joined.txt"
DANGERS_POINTS = "emergency/points.bin"
DICTIONARIES = "dictionary/"
BOARD = "duties/"
DUTY_METHOD = "duties/method/"
DUTY_AUTHORITIES = "duties/authorities/"
PUBLISHED = "published/"
CATALOGUES = "catalogues/"
FRESHNESS_FEED = "catalogues/feed.xml"
FINDER = "find/"
LISTING_POLICY = "find/policy/"
PACKS = "packs/"
GAPS = "gaps/"
OPEN_DATA = "opendata/"
ADDRESSES_PROBLEMS = "problems/"
ERROR_FORM, ERROR_PAGE = "report-error", "page"
"""The form on GitHub for those who found an error, and its field for the page: links to it fill that in."""
PACK_FILES = {"handbook": "handbook.pdf", "poster": "poster.pdf", "workbook": "catalogue.xlsx"}
_PART = re.compile(r"_T|[A-Za-z0-9\u4e00-\u9fff][\w.-]{0,79}")


def is_address_part(text: str) -> bool:
    """Whether a key or a filter's value may stand between two slashes: letters, digits, Chinese, `-`, `_`, `.`."""
    return bool(_PART.fullmatch(text))


def record_address(dataset: str, key: str) -> str:
    """The permanent address of a record's page."""
    return f"{dataset}/{key}/"


def listing_address(dataset: str, filter_name: str = "", value: str = "", number: int = 1) -> str:
    """The address of sheet `number` of a list, whole or narrowed to one value of a filter."""
    narrowed = f"{filter_name}/{value}/" if filter_name else ""
    return sheet_address(f"{dataset}/{narrowed}", number)


def sheet_address(first: str, number: int) -> str:
    """The address of sheet `number` of a list whose first sheet lives at `first`."""
    return f"{first}page/{number}/" if number > 1 else first


def board_address(narrowing: str, value: str) -> str:
    """The address of the board of duties narrowed to one value."""
    return f"{BOARD}{narrowing}/{value}/"


def duty_anchor(uid: str) -> str:
    """The place of an obligation on its subject's page, from its uid (`projects/p1/project-progress/3`)."""
    return "-".join(("duty", *uid.split("/")[2:]))


def reminder_address(name: str, organization: str = "") -> str:
    """The address of a feed or calendar of duties: one organisation's, or everybody's."""
    return f"{board_address('organization', organization) if organization else BOARD}{name}"


def dictionary_address(dataset: str) -> str:
    """The address of a dataset's data dictionary."""
    return f"{DICTIONARIES}{dataset}/"


def download_address(name: str) -> str:
    """The address of a file to download."""
    return f"downloads/{name}"


def root_prefix(address: str) -> str:
    """The relative way from a page back to the site's root: `../` for each folder; empty at home."""
    return "../" * address.count("/")


def problem_address(rule: str) -> str:
    """The page that explains a rule."""
    return f"{ADDRESSES_PROBLEMS}{rule}/"


def explained_at(site_url: str) -> Callable[[str], str]:
    """Make the function that gives the whole address of a rule's page; empty while the site has no address."""
    return lambda rule: f"{site_url}{problem_address(rule)}" if site_url else ""


@lru_cache(maxsize=50_000)
def url_path(address: str) -> str:
    """The address as it stands in a link: everything but `/` percent-encoded."""
    return quote(address, safe="/")


def catalogue_address(period: str) -> str:
    """The page of one half-year's supply catalogues."""
    return f"{CATALOGUES}{period}/"


def gaps_address(narrowing: str = "", value: str = "") -> str:
    """The board of gaps, or what it says of one `category` or `division`."""
    return f"{GAPS}{narrowing}/{value}/" if narrowing else GAPS


def pack_address(place: str, part: str) -> str:
    """A file of the pack that a place's window prints."""
    return f"{PACKS}{place}/{PACK_FILES[part]}"


def finder_address(district: str, category: str = "") -> str:
    """Where the finder's answers for a district stand as plain pages, one a need."""
    return f"{FINDER}{district}/{category}/" if category else f"{FINDER}{district}/"


def finder_file(name: str, part: int | None = None) -> str:
    """A file the finder's script loads; `part` numbers those that belong to one district."""
    return f"{FINDER}data/{name}.json" if part is None else f"{FINDER}data/{name}-{part}.json"


def clerk_address(place: str) -> str:
    """The finder for a place's windows, in one file that needs no network."""
    return f"{FINDER}clerk/{place}.html"


def base_path(site_url: str) -> str:
    """The folder of its host in which a site stands; previews and links are tried out in the same folder."""
    path = urlsplit(site_url).path.strip("/")
    return f"/{path}/" if path else "/"

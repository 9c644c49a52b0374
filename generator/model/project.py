"""One instance of the generator: its folder, the day it is built for and its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.trust import Trust

BEARERS = ("organization", "project", "place")
"""Whose duties `duties_since` may name."""


LEAVE = "https://www.weather.com.cn/"
"""The front page of the national weather service: nobody wonders why somebody looks at it."""

INVENTED = "示例"
"""In the name of whatever a demonstration invented."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `mkdocs.yml` says of the site: `site_*` are MkDocs' own keys, the rest is `extra.mingshan`."""

    site_name: str
    site_url: str
    site_description: str
    named_authority: str
    """The body that runs the site (主办单位) as `mkdocs.yml` names it; what is printed is `authority`."""
    demonstration: bool
    """Prints the banner that says organisations are invented."""
    report_url: str
    """Where 'report an error' leads; `{address}` and `{title}` are replaced. Empty: no link."""
    repository: str
    """Public address of the repository's web page; empty: no source links."""
    contact: Mapping[str, str]
    """Footer entries by label (网站标识码, ICP备案, 公网安备, 联系方式 …); empty ones are not printed."""
    page_size: int
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that search treats as one."""
    hotline: str = ""
    """The number to call when nobody knows whom to ask (12345); empty: none."""
    leave_url: str = LEAVE
    """Where 快速离开 leads: a harmless page that says nothing of who opened it; empty: no such link."""
    window_packs: bool = False
    """Whether handbooks, posters and workbooks are made for every service window."""
    needs_ledger: bool = False
    """Whether the protected ledgers of needs are published, and the board of gaps with them."""
    smallest_count: int = 5
    """The smallest number of households that statistics publish (k)."""
    dominance_percent: int = 10
    """How close, in percent, nobody may come to one recipient's amount."""
    duties_since: Mapping[str, date] = field(default_factory=dict)
    """From which day the site has kept what organisations, projects or districts (by role) publish."""
    most_removals: int = 10
    """So many records of one dataset may go in one change without a stated reason."""
    jump_factor: int = 10
    """An amount or count that grows or shrinks by this factor needs a stated reason."""
    data_licence: str = ""
    """Under which licence the data are given away (`model/licence`); empty: not decided, and said so."""
    grant_prefix: str = ""
    """What the ids of grants begin with, as 360Giving gives it to a publisher; empty: no grants in that form."""
    sdmx_agency: str = ""
    """Whose the code lists of the statistics are, as SDMX knows an agency; empty: no statistics in that form."""
    namespace: str = ""
    """The UUID from which those of all records are made (`model/identifiers`); empty: records have none."""
    held: str = ""
    """Said on the board and at the foot of every page while an earlier state is shown on purpose; no key sets it."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """Where browser forms write and how people sign in; empty: forms can only be tried."""

    @property
    def authority(self) -> str:
        """Who answers for the site, wherever that is printed; a demonstration names nobody who exists."""
        return self.named_authority if not self.demonstration or INVENTED in self.named_authority else ""


@dataclass(frozen=True, slots=True)
class Project:
    """`root` is absolute and holds `mkdocs.yml`, `data/`, `content/`; `theme` is the generator's own theme folder."""

    root: Path
    theme: Path
    site: Path
    cache: Path
    as_of: date
    settings: Settings
    mkdocs: Mapping[str, Any] = field(default_factory=dict)
    """What MkDocs may be told of `mkdocs.yml`: plain values, each allowed."""
    trust: Trust = field(default_factory=Trust)
    base: str = ""
    """The revision whose `trusted.yaml` counts; empty: that of the main branch."""
    agreed: Mapping[str, str] | None = None
    """Where an earlier state is shown: who agrees today (`dataset/key`), and until which day (ISO)."""

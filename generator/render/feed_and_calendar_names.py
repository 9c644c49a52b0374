"""The settings to the names by which a site, its feeds and its calendars are known elsewhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model.project import Settings

_NOWHERE = "mingshan.invalid"
"""A host that can never exist: for a site that has no address yet."""


def site_host(settings: Settings) -> str:
    """The host of the site's address."""
    return urlsplit(settings.site_url).hostname or _NOWHERE


def reminder_name(settings: Settings, organization: str = "") -> str:
    """What a feed or calendar is called in a reader's list; everybody's when no organisation is named."""
    return f"{organization or '全部组织'}公开期限提醒 - {settings.site_name}"

"""The settings to the name by which a site is known in identifiers that must never change."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model.project import Settings

NOWHERE = "mingshan.invalid"
"""A host that can never exist: for a site that has no address yet."""


def site_host(settings: Settings) -> str:
    """The host of the site's address."""
    return urlsplit(settings.site_url).hostname or NOWHERE

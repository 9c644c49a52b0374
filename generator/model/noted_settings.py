"""Settings to the same ones, which note with each question what they were asked."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from generator.base.reads import note
from generator.model.project import Settings

SETTING = "setting"
_NAMES = frozenset(each.name for each in fields(Settings))


class NotedSettings(Settings):
    """What a page depends on is what it asks: the name of the site on every page, a licence on a few."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> object:
        if name in _NAMES:
            note((SETTING, name))
        return super().__getattribute__(name)


def noted_settings(settings: Settings) -> NotedSettings:
    """The same settings."""
    return NotedSettings(**plain_settings(settings))


def plain_settings(settings: Settings) -> dict[str, Any]:
    """Every setting by its name, for those who ask nothing."""
    return {name: object.__getattribute__(settings, name) for name in sorted(_NAMES)}

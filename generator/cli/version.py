"""Say which version this is."""

from __future__ import annotations

from generator import __version__


def version() -> None:
    """显示版本号。"""
    print(__version__)

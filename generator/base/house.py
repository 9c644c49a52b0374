"""Where the generator's own theme, declarations and national data lie, in a checkout or installed."""

from __future__ import annotations

import sys
from pathlib import Path

NATIONAL = "generator/national"
"""Where the data lie that are the same in every city; names of files in it begin so."""


def house_folder() -> Path:
    """The folder that holds `theme/` and `data/`: the checkout's top, or `share/mingshan` of the environment."""
    checkout = engine_root()
    return checkout if (checkout / "theme").is_dir() else Path(sys.prefix) / "share" / "mingshan"


def engine_root() -> Path:
    """The folder that holds the package, to which the names of national files are relative."""
    return Path(__file__).resolve().parents[2]


def root_of(root: Path, file: str) -> Path:
    """What a file's name is relative to: the engine's folder for national data, else the instance's root."""
    return engine_root() if file.startswith(f"{NATIONAL}/") else root

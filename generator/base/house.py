"""Where the generator's own theme and declarations lie, in a checkout or installed."""

from __future__ import annotations

import sys
from pathlib import Path


def house_folder() -> Path:
    """The folder that holds `theme/` and `data/`: the checkout's top, or `share/mingshan` of the environment."""
    checkout = Path(__file__).resolve().parents[2]
    return checkout if (checkout / "theme").is_dir() else Path(sys.prefix) / "share" / "mingshan"

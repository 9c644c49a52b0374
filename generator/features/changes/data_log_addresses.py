"""Where the log of the data lies."""

from __future__ import annotations

_FOLDER = "data-log/v1/"
LOG_FILE = f"{_FOLDER}log.json"
LOG_FEED = f"{_FOLDER}log.xml"

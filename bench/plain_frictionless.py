"""What a plain Frictionless user would run: the supply files against their Table Schema, nothing else.

`python -m bench.plain_frictionless DIR`; it has none of our formats and of our checks between rows and files.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import yaml
from frictionless import Resource, Schema, validate

from bench.records import SUPPLY


def main() -> None:
    """Validate; a file with errors is not worth measuring."""
    folder = Path(sys.argv[1])
    document = yaml.load((folder / "data/supply/dataset.yaml").read_bytes(), yaml.CSafeLoader)
    fields = {field["name"]: field for field in document["schema"]["fields"]}
    for file in sorted((folder / SUPPLY).glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            columns = next(csv.reader(lines))
        schema = Schema.from_descriptor({"primaryKey": "id", "fields": [fields[name] for name in columns]})
        report = validate(Resource(path=file.name, basepath=str(file.parent), schema=schema), limit_errors=3)
        if not report.valid:
            raise SystemExit(str(report))


if __name__ == "__main__":
    main()

"""Words of a declaration are no part of how its records are read; types, values and links are."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.record_shapes import record_shape
from generator.model.dataset import Dataset, DeclaredLink, Section
from tests.builders import dataset, field, filter_
from tests.demonstration import HOUSE

NAME, KIND = field("name"), field("kind", target="kinds", descriptor={"constraints": {"required": True}})
STATUS = field("status", categories={"on": "在办"}, descriptor={"categories": [{"value": "on", "label": "在办"}]})
THING = dataset("things", NAME, KIND, STATUS)
IN_DIRECTORY = THING.directory


def told(**changed: object) -> Dataset:
    return replace(THING, directory=replace(IN_DIRECTORY, **changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        replace(
            THING, title="别的", description="别的", digest="another", descriptor={**THING.descriptor, "title": "别的"}
        ),
        dataset(
            "things",
            field(
                "name", title="名称", description="别的", descriptor={"name": "name", "type": "string", "title": "名称"}
            ),
            KIND,
            STATUS,
        ),
        dataset("things", NAME, KIND, field("status", categories={"on": "正在办"})),
        told(links=tuple(replace(each, label="甲", backlabel="乙") for each in IN_DIRECTORY.links)),
        told(layout=(Section("别的", ("name",)),), filters=(filter_("kind"),), columns=("name",), sort=("-name",)),
        told(summary="name", menu="查", filing="别的", completeness=("name",)),
    ],
)
def test_with_other_words_it_is_the_same(other: Dataset) -> None:
    assert record_shape(other) == record_shape(THING)


@pytest.mark.parametrize(
    "other",
    [
        dataset("others", NAME, KIND, STATUS),
        dataset("things", field("name", "date"), KIND, STATUS),
        dataset("things", field("name", format="yuan"), KIND, STATUS),
        dataset("things", NAME, field("kind", target="sorts"), STATUS),
        dataset("things", NAME, field("kind", target="kinds"), STATUS),
        dataset("things", NAME, KIND, field("status", categories={"on": "在办", "off": "停办"})),
        told(links=(DeclaredLink("name", "kinds", "", ""),)),
        told(standard=(("title", "name"),)),
        told(pages=False),
        told(privacy="internal"),
        replace(THING, primary_key=("name",)),
        replace(THING, descriptor={"schema": {"missingValues": ["-"]}}),
    ],
)
def test_read_or_linked_otherwise_it_is_another(other: Dataset) -> None:
    assert record_shape(other) != record_shape(THING)


TELL = """
import sys
from pathlib import Path
from generator.base.cache import Cache
from generator.build.declaring import load_datasets
from generator.build.record_shapes import record_shape

datasets, problems = load_datasets(Path(sys.argv[1]), Cache(Path(sys.argv[2])))
assert not problems
print(*(f"{each.name}={record_shape(each)}" for each in datasets))
"""


def test_it_is_the_same_in_every_process(tmp_path: Path) -> None:
    """The next build is another process, which hashes text in its own way: sets lie in another order there."""
    first, *others = (
        subprocess.run(
            [sys.executable, "-c", TELL, str(HOUSE), str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2", "3")
    )
    assert others == [first, first] and len(first) > 50

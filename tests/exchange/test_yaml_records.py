from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check.tables import check_table
from generator.exchange.yaml_records import NestedRows, write_yaml
from generator.model.dataset import Nesting
from generator.model.record import Record
from generator.read.sources import SourceFile
from generator.read.tables import read_tables
from tests.builders import dataset, field, locate, record

FLAG = {"trueValues": ["是"], "falseValues": ["否"]}
NOTES = dataset(
    "notes", field("project", target="projects"), field("text"), nesting=Nesting("projects", "notes", "project")
)
PROJECTS = dataset(
    "projects",
    field("name"),
    field("words", "list", descriptor={"delimiter": ";"}),
    field("brand", "boolean", descriptor=FLAG),
    field("budget", "number"),
    field("people", "integer"),
    field("starts_on", "date"),
)

SELECTORS = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Signs that choose the look of the one before, and alone are hidden."""
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
"""Letters and marks that Unicode says are not shown (Default_Ignorable_Code_Point)."""
HIDDEN = ("Cc", "Cs", "Cn", "Cf", "Co")
"""What nobody sees is refused in data, see `hidden-sign`."""
signs = st.characters(
    exclude_categories=HIDDEN, exclude_characters=f"\u2028\u2029{SELECTORS}{FILLERS}"
) | st.sampled_from("\n \"'#:-|>&*!%@`[]{},?是~")
texts = st.text(signs, max_size=30).map(str.strip).filter(bool)
optional_texts = (
    st.none() | texts | st.sampled_from(("null", "~", "no", "0120", "12:30", "2026-01-01", "1e3", "- a", "=", "<<"))
)


def read_back(root: Path, text: str) -> dict[str, tuple[Record, ...]]:
    (root / "data/projects").mkdir(parents=True, exist_ok=True)
    (root / "data/projects/p1.yaml").write_text(text, "utf-8")
    source = SourceFile("data/projects/p1.yaml", {"id": "p1"}, (0, 0, 0))
    tables, problems = read_tables(root, PROJECTS, (NOTES,), (source,))
    assert not problems, text
    checked = {
        table.dataset: check_table(kind, table, locate) for kind, table in zip((PROJECTS, NOTES), tables, strict=True)
    }
    assert not any(found for _, found in checked.values()), text
    return {name: records for name, (records, _) in checked.items()}


def note(key: str, text: str | None) -> Record:
    return record(NOTES, key, project="p1", text=text)._replace(key=f"p1/{key}")


@given(
    name=optional_texts,
    words=st.none() | st.lists(texts, min_size=1, max_size=5).map(tuple),
    brand=st.none() | st.booleans(),
    budget=st.none() | st.decimals(0, 10**9, places=2),
    people=st.none() | st.integers(0, 10**9),
    starts_on=st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    notes=st.lists(optional_texts, max_size=3),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_what_was_written_gives_the_same_values(tmp_path: Path, notes: list[str | None], **values: Any) -> None:
    project = record(PROJECTS, "p1", **values)
    rows = [note(f"n{place}", text) for place, text in enumerate(notes)]
    found = read_back(tmp_path, write_yaml(PROJECTS, project, [NestedRows(NOTES, rows)]))
    assert [each.values for each in found["projects"]] == [project.values]
    assert [each.values for each in found["notes"]] == [each.values for each in rows]


def test_the_text_looks_as_a_person_would_write_it() -> None:
    project = record(
        PROJECTS,
        "p1",
        name="第一段。\n\n第二段。",
        words=("120113", "elder"),
        brand=False,
        budget=Decimal("360000"),
        starts_on=date(2026, 3, 1),
    )
    assert write_yaml(PROJECTS, project, [NestedRows(NOTES, [note("n1", "no")])], "# modeline") == (
        "# modeline\n"
        "id: p1\n"
        "name: |-\n  第一段。\n\n  第二段。\n"
        'words: ["120113", elder]\n'
        "brand: 否\n"
        "budget: 360000\n"
        "starts_on: 2026-03-01\n"
        "notes:\n"
        "  - id: n1\n"
        '    text: "no"\n'
    )

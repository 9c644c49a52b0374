"""`Mapping[str, Any]` stands only where other people's raw text is read that nobody has judged yet."""

from __future__ import annotations

from collections.abc import Mapping

from tests.demonstration import HOUSE

DECLARATION = "a declaration as it was written: YAML that is judged here, or its standard part that is kept as it is"
MKDOCS = "settings of MkDocs, which are its own and handed on as they are"
FOREIGNERS = "data and mappings that others wrote for another program: judged here, record by record"
FOREIGN = (
    *("exchange/foreign/foreign_mapping.py", "exchange/foreign/foreign_paths.py", "exchange/foreign/hsds_tables.py"),
    "verbs/import_/foreign.py",
)
DECLARING = (
    *("check/declarations.py", "check/extensions.py", "check/national.py", "check/shaping.py", "check/table_schema.py"),
    *("model/dataset.py", "model/declaration.py", "read/declarations.py", "read/extended.py"),
    "render/field_rules_in_words.py",
)
RAW: Mapping[str, str] = {
    **dict.fromkeys(DECLARING, DECLARATION),
    **dict.fromkeys(("model/project.py", "publish/shell.py", "read/mkdocs_keys.py"), MKDOCS),
    **dict.fromkeys(FOREIGN, FOREIGNERS),
    "read/examples.py": "what the tests of the engine wrote down as JSON",
    "features/hsds/made_objects.py": "objects of HSDS: their shape is its published schema, held against it by a test",
}
"""By module of `generator/`, why; all else has types of its own, or `Written` where it is only written."""


def test_a_mapping_of_anything_is_raw_text_of_others() -> None:
    house = HOUSE / "generator"
    texts = {path.relative_to(house).as_posix(): path.read_text("utf-8") for path in house.rglob("*.py")}
    assert {name for name, text in texts.items() if "Mapping[str, Any]" in text} == set(RAW)

"""A change that weakens the attack on its own statistics is attacked as its base says."""

from __future__ import annotations

from generator.build.guarding import guard_tables
from generator.model.catalogue import Catalogue
from generator.model.tabulation import Axis, Measured, Tabulation
from tests.builders import dataset, field

_AXIS = Axis("place", None, (), None, frozenset())
STRICT = Tabulation((_AXIS,), (Measured("yuan", "元", "helped", None), Measured("helped", "户", None, None)))
LOOSE = Tabulation((_AXIS,), (Measured("yuan", "元", None, None),))


def declared(tabulation: Tabulation | None, column: str = "place") -> Catalogue:
    return Catalogue({"aid": dataset("aid", field(column), tabulation=tabulation)}, {}, {})


def attacked(now: Catalogue, base: Catalogue | None) -> Tabulation | None:
    return guard_tables(now, base).datasets["aid"].directory.tabulation


def test_the_bases_tables_count() -> None:
    assert attacked(declared(LOOSE), declared(STRICT)) == STRICT
    assert attacked(declared(None), declared(STRICT)) == STRICT


def test_a_new_table_and_one_of_other_columns_have_their_own() -> None:
    assert attacked(declared(LOOSE), Catalogue({}, {}, {})) == LOOSE
    assert attacked(declared(LOOSE), None) == LOOSE
    assert attacked(declared(LOOSE, "region"), declared(STRICT)) == LOOSE

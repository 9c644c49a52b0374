"""Names that some system refuses, or that show something else than what is in them."""

from __future__ import annotations

import pytest

from generator.model.signs import is_safe_name


# Microsoft's list of names kept for devices, and signs that turn or hide what follows.
@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON.yaml", "prn.csv", "aux", "NUL.tar.gz", "com1", "COM9.md", "lpt1.yaml", "com¹.csv"),
        *("a\u202egnp.exe", "a\u200b.md", "a\u2066b", "a:b", "a\\b", "a?", "a ", ".", "a.", "\udcc4\udce3"),
    ],
)
def test_names_that_are_not_safe(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["连心.md", "con-1.yaml", "console.csv", "com10.csv", "a.con", "示例 一.pdf"])
def test_names_that_are_safe(name: str) -> None:
    assert is_safe_name(name)

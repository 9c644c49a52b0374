"""Telephones that somebody has, that nobody has, and that are none."""

from __future__ import annotations

import pytest

from generator.model.formats import call_address, is_sample_telephone, is_telephone


@pytest.mark.parametrize("text", ["022-示例号码", "022-示例号码0104", "0310-示例号码7", "示例号码"])
def test_an_invented_number_keeps_its_area_code_and_dials_nobody(text: str) -> None:
    assert is_telephone(text) and is_sample_telephone(text)
    assert call_address(text) == ""


@pytest.mark.parametrize("text", ["022-示例", "22-示例号码", "022示例号码", "022-示例号码01234", "022-示例号码甲"])
def test_what_only_looks_invented_is_no_number(text: str) -> None:
    assert not is_telephone(text) and not is_sample_telephone(text)


def test_a_real_number_dials() -> None:
    assert is_telephone("12345") and not is_sample_telephone("12345")
    assert call_address("12345") == "tel:12345"

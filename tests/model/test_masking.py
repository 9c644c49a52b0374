"""What may be a person's is not repeated in a message that anybody can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.masking import HIDDEN, shown, shown_key
from tests.builders import field

PLAIN = field("f")


@pytest.mark.parametrize("format_", ["telephone", "email", "credit_code", "paragraphs"])
def test_nothing_of_a_telephone_an_address_or_a_long_text_is_repeated(format_: str) -> None:
    assert shown(field("f", format=format_), "任何内容") == HIDDEN


def test_nothing_of_a_personal_field_is_repeated() -> None:
    assert shown(field("f", personal=True), "张三") == HIDDEN


@pytest.mark.parametrize(
    "number",
    [
        *("120101199001011234", "12010119900101123X", "１２０１０１１９９００１０１１２３４", "13800138000"),
        *("138 0013 8000", "138-0013-8000", "6222 0212 3456 7890 123", "1990.01.01.1234", "55500001"),
    ],
)
def test_long_numbers_are_masked_however_they_are_written(number: str) -> None:
    assert shown(PLAIN, f"证件{number}号") == "“证件＊＊＊号”"


@pytest.mark.parametrize("text", ["2026-02-30", "2026/2/30", "990101", "三千元", "-12000", "wirting"])
def test_what_helps_to_find_the_mistake_stays(text: str) -> None:
    assert shown(PLAIN, text) == f"“{text}”"


@pytest.mark.parametrize("code", ["P2026099", "p20260001", "SL-2026-0001", "XM2026001", "AB1234567", "FH-20260731"])
def test_a_number_that_a_register_gave_out_stays(code: str) -> None:
    assert shown(PLAIN, f"编号{code}重复") == f"“编号{code}重复”"


@pytest.mark.parametrize("number", ["E12345678", "H0123456701", "P13800138000", "M01234567", "G 12345678"])
def test_a_passport_a_permit_and_a_number_behind_a_letter_do_not(number: str) -> None:
    assert number[2:] not in shown(PLAIN, f"编号{number}重复")


def test_what_does_not_print_becomes_a_blank_and_long_text_is_cut() -> None:
    assert shown(PLAIN, "a\x1b[31m\nb") == "“a [31m b”"
    assert shown(PLAIN, "字" * 100) == f"“{'字' * 30}…”"


@given(st.text(), st.from_regex(r"1[3-9]\d{9}", fullmatch=True))
def test_no_mobile_number_ever_shows(before: str, number: str) -> None:
    assert number not in shown(PLAIN, f"{before}{number}")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("2026H2/120103-007", "2026H2/120103-007"),
        ("53120000000001011U", "53120000000001011U"),
        ("120101199001011234", "＊＊＊"),
        ("p/12010119900101123X", "p/＊＊＊"),
        ("13800138000", "＊＊＊"),
    ],
)
def test_a_key_is_told_unless_it_is_a_persons_number(key: str, told: str) -> None:
    assert shown_key(key) == told

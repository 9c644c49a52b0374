"""A name that a reader takes for another's is told, and one name with two credit codes is a fault."""

from __future__ import annotations

import pytest

from generator.check.namesakes import find_namesakes
from generator.model.problem import Problem, Severity
from generator.model.signs import HIDDEN_SIGNS
from tests.builders import dataset, field, linked, locate, record

ORGANIZATIONS = dataset("organizations", field("name"), field("credit_code"), role="organization")
OFFERS = dataset("supply", field("provider"), role="offer")
NAME = "示例慈善协会"


def told(*names: str, provider: str | None = None, codes: tuple[str, ...] = ()) -> list[Problem]:
    written = codes or tuple(f"code{at}" for at in range(len(names)))
    records = [
        record(ORGANIZATIONS, f"o{at}", name=name, credit_code=code)
        for at, (name, code) in enumerate(zip(names, written, strict=True))
    ]
    offers = [record(OFFERS, "s1", provider=provider)] if provider else []
    catalogue, _ = linked((ORGANIZATIONS, OFFERS), *records, *offers)
    return list(find_namesakes(catalogue, locate))


@pytest.mark.parametrize(
    "other",
    ["示例慈善協會", "\u2f70例慈善协会", "示例慈善协\u200b会", "示例 慈善协会", "\u202e示例慈善协会"],
)
def test_spellings_that_look_alike_are_told_beside_each_other(other: str) -> None:
    (found,) = told(NAME, other, codes=("a", "a"))
    assert (found.rule.code, found.severity) == ("name-alike", Severity.WARNING) and found.record == "o1"
    assert NAME in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ABC会", "АВС会"),
        ("示例工会", "示例エ会"),
        ("１号院", "1号院"),
        ("示例O2O", "示例020"),
        ("己任社", "已任社"),
        ("示例壹会", "示例一会"),
        ("示例贰会", "示例二会"),
        ("示例·会", "示例•会"),
        ("示例ー会", "示例一会"),
        ("ABL会", "abl会"),
    ],
)
def test_signs_of_another_script_are_alike_to_ours(one: str, other: str) -> None:
    assert [each.rule.code for each in told(one, other, codes=("a", "a"))] == ["name-alike"]


def test_a_provider_is_held_against_the_organisations() -> None:
    (found,) = told(NAME, provider="示例慈善協會")
    assert found.record == "s1" and not told(NAME, provider=NAME)


def test_one_name_with_two_credit_codes_is_a_fault() -> None:
    (found,) = told(NAME, NAME)
    assert (found.rule.code, found.severity) == ("name-with-other-code", Severity.ERROR)
    assert not told(NAME, "示例区慈善协会") and not told(NAME, NAME, codes=("a", "a"))


SIGNS = (0x202E, 0x2066, 0x200B, 0x200D, 0x2060, 0xAD, 0x3164, 0xFE0F, 0xE000, 0xE0041, 0xF0000, 0x61C)


@pytest.mark.parametrize("code", SIGNS, ids=hex)
def test_signs_that_nobody_sees_are_known(code: int) -> None:
    assert HIDDEN_SIGNS.search(f"示a{chr(code)}b例")


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "❤️", "葛󠄀城", "1️⃣", "👍🏽", "示例，“引号”——……·", "⛹🏽‍♀️", "℃ ㎡ №", "𠮷"])
def test_emoji_and_variants_of_ideographs_are_ordinary(text: str) -> None:
    assert not HIDDEN_SIGNS.search(text)

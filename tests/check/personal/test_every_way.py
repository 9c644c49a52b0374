"""Every specimen, written in every way, is found in every kind of file; what is split is put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from generator.build.examining import examine_content
from generator.check.personal.detection import find_exposures
from generator.check.personal.exposures import ExposureKind
from generator.check.personal.sheets import find_in_sheet
from tests.check.personal.documents import MAKERS, packed, paragraphs, word
from tests.check.personal.specimens import (
    HARMLESS,
    OF_DIGITS,
    SPECIMENS,
    WORDS,
    Specimen,
    all_written,
    credit_code,
    identity,
    luhn,
    random_numbers,
)

WRITTEN = all_written()
COUNTED = (
    ExposureKind.IDENTITY_NUMBER,
    ExposureKind.MOBILE,
    ExposureKind.BANK_CARD,
    ExposureKind.LANDLINE,
    ExposureKind.PLATE,
    ExposureKind.PERMIT,
    ExposureKind.EMAIL,
)


def found_in(data: bytes, name: str) -> Counter[str]:
    return Counter(suspect.kind for suspect in examine_content(data, name)[0])


def wanted(specimens: Iterable[Specimen]) -> set[str]:
    return {each.kind.value for each in specimens}


def test_the_formulas_written_here_give_published_numbers() -> None:
    assert identity("11010519491231002") == "11010519491231002X"
    assert luhn("411111111111111") == "4111111111111111" and luhn("7992739871") == "79927398713"
    assert credit_code("91350100M000100Y4") == "91350100M000100Y43"  # the standard's own example


@pytest.mark.parametrize(("way", "specimen", "text"), WRITTEN, ids=lambda each: str(getattr(each, "kind", each))[:24])
def test_a_specimen_is_found_however_it_is_written_and_its_place_is_the_originals(
    way: str, specimen: Specimen, text: str
) -> None:
    sentence = f"已核对。{text}，存档"
    found = [each for each in find_exposures(sentence) if each.kind is specimen.kind]
    assert found, way
    assert sentence[found[0].start : found[0].end] in text and sentence[found[0].end :] == "，存档"


@pytest.mark.parametrize("kind", MAKERS)
def test_every_specimen_is_found_in_every_kind_of_file(kind: str) -> None:
    name, make = MAKERS[kind]
    by_way: dict[str, list[tuple[Specimen, str]]] = {}
    for way, specimen, text in WRITTEN:
        by_way.setdefault(way, []).append((specimen, text))
    for way, pairs in by_way.items():
        found = found_in(make([f"编号甲：{text}" for _, text in pairs]), name)
        assert wanted(specimen for specimen, _ in pairs) <= set(found), (kind, way)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("specimen", [*SPECIMENS, *WORDS], ids=lambda each: f"{each.kind}-{each.digits}")
def test_each_alone_too(kind: str, specimen: Specimen) -> None:
    name, make = MAKERS[kind]
    assert specimen.kind.value in found_in(make([f"{specimen.said}{specimen.digits}"]), name)


IDENTITY, MOBILE, CARD = "11010519491231002X", "13800138000", luhn("621700000000000")


@pytest.mark.parametrize("parts", [("110105", "19491231", "002X"), ("110105194", "91231002X"), tuple(IDENTITY)])
def test_an_identity_number_in_several_cells_is_put_together(parts: tuple[str, ...]) -> None:
    assert [found.exposure.kind for found in find_in_sheet([["甲", *parts, "12"]])] == [ExposureKind.IDENTITY_NUMBER]
    row = "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{part}</w:t></w:r></w:p></w:tc>" for part in parts) + "</w:tr>"
    assert "identity-number" in found_in(word(f"<w:tbl>{row}</w:tbl>"), "a.docx")
    assert "identity-number" in found_in(("甲," + ",".join(parts)).encode(), "a.csv")
    assert "identity-number" in found_in(paragraphs(parts), "a.docx")


def test_a_telephone_or_card_in_several_cells_is_put_together() -> None:
    assert [each.exposure.kind for each in find_in_sheet([["手机", "138", "0013", "8000"]])] == [ExposureKind.MOBILE]
    rows = [["号段一", "号段二", "号段三"], ["138", "0013", "8000"], ["139", "0013", "8001"]]
    assert {each.exposure.kind for each in find_in_sheet(rows)} == {ExposureKind.MOBILE}
    assert [each.exposure.kind for each in find_in_sheet([["卡号", *(CARD[at : at + 4] for at in (0, 4, 8, 12))]])] == [
        ExposureKind.BANK_CARD
    ]


@pytest.mark.parametrize(
    "text", ["身份证号110105\n19491231002X", "手机138\n00138000", "打138-0013-\n8000找她", "11010519491231\n002X"]
)
def test_a_number_over_two_lines_is_put_together(text: str) -> None:
    assert find_exposures(text)


def test_a_column_says_what_its_numbers_are() -> None:
    wrong = "110105194912310021"
    assert not list(find_in_sheet([["编号"], [wrong]]))
    assert [each.row for each in find_in_sheet([["身份证号"], [wrong], ["110105491231002"]])] == [1, 2]
    assert [each.column for each in find_in_sheet([["证件号码", wrong]])] == [1]
    amounts = [["地区", "合计"], *([f"甲{n}", str(n * 977_777_771)] for n in range(1, 30))]
    assert not list(find_in_sheet([*amounts, ["乙", "13800138000"]]))
    assert list(find_in_sheet([["编号", "备注"], *([str(n), str(n)] for n in range(30)), ["31", "13800138000"]]))


@pytest.mark.parametrize("kind", COUNTED)
def test_recall_on_numbers_made_by_the_printed_rule(kind: ExposureKind) -> None:
    numbers = random_numbers(kind, 500)
    hits = sum(kind in {each.kind for each in find_exposures(f"登记 {number}")} for number in numbers)
    assert hits >= 0.99 * len(numbers)


def test_precision_on_a_labelled_mix() -> None:
    right = sum(len(find_exposures(number)) for kind in COUNTED for number in random_numbers(kind, 40))
    wrong = sum(len(find_exposures(text)) for text in HARMLESS)
    assert len(HARMLESS) >= 300 and right / (right + wrong) >= 0.98


def test_an_organisations_code_is_not_a_persons_number() -> None:
    codes = [credit_code(f"5{number % 4}1201{number:011}"[:17]) for number in range(10**9, 10**9 + 400)]
    assert not [code for code in codes if find_exposures(f"统一社会信用代码 {code}")]


def test_ways_of_writing_digits_cover_every_specimen() -> None:
    assert {way for way, _, _ in WRITTEN} >= set(OF_DIGITS)
    assert len(WRITTEN) > 350


def test_a_sheet_hidden_in_a_word_file_two_levels_down_is_read() -> None:
    inner = paragraphs([IDENTITY])
    assert found_in(packed({"a.zip": packed({"b.docx": inner})}), "c.zip") == {"identity-number": 1}
    deep = packed({"x.txt": IDENTITY})
    for _ in range(4):
        deep = packed({"y.zip": deep})
    assert [each.rule.code for each in examine_content(deep, "c.zip")[1]] == ["kind-refused"]

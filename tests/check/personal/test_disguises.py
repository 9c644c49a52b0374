"""Numbers that a person reads and a simple program does not, and documents that say in a property whose they are."""

from __future__ import annotations

import json
from base64 import b64encode

import pikepdf
import pytest

from generator.build.examining import examine_content
from generator.check.personal.detection import find_exposures
from generator.check.personal.exposures import ExposureKind
from tests.check.personal.documents import word
from tests.check.personal.specimens import luhn
from tests.check.personal.test_hiding_places import document, told

CARD = luhn("621700000000000")
DISGUISED = {
    "identity-number": (
        "1101051949,1231,002X",
        "110,105,194,912,310,02X",
        "(110105)(19491231)(002X)",
        "【110105】【19491231】【002X】",
        "11O1O519491231OO2X",
        "ll0l05l949l23l002X",
    ),
    "mobile": (
        "138,0013,8000",
        "138，0013，8000",
        "(138)00138000",
        "（138）0013-8000",
        "13800I38OOO",
        "手机 l38OOl38OOO",
        "电话 138oo138ooo",
        "幺三八洞洞幺三八洞洞洞",
        "手机幺三八洞洞幺三八洞洞拐",
    ),
    "bank-card": (f"卡号({CARD[:4]}){CARD[4:8]}({CARD[8:12]}){CARD[12:]}",),
    "personal-email": (
        "shili.wang@163(dot)com",
        "shili.wang#163.com",
        "shili.wang at 163 dot com",
        "shili.wang [at] 163 [dot] com",
        "shiliwang艾特163点com",
    ),
    "birth-date": ("出生日期：49.12.31", "生于49-12-31", "72年3月5日出生", "生日 49年12月31日"),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in DISGUISED.items() for text in texts])
def test_a_disguise_hides_nothing(kind: str, text: str) -> None:
    assert [each.kind for each in find_exposures(f"已核对。{text}，存档")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "收入 138,001,380,000 元",
        "[138, 1234, 5678]",
        json.dumps(list(range(1, 30))),
        "O型血 12 袋，I 类 3 台",
        "版本 1.10.2 (2019)(2020)(2021)",
        "详见 example.cn#top.com 一节",
        "会议 at 9 dot",
        "建于49.12.31以前",
        "洞口镇一二三村",
    ],
)
def test_lists_amounts_and_words_are_nobodys(text: str) -> None:
    assert not find_exposures(text)


@pytest.mark.parametrize(
    ("around", "found"),
    [("a" * 48, 0), ("a" * 47, 1), ("a" * 49, 1), ("A" * 48, 1), ("g" * 48, 1)],
)
def test_only_in_the_whole_digest_of_a_file_a_card_is_by_chance(around: str, found: int) -> None:
    """Lock files and ledgers hold thousands of digests: one in some thousand has a card's digits in it."""
    said = {each.kind for each in find_exposures(f"--hash=sha256:{around}{CARD}")}
    assert (ExposureKind.BANK_CARD in said) == bool(found)


@pytest.mark.parametrize("said", ["11010519491231002X", "13800138000", "手机：13800138000\n"])
def test_words_in_base64_are_read(said: str) -> None:
    (suspect,) = examine_content(f"甲\n{b64encode(said.encode()).decode()}\n".encode(), "a.txt")[0]
    assert suspect.problem.location.line == 2


def test_symbols_of_a_font_are_read() -> None:
    ascii_like = "".join(f'<w:r><w:sym w:font="Wingdings" w:char="F0{ord(sign):02X}"/></w:r>' for sign in "13800138000")
    circles = "".join(
        f'<w:r><w:sym w:font="Wingdings" w:char="F0{0x80 + int(sign):02X}"/></w:r>' for sign in "13800138000"
    )
    for body in (ascii_like, circles):
        assert told(word(f"<w:p>{body}</w:p>"), "a.docx") == {"mobile"}


def _core(properties: str) -> bytes:
    space = 'xmlns:cp="urn:cp" xmlns:dc="urn:dc"'
    return word("", docProps__core=f"<cp:coreProperties {space}>{properties}</cp:coreProperties>")


@pytest.mark.parametrize("tag", ["dc:creator", "cp:lastModifiedBy"])
def test_a_name_in_a_documents_properties_is_told_and_not_quoted(tag: str) -> None:
    _, problems = examine_content(_core(f"<{tag}>示例甲</{tag}>"), "a.docx")
    (found,) = problems
    assert (found.rule.code, found.rule.severity, found.location.file) == ("document-author", "warning", "a.docx")
    assert "示例甲" not in found.message + found.hint
    for harmless in ("", "示例基金会", "示例市民政局", "python-docx", "Microsoft Office User", "Administrator"):
        assert not told(_core(f"<{tag}>{harmless}</{tag}>"), "a.docx")


def test_a_name_in_a_pdfs_properties_is_told() -> None:
    def sign(made: pikepdf.Pdf, author: str = "示例甲") -> None:
        made.docinfo["/Author"] = pikepdf.String(author)

    assert told(document("hello", sign), "a.pdf") == {"document-author"}
    assert not told(document("hello", lambda made: sign(made, "示例协会")), "a.pdf")

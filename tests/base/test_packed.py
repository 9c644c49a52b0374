"""What a browser loads of words: every sign comes back, and in fewer bytes than as plain JSON."""

from __future__ import annotations

import gzip
import json

from generator.base.house import NATIONAL, engine_root
from generator.base.packed import packed

WORDS = [["孩子饿了 孩子哭了", "food"], ['孩子𠮷\t\n\u0001"引号"', "é"]]


def test_what_was_packed_reads_back() -> None:
    """By hand: the first line holds the signs that stand for U+0001 to U+001F without tab and ends of lines."""
    common, shortened = packed(WORDS).decode("gb18030").split("\n", 1)
    spare = [code for code in range(1, 32) if code not in (9, 10, 13)]
    assert common[:2] == "子孩"  # three times each, in the order of their codes
    assert json.loads(shortened.translate(dict(zip(spare, common, strict=False)))) == WORDS


def test_the_shipped_words_take_fewer_bytes_when_compressed() -> None:
    words = (engine_root() / NATIONAL / "word_groups/word_groups.csv").read_text("utf-8").splitlines()
    plain = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(gzip.compress(packed(words))) < 0.92 * len(gzip.compress(plain))

"""The shipped sayings, held against sentences labelled by hand: what is heard in them, and what is not."""

from __future__ import annotations

import csv
import gzip
import json
import re

import pytest

from generator.base.aliases import syllable
from generator.base.house import engine_root
from generator.base.pairs import fold
from generator.features.words.shipped_sayings import digest_of_sources
from generator.model.dataset import NATIONAL
from tests.national.understanding import Saying, opened, understand

SHIPPED = engine_root() / NATIONAL
ALWAYS = {"110", "119", "120", "122", "12345", "12356"}
LARGEST = 8_000
"""Bytes that all words of danger may have when packed; they are loaded before anything else."""


def rows(dataset: str) -> list[dict[str, str]]:
    with (SHIPPED / dataset / f"{dataset}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


GROUPS = {row["name"]: listed(row["words"]) for row in rows("word_groups")}
ROWS = rows("sayings")
SAYINGS = tuple(
    Saying(opened(row["phrase"], GROUPS), listed(row["needs"]), row["danger"], listed(row["unless"])) for row in ROWS
)
URGENCY = {row["id"]: int(row["position"]) for row in rows("dangers")}
LINES = {row["number"]: row for row in rows("hotlines")}


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("老伴中风了没人照顾", "home-care"),
        ("房子漏雨没钱修", "repairs"),
        ("供不起孩子上大学", "tuition"),
        ("儿女都在外地没人说话", "company"),
        ("老娘洗不了澡", "bathing"),
        ("伺候我妈十年了想歇几天", "respite"),
        ("暖气费交不起", "heating"),
        ("信用卡还不上了", "debt"),
        ("老板拖欠工资", "legal"),
        ("爷爷记性不好怕走丢", "wandering"),
    ],
)
def test_a_sentence_is_heard_as_this_need_first(sentence: str, need: str) -> None:
    assert understand(sentence, SAYINGS, URGENCY).needs[0] == need


def test_every_kind_of_need_and_danger_is_said_in_many_ways() -> None:
    ways = [*(need for saying in SAYINGS for need in saying.needs[:1]), *(saying.danger for saying in SAYINGS)]
    few = {kind for kind in (*(row["id"] for row in rows("need_kinds")), *URGENCY) if ways.count(kind) < 20}
    assert few == set()
    assert len(SAYINGS) >= 1_500


def test_no_two_sayings_are_the_same_when_folded() -> None:
    folded = [fold(saying.phrase) for saying in SAYINGS]
    assert len(folded) == len(set(folded))


def said(text: str) -> str:
    """How a text sounds to somebody who tells few sounds apart."""
    return " ".join(re.sub(r"^([zcs])h", r"\1", re.sub("^[nr]", "l", syllable(sign) or sign)) for sign in text)


def test_what_cancels_a_saying_holds_a_part_of_it_or_sounds_like_it() -> None:
    idle = [
        (saying.phrase, unless)
        for saying in SAYINGS
        for unless in saying.unless
        if "_" not in saying.phrase  # what has several parts is cancelled from anywhere
        if not any(part in fold(unless) or said(part) in said(unless) for part in fold(saying.phrase).split("-"))
    ]
    assert idle == []


def test_every_group_of_words_that_is_used_is_there() -> None:
    """The others are for what a bureau adds: nobody is sent what no phrase names."""
    named = set(re.findall(r"([^\s_-]+)\.", " ".join(row["phrase"] for row in rows("sayings"))))
    assert named <= set(GROUPS)


def test_what_pages_say_of_categories_and_groups_is_heard_by_sayings_too() -> None:
    """`needs_words` is what a page says, and what its own name is looked up by; only sayings say what is meant."""
    told = [(dataset, row) for dataset in ("categories", "groups") for row in rows(dataset)]
    unheard = [
        word
        for dataset, row in told
        for word in listed(row["needs_words"])
        if not any(_means(saying, dataset, row["id"]) and _is_in(saying["phrase"], word) for saying in ROWS)
    ]
    assert unheard == []


def _means(saying: dict[str, str], dataset: str, key: str) -> bool:
    return key in listed(saying["groups"]) if dataset == "groups" else bool(saying["needs"])


def _is_in(phrase: str, word: str) -> bool:
    return all(part in fold(word) for part in fold(phrase).split("_"))


def test_the_pack_that_browsers_load_was_made_of_these_sayings() -> None:
    """`python -m bench.pack_sayings` makes it anew, in some minutes."""
    packed = json.loads((SHIPPED / "packed_sayings.json").read_text("utf-8"))
    assert packed["of"] == digest_of_sources()


def test_the_words_of_danger_are_small_enough_to_be_loaded_first() -> None:
    first = [each for each in SAYINGS if each.danger and "_" not in each.phrase and not each.unless]
    lines = [each.phrase for each in first]
    assert len(gzip.compress("\n".join(sorted(lines)).encode("utf-16-le"), 9)) < LARGEST


def test_only_six_numbers_may_always_be_printed_and_none_promises_the_whole_day() -> None:
    assert {number for number, row in LINES.items() if row["always"] == "是"} == ALWAYS
    assert [row for row in LINES.values() if "24小时" in row["hours"] or "24 小时" in row["hours"]] == []
    assert {row["confirmed"] for row in LINES.values()} == {"否"}


def test_whoever_may_die_has_a_number_that_answers_at_all_hours() -> None:
    mortal = {"medical-emergency", "fire", "suicide", "child", "violence", "missing", "no-shelter", "fraud"}
    called = {row["id"]: {row["first"], row["second"], *listed(row["more"])} for row in rows("dangers")}
    assert set(called) == mortal
    assert all(numbers & {"110", "119", "120"} for numbers in called.values())
    assert {kind: row["first"] for row in rows("dangers") for kind in [row["id"]]} == {
        "medical-emergency": "120",
        "fire": "119",
        "suicide": "12356",
        "child": "110",
        "violence": "110",
        "missing": "110",
        "no-shelter": "110",
        "fraud": "110",
    }

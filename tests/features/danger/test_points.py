"""What a browser is told of danger: whose a phrase is, and points only for kinds that have a card."""

from __future__ import annotations

from base64 import b64decode

import pytest

from bench.danger_points import kind_of, mark_of, marks, share, shipped_points
from generator.features.danger.points import danger_points, packed_marks


def test_a_text_has_its_signs_and_pairs() -> None:
    """A sign that is no Han character parts two pairs and is none itself."""
    assert marks("娃哭1了") == {mark_of(each) for each in ("娃", "哭", "了", "娃哭")}


def test_a_mark_is_the_end_of_fnv_1a() -> None:
    """Published with the function: of “a” it is e40c292c."""
    assert mark_of("a") == 0x292C


def test_marks_are_told_in_bits() -> None:
    """By hand: 9 further than the first is one eight and 001; the second kind has -3, the third step after less."""
    assert b64decode(packed_marks([(9, [0, -3])])) == bytes([0b10001011, 0b11011111])
    assert packed_marks([]) == ""


def test_in_a_long_text_each_counts_less() -> None:
    assert [round(share("火" * signs), 3) for signs in (1, 4, 12, 48, 600)] == [1.732, 1.732, 1.0, 0.5, 0.447]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("厨房着火了，火苗蹿到房顶", "fire"),
        ("我不想活了，药都买好了", "suicide"),
        ("老公又打我，打得我满脸是血", "violence"),
        ("老伴倒在地上叫不醒", "medical-emergency"),
        ("奶奶一大早出门到现在没回来，到处找不到", "missing"),
        ("对方让我转账到安全账户，还要验证码", "fraud"),
        ("今晚没地方睡，一天没吃饭", "no-shelter"),
        ("消防安全讲座怎么报名", ""),
        ("助学金什么时候发", ""),
        ("想给老人申请防走失手环", ""),
    ],
)
def test_what_is_clear_is_heard_by_points_alone(sentence: str, kind: str) -> None:
    assert kind_of(sentence, shipped_points()) == kind


def test_a_kind_without_a_card_has_no_points() -> None:
    told = danger_points({"fire"})
    assert isinstance(told["base"], dict)
    assert set(told["base"]) == {"", "fire"}

"""What a browser is told of danger: whose a phrase is, and points only for kinds that have a card."""

from __future__ import annotations

import pytest

from bench.danger_points import kinds_of, most, shipped_points
from bench.danger_sounds import sounds_of
from generator.base.bits import Bits
from generator.base.marks import mark_of, marks, share, sound_marks
from generator.base.point_marks import packed_marks
from generator.features.danger.points import danger_marks, danger_points


def test_a_text_has_its_signs_and_pairs_and_those_at_its_ends_once_more() -> None:
    """A sign that is no Han character parts two pairs and is none itself."""
    ends = ("^娃", "^娃哭", "了$")
    assert marks("娃哭1了") == {mark_of(each) for each in ("娃", "哭", "了", "娃哭", *ends)}
    assert marks("help") == frozenset()


def test_typed_and_written_syllables_that_sound_alike_are_the_same() -> None:
    """By ear: 燃汽泄路 is 燃气泄漏 typed in haste; n and l, zh and z, ing and in are not told apart."""
    assert sounds_of("燃汽").sounds == sounds_of("ranqi").sounds == ("lan", "qi")
    assert sounds_of("zhe ling").sounds == ("ze", "lin")
    assert [sounds_of(each).is_typed for each in ("燃汽help", "ran汽", "SOS")] == [False, True, False]
    whole = ("da", "wo", "da wo", "^da", "^da wo", "wo$", "da wo$")
    assert sound_marks(sounds_of("打我").sounds) == {mark_of(each) for each in whole}


def test_a_mark_is_the_end_of_fnv_1a() -> None:
    """Published with the function: of “a” it is e40c292c."""
    assert mark_of("a") == 0x292C


def test_what_is_certain_costs_nothing_and_what_is_not_a_bit_each() -> None:
    """By hand: no mark at all is one no, the first half of the range; noughts at the end are understood."""
    assert packed_marks([], 2) == b""
    assert 0 < len(packed_marks([(9, [0, -3])], 2)) < 4


def test_an_answer_that_was_expected_is_cheaper() -> None:
    """Of 8,000 answers one in ten is yes: by Shannon 0.469 bits each, 469 bytes, give or take what learning costs."""
    bits = Bits(1)
    for at in range(8000):
        bits.add(0, at % 10 == 0)
    assert 469 * 0.9 < len(bits.done()) < 469 * 1.1


def test_in_a_long_text_each_counts_less() -> None:
    assert [round(share(signs), 3) for signs in (1, 4, 12, 48, 600)] == [1.732, 1.732, 1.0, 0.5, 0.447]


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
    assert kinds_of(sentence, shipped_points()) == ((kind,) if kind else ())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [("wo lao gong da wo", "violence"), ("jia li zhao huo le", "fire"), ("dibao zenme shenqing", "")],
)
def test_what_is_typed_in_letters_is_heard_by_its_sound(sentence: str, kind: str) -> None:
    sounds = sounds_of(sentence).sounds
    assert most(sound_marks(sounds), share(len(sounds)), shipped_points("danger_sounds")) == ((kind,) if kind else ())


def test_a_kind_without_a_card_has_no_points() -> None:
    told = danger_points({"fire"})
    for base in (told["signs"], told["sounds"]):
        assert isinstance(base, dict)
        assert set(base) == {"none", "fire"}
    assert len(danger_marks({"fire"})) < len(danger_marks({"fire", "missing"}))

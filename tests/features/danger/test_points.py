"""What a browser is told of danger: whose a phrase is, and points only for kinds that have a card."""

from __future__ import annotations

import pytest

from bench.danger_points import features, kind_of, share, shipped_groups, shipped_points
from generator.features.danger.points import danger_points

GROUPS = {"孩子": ("孩子", "娃"), "哭": ("哭", "喊")}


def test_a_text_has_its_signs_its_pairs_its_groups_and_each_two_of_them() -> None:
    """By hand; a sign that is no Han character parts two pairs and is none itself."""
    assert features("娃哭1了", GROUPS) == {"娃", "哭", "了", "娃哭", "孩子.", "哭.", "哭._孩子."}


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
    assert kind_of(sentence, shipped_points(), shipped_groups()) == kind


def test_a_kind_without_a_card_has_no_points() -> None:
    told = danger_points({"fire"})
    assert isinstance(told["base"], dict)
    assert set(told["base"]) == {"", "fire"}

"""Which kinds of need an offer meets, by its name and summary."""

from __future__ import annotations

from generator.features.words.need_kinds import Kind, kinds_of

KINDS = (
    Kind("bathing", "care", "上门助浴", ("助浴", "洗澡")),
    Kind("home-care", "care", "上门照料", ("照料", "看护")),
    Kind("after-discharge", "care", "出院后的照料", ("出院过渡照料",)),
    Kind("meals", "living", "吃饭助餐", ("助餐", "午餐")),
)


def test_the_name_comes_before_the_summary() -> None:
    assert kinds_of("流动助浴车", "车开到楼下照料老人", "care", KINDS) == ("bathing",)


def test_a_name_that_says_nothing_leaves_it_to_the_summary() -> None:
    assert kinds_of("暖心一小时", "两名护理员上门给老人洗澡。", "care", KINDS) == ("bathing",)


def test_a_longer_term_hides_the_shorter_one_inside_it() -> None:
    assert kinds_of("出院过渡照料", "", "care", KINDS) == ("after-discharge",)


def test_several_kinds_stand_in_the_order_of_the_name() -> None:
    assert kinds_of("看护和助浴", "", "care", KINDS) == ("home-care", "bathing")


def test_another_category_counts_only_where_its_own_says_nothing() -> None:
    assert kinds_of("老人午餐照料", "", "care", KINDS) == ("home-care",)
    assert kinds_of("老人午餐", "", "care", KINDS) == ("meals",)
    assert kinds_of("老人之家", "", "care", KINDS) == ()

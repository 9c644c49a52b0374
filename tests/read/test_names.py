from generator.read.names_in_messages import nearest, shown, suggestion

TITLES = {"name": "窗口名称", "note": "备注"}


def test_names_are_shown_short_printable_and_without_long_numbers() -> None:
    assert shown("a\x1b[31m") == "a?[31m"
    assert shown("张 12010119900101123X") == "张 …"
    assert len(shown("长" * 500)) == 21


def test_the_nearest_name_is_found_by_name_and_by_title() -> None:
    assert nearest("Naem", TITLES) == "name"
    assert nearest("窗口名", TITLES) == "name"
    assert nearest("天气", TITLES) is None


def test_without_a_near_name_all_names_are_offered() -> None:
    assert suggestion("天气", TITLES) == "可以写的有：name、note。"


def test_a_name_without_end_costs_no_time() -> None:
    assert nearest("n" * 1_000_000, TITLES) is None

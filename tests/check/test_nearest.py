"""A misspelt word is answered with the one that was probably meant."""

from generator.check.nearest import nearest


def test_the_nearest_word_is_offered() -> None:
    assert nearest("lable", ["label", "level"]) == "，是不是 label"


def test_nothing_is_offered_when_nothing_is_near() -> None:
    assert nearest("xyz", ["label", "level"]) == ""

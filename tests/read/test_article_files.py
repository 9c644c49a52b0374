"""Front matter and the text below it, with the lines they stand on."""

from __future__ import annotations

from generator.read.article_files import split_article


def test_the_front_keeps_its_line_numbers_and_the_body_knows_its_first_line() -> None:
    article = split_article("---\ntitle: 甲\n---\n\n\n## 背景\n\n文\n")
    assert article.front == "\ntitle: 甲" and article.body == "## 背景\n\n文" and article.body_line == 6


def test_a_text_without_both_fences_has_no_front() -> None:
    assert split_article("## 背景\n").front is None and split_article("---\ntitle: 甲\n").front is None


def test_a_rule_in_the_text_ends_nothing() -> None:
    assert split_article("---\na: b\n---\n甲\n\n---\n\n乙").body == "甲\n\n---\n\n乙"

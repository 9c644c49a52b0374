"""The day: what was typed, else SOURCE_DATE_EPOCH, else today in Shanghai."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
import typer

from generator.cli.options import read_day

NEW_YEAR_IN_SHANGHAI = "1798732800"
"""2027-01-01 00:00 there, still 2026 in Greenwich."""


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_what_was_typed_counts_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR_IN_SHANGHAI)
    assert read_day("2026-01-31") == date(2026, 1, 31)


def test_the_epoch_is_a_day_in_shanghai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR_IN_SHANGHAI)
    assert read_day("") == date(2027, 1, 1)


def test_today_is_shanghais() -> None:
    shanghai = timezone(timedelta(hours=8))
    before = datetime.now(shanghai).date()
    assert before <= read_day("") <= datetime.now(shanghai).date()


@pytest.mark.parametrize("text", ["2026-02-30", "2026/01/31", "今天", "1999-12-31", "2100-01-01", "20260131x"])
def test_a_day_nobody_can_mean_is_wrong_use(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        read_day(text)


@pytest.mark.parametrize("epoch", ["soon", "²", "-1", "1e9", "9" * 30])
def test_an_epoch_nobody_can_mean_is_wrong_use(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(typer.BadParameter):
        read_day("")

"""The command line as somebody types it, in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from generator.cli import main


class Said(NamedTuple):
    """What a verb printed, and its exit code."""

    code: object
    out: str
    err: str


Mingshan = Callable[..., Said]


@pytest.fixture
def mingshan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Mingshan:
    """Run `mingshan WORDS`."""

    def run(*words: object) -> Said:
        monkeypatch.setattr("sys.argv", ["mingshan", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Said(ended.value.code, *capsys.readouterr())

    return run

"""Values to what may be repeated of them in a message that anybody can read."""

from __future__ import annotations

import re

from generator.model.dataset import Field

HIDDEN = "（内容已遮盖）"
LONGEST = 30
_PERSONAL_FORMATS = frozenset({"telephone", "email", "credit_code", "paragraphs"})
_NUMBER = re.compile(r"[\d０-９][\d０-９Xx\s-]{4,}[\d０-９Xx]")


def shown(field: Field, text: str) -> str:
    """The text in quotes, without anything that may be a person's number; nothing of a personal field."""
    if field.personal or field.format in _PERSONAL_FORMATS:
        return HIDDEN
    plain = "".join(sign if sign.isprintable() else " " for sign in mask_numbers(text))
    return f"“{plain[:LONGEST]}{'…' if len(plain) > LONGEST else ''}”"


def mask_numbers(text: str) -> str:
    """The text without long numbers: any of them may be somebody's identity card, telephone or bank card."""
    return _NUMBER.sub("＊＊＊", text)

"""Values to what may be repeated of them in a message that anybody can read."""

from __future__ import annotations

import re

from generator.model.dataset import Field

COVERED = "内容已遮盖"
"""Every message that keeps a value to itself says so in these words."""
HIDDEN = f"（{COVERED}）"
_LONGEST = 30
_PERSONAL_FORMATS = frozenset({"telephone", "email", "credit_code", "paragraphs"})
_NUMBER = re.compile(r"[\d０-９][\d０-９Xx\s./·-]{5,}[\d０-９Xx]")
"""Seven digits and more: telephones, identity and bank cards; codes of places have six."""
_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}")
_LETTERS = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,8})[-_]?\Z")
_PAPERS = frozenset("HMEGDSPKCWLThmegdspkcwlt")
"""Letters by which passports and travel permits begin."""
_YEARLY = re.compile(r"(?:19|20)\d{2}[-/_]?\d{3,6}")
_SHORT = re.compile(r"(?:19|20)\d{2}[-/_]?\d{3,6}|\d{7,8}")
_PERSON = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{14,}[\dXx])(?![0-9A-Za-z])")
"""A mobile's number, or one as long as an identity or bank card's."""


def shown(field: Field, text: str) -> str:
    """The text in quotes, without anything that may be a person's number; nothing of a personal field."""
    if hides_its_values(field):
        return HIDDEN
    plain = "".join(sign if sign.isprintable() else " " for sign in mask_numbers(text))
    return f"“{plain[:_LONGEST]}{'…' if len(plain) > _LONGEST else ''}”"


def hides_its_values(field: Field) -> bool:
    """Whether nothing of the field's values is ever repeated."""
    return field.personal or field.format in _PERSONAL_FORMATS


def mask_numbers(text: str) -> str:
    """The text without long numbers but dates: any may be somebody's identity card, telephone or bank card."""
    return _NUMBER.sub(lambda found: found[0] if _is_harmless(found) else "＊＊＊", text)


def _is_harmless(found: re.Match[str]) -> bool:
    """A day; or a number some register gave out: letters, then a year and a few digits, or too few for a person."""
    if _DATE.fullmatch(found[0].strip()):
        return True
    before = _LETTERS.search(found.string, max(0, found.start() - 12), found.start())
    is_paper = before is not None and len(before[1]) <= 2 and before[1][0] in _PAPERS
    return before is not None and bool((_YEARLY if is_paper else _SHORT).fullmatch(found[0]))


def shown_key(key: str) -> str:
    """A record's key, unless somebody made a person's number of it."""
    return _PERSON.sub("＊＊＊", key)

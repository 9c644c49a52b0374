"""Signs that nobody sees, and names of files that not every system can hold."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""Controls other than tabs and line ends, and marks of byte order; YAML forbids them too."""
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIDDEN_SIGNS = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of writing
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e00ff"  # tags
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"  # private use: every font draws something else
    f"|(?<![{_EMOJI}\ufe0f\u20e3])\u200d|\u200d(?![{_EMOJI}])"
    f"|(?<![{_EMOJI}{_IDEOGRAPHS}0-9#*])[\ufe00-\ufe0f]|(?<=[0-9#*])[\ufe00-\ufe0f](?!\u20e3)"
    f"|(?<![{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
)
"""Never in data or prose; joiners between emoji and selectors behind emoji and ideographs have their use."""
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_OF_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def is_safe_name(name: str) -> bool:
    """Whether a file or folder can have this name everywhere, and shows all that is in it."""
    return not (_UNSAFE.search(name) or is_reserved_name(name)) and name == name.strip(" .")


def is_reserved_name(name: str) -> bool:
    """Whether Windows keeps a name for a device, with any ending."""
    return bool(_OF_WINDOWS.fullmatch(name))


def _shown(sign: str) -> str:
    return " " if sign in "\n\r\t" else f"‹U+{ord(sign):04X}›"


def printable(text: str) -> str:
    """A text from outside as one line that a terminal and a log may print: it moves no cursor, gives no command.

    A log of a forge takes lines for commands that begin with two colons, or hold `##[`.
    """
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else _shown(sign) for sign in text)
    return text.replace("::", "：：").replace("##[", "##［")

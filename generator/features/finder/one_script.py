"""Modules of the theme to one script that needs no other: what a page opened from a disk can run."""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "[^"]*/(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)


def one_script(modules: Mapping[str, str]) -> str:
    """The modules, by name, each in a scope of its own; one that imports from another must come after it."""
    return '"use strict";\n' + "".join(_scoped(name, text) for name, text in modules.items())


def _scoped(name: str, text: str) -> str:
    given = ", ".join(_EXPORT.findall(text))
    inside = _EXPORT.sub("", _IMPORT.sub(r"const {\1} = _\2;", text))
    return f"const _{name} = (() => {{\n{inside}\nreturn {{ {given} }};\n}})();\n"

"""What a template may name, as a type: a frozen dataclass whose fields are the names."""

from __future__ import annotations

from dataclasses import Field, dataclass
from typing import ClassVar, Protocol


class Context(Protocol):
    """Any frozen dataclass; a template names its fields besides `site`, `root` and, on a page, `page`.

    Which names a template uses and which it is given is compared by `tests/render/test_template_contexts.py`.
    """

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


@dataclass(frozen=True, slots=True)
class NoNames:
    """For what is drawn from nothing of its own."""

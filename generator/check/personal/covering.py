"""A text to the same text without what is somebody's own, for a report that anybody may read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.check.personal.clearing import EXCEPTIONS, own_values, published_values
from generator.check.personal.exposures import ExposureKind, mark_of
from generator.model.catalogue import Catalogue
from generator.model.masking import HIDDEN

_OFFICES = frozenset({ExposureKind.LANDLINE, ExposureKind.EMAIL, ExposureKind.ADDRESS})


@dataclass(frozen=True, slots=True)
class Covering:
    """`excepted` are findings (file, kind, mark) that somebody reviewed, `public` what organisations publish."""

    excepted: Collection[tuple[str, str, str]]
    public: Collection[str]

    def cover(self, file: str, text: str) -> str:
        """Every finding of the privacy check in it is named, never quoted."""
        from generator.check.personal.detection import find_exposures  # brings stdnum and lists of names

        parts: list[str] = []
        done = 0
        for each in find_exposures(text):
            if not self._is_open(file, each.kind, each.value):
                parts += (text[done : each.start], HIDDEN)
                done = each.end
        return "".join((*parts, text[done:]))

    def _is_open(self, file: str, kind: ExposureKind, value: str) -> bool:
        if (file, kind.value, mark_of(kind, value)) in self.excepted:
            return True
        return kind in _OFFICES and any(value in known or known.endswith(value) for known in self.public)


def covering_of(base: Catalogue, now: Catalogue, own: Iterable[str] = ()) -> Covering:
    """Exceptions are those of the base: a change cannot excuse what it brings. Offices and operator say their `own`."""
    excepted = frozenset(
        (str(each.values["file"]), str(each.values["kind"]), str(each.values["mark"]))
        for each in base.with_role(EXCEPTIONS).values()
    )
    return Covering(excepted, published_values(base) | published_values(now) | own_values(own))

"""A codelist with parents becomes a dimension: which codes add up to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TOTAL = "_T"
"""SDMX's code for the total of a dimension that has no code of its own for it."""

Parents = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis of a table.

    `total` is the code that stands for everything: a table without this dimension speaks of exactly that code,
    so tables of different width meet in the same cells. Time has none: a table always says of which period it is.
    """

    name: str
    title: str
    parents: Parents
    total: str | None
    children: Mapping[str, tuple[str, ...]]
    depths: Mapping[str, int]
    inner: bool = False
    """Whether its codes are parts that nobody reports all of: totals along it are only those that are reported."""

    @property
    def leaves(self) -> tuple[str, ...]:
        """The codes that nothing adds up to: the finest detail."""
        return tuple(code for code in self.parents if code not in self.children)

    def path(self, code: str) -> tuple[str, ...]:
        """A code and everything it is part of, from itself upwards."""
        trail = [code]
        while (above := self.parents[trail[-1]]) is not None:
            trail.append(above)
        return tuple(trail)


def build_dimension(
    name: str, title: str, parents: Parents, total: str | None = None, inner: bool = False
) -> Dimension:
    """A dimension from each code's parent; a parent that is not itself listed, or a circle, is a mistake."""
    children: dict[str, list[str]] = {}
    for code, above in parents.items():
        if above is not None:
            if above not in parents:
                raise ValueError(f"{name}: {code} belongs to {above}, which is not listed")
            children.setdefault(above, []).append(code)
    return Dimension(
        name=name,
        title=title,
        parents=dict(parents),
        total=total,
        children={code: tuple(below) for code, below in children.items()},
        depths={code: _depth(name, code, parents) for code in parents},
        inner=inner,
    )


def keep_codes(dimension: Dimension, codes: Iterable[str]) -> Dimension:
    """The dimension with only these codes and what they are part of."""
    kept = {step for code in codes for step in dimension.path(code)}
    parents = {code: above for code, above in dimension.parents.items() if code in kept}
    return build_dimension(dimension.name, dimension.title, parents, dimension.total, dimension.inner)


def flat_dimension(name: str, title: str, codes: tuple[str, ...]) -> Dimension:
    """A dimension of plain codes under one total (`_T`)."""
    return build_dimension(name, title, {TOTAL: None, **dict.fromkeys(codes, TOTAL)}, TOTAL)


def _depth(name: str, code: str, parents: Parents) -> int:
    depth, above = 0, parents[code]
    while above is not None:
        depth, above = depth + 1, parents[above]
        if depth > len(parents):
            raise ValueError(f"{name}: {code} is part of itself")
    return depth

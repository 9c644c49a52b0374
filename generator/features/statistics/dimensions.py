"""A codelist with parents becomes a dimension: which codes add up to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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
    beside: tuple[Dimension, ...] = ()
    """Further hierarchies over the same codes, each known by its title; codes of their own stand in them alone."""
    former: tuple[Dimension, ...] = ()
    """What codes that are used no more have become, as sums: an attacker lays old editions beside new ones by these."""
    holds: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Codes whose parts were others before or after: the day from which, and the day until which, these add up."""

    def below(self, code: str, day: str = "") -> tuple[str, ...]:
        """What adds up to a code, in periods that begin on a day; nothing where its parts were others then."""
        first, until = self.holds.get(code, ("", ""))
        holds = not day or code not in self.holds or first <= day < until
        return self.children.get(code, ()) if holds else ()

    @property
    def hierarchies(self) -> tuple[Dimension, ...]:
        """All ways in which its codes add up, the main one first."""
        return (self, *self.beside, *self.former)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code of every hierarchy, once."""
        return tuple(dict.fromkeys(code for each in self.hierarchies for code in each.parents))

    @property
    def leaves(self) -> tuple[str, ...]:
        """The codes that nothing adds up to: the finest detail."""
        now = (self, *self.beside)
        return tuple(code for code in self.codes if not any(code in each.children for each in now))

    def path(self, code: str) -> tuple[str, ...]:
        """A code and everything it is part of, in whatever hierarchy, from itself upwards."""
        trail = [code]
        for step in trail:
            for each in self.hierarchies:
                above = each.parents.get(step)
                if above is not None and above not in trail:
                    trail.append(above)
        return tuple(trail)


def build_dimension(
    name: str,
    title: str,
    parents: Parents,
    total: str | None = None,
    inner: bool = False,
    beside: tuple[Dimension, ...] = (),
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
        depths={
            **{code: depth for each in beside for code, depth in each.depths.items()},
            **{code: _depth(name, code, parents) for code in parents},
        },
        inner=inner,
        beside=beside,
    )


def with_former(dimension: Dimension, former: tuple[Dimension, ...]) -> Dimension:
    """The dimension with the sums that old codes make."""
    depths = {code: depth for each in former for code, depth in each.depths.items()}
    return replace(dimension, former=former, depths={**depths, **dimension.depths})


def keep_codes(dimension: Dimension, codes: Iterable[str]) -> Dimension:
    """The dimension with only these codes and what they are part of."""
    kept = {step for code in codes for step in dimension.path(code)}
    parents = {code: above for code, above in dimension.parents.items() if code in kept}
    beside = tuple(keep_codes(each, kept & each.parents.keys()) for each in dimension.beside)
    former = tuple(keep_codes(each, kept & each.parents.keys()) for each in dimension.former)
    rebuilt = build_dimension(dimension.name, dimension.title, parents, dimension.total, dimension.inner, beside)
    return with_former(replace(rebuilt, holds=dimension.holds), former)


def all_hierarchies(dimensions: Iterable[Dimension]) -> tuple[Dimension, ...]:
    """Every way in which the codes of some dimensions add up: for whoever writes down sums."""
    return tuple(each for dimension in dimensions for each in dimension.hierarchies)


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

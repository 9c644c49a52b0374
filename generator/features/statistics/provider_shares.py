"""What each provider gave of the finest figures becomes the two largest shares in every figure of a table.

Who helped nine of twelve households knows that there are three others. Nobody reads who it was: only how large a share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.totals import Place
from generator.model.figure import Amount

Helpers = Mapping[Place, Mapping[str, Amount]]
"""By figure, what each provider gave of it."""
Shares = Mapping[Place, tuple[Amount, ...]]
"""By figure, the largest share of one provider and the second; what is not here nobody told of."""


def add_up_helpers(dimensions: Iterable[Dimension], helpers: Helpers) -> Shares:
    """The two largest shares in each figure and in everything that it is part of."""
    axes = tuple(dimensions)
    above: dict[Place, dict[str, Amount]] = {}
    for (measure, codes), shares in helpers.items():
        if all(code in axis.parents for axis, code in zip(axes, codes, strict=True)):
            for place in product(*(axis.path(code) for axis, code in zip(axes, codes, strict=True))):
                into = above.setdefault((measure, place), {})
                for provider, amount in shares.items():
                    into[provider] = into.get(provider, 0) + amount
    return {place: tuple(sorted(shares.values(), reverse=True)[:2]) for place, shares in above.items()}

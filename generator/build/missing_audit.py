"""The features at hand and the data to what a build must not be without: whoever takes a guard away stops the build."""

from __future__ import annotations

from generator.build.problems import AUDIT_MISSING
from generator.model.catalogue import Catalogue
from generator.model.feature import Features
from generator.model.problem import Location, Problem


def find_missing_guards(features: Features, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Declared statistics that nothing attacks. What looks for persons belongs to the engine and cannot be missing."""
    if any(feature.audits for feature in features):
        return ()
    tables = (dataset for dataset in catalogue.datasets.values() if dataset.directory.tabulation)
    return tuple(
        Problem(
            AUDIT_MISSING,
            Location(dataset.declaration),
            f"“{dataset.title}”是统计表，程序里却没有攻击统计表的检查，不能发布。",
            "把 statistics 这项功能放回来；不公布统计的，删去声明里的 statistics。",
        )
        for dataset in tables
    )

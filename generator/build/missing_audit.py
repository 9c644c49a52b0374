"""The features at hand and the data to what a build must not be without: whoever takes a guard away stops the build."""

from __future__ import annotations

from generator.build.problems import audit_missing
from generator.model.catalogue import Catalogue
from generator.model.feature import Features
from generator.model.problem import Problem


def find_missing_guards(features: Features, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Declared statistics that nothing attacks. What looks for persons belongs to the engine and cannot be missing."""
    if any(feature.audits for feature in features):
        return ()
    tables = (dataset for dataset in catalogue.datasets.values() if dataset.directory.tabulation)
    return tuple(audit_missing(dataset.declaration, dataset.title) for dataset in tables)

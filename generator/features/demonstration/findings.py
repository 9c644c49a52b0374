"""Records and settings to what a demonstration must not claim, and what a real site must not keep of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.demonstration.problems import authority_not_printed, samples_left
from generator.model.catalogue import Catalogue
from generator.model.formats import is_sample_telephone
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.table import Locate


def find_left_samples(catalogue: Catalogue, settings: Settings, _as_of: date, locate: Locate) -> Iterator[Problem]:
    """On a real site, the first invented number of each dataset; how many there are is one sentence, not a thousand."""
    if settings.demonstration:
        return
    for name, dataset in catalogue.datasets.items():
        fields = [each for each in dataset.columns.values() if each.format == "telephone"]
        found = [
            (record, field)
            for record in catalogue.records[name].values()
            for field in fields
            if is_sample_telephone(str(record.values[field.name]))
        ]
        if found:
            record, field = found[0]
            yield samples_left(locate(record.origin, field.name), record.key, dataset.title, len(found))


def find_real_authority(_catalogue: Catalogue, settings: Settings, _as_of: date, _locate: Locate) -> Iterator[Problem]:
    """In a demonstration, an authority that was named and is therefore printed nowhere."""
    if settings.demonstration and settings.named_authority != settings.authority:
        yield authority_not_printed()

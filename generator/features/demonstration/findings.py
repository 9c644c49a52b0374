"""Records and settings to what a demonstration must not claim, and what a real site must not keep of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.demonstration.problems import DEMONSTRATION_AUTHORITY, SAMPLE_LEFT
from generator.model.catalogue import Catalogue
from generator.model.formats import is_sample_telephone
from generator.model.problem import Location, Problem
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
            message = f"{dataset.title}里还有 {len(found)} 个示例号码，这是第一个。"
            hint = "换成真实的公开电话，或者删去这些示例记录。"
            yield Problem(SAMPLE_LEFT, locate(record.origin, field.name), message, hint, record.key)


def find_real_authority(_catalogue: Catalogue, settings: Settings, _as_of: date, _locate: Locate) -> Iterator[Problem]:
    """In a demonstration, an authority that was named and is therefore printed nowhere."""
    if settings.demonstration and settings.named_authority != settings.authority:
        message = "这是演示站点，写的主办单位不是示例，所以页眉、页脚和下载的文件里都没有印。"
        hint = "演示时写“示例市民政局”这样的名称；上线时把 demonstration 改为 false。"
        yield Problem(DEMONSTRATION_AUTHORITY, Location("mkdocs.yml"), message, hint)

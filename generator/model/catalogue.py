"""All records with their links both ways: what pages are planned from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.dataset import Dataset, Field
from generator.model.record import Record, named_keys


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """One catalogue is made a run, so it may stand as a key for what is worked out from it once.

    `records[dataset][key]` in list order; `backlinks["source.field"][key]` are the records that name `key` there."""

    datasets: Mapping[str, Dataset]
    records: Mapping[str, Mapping[str, Record]]
    backlinks: Mapping[str, Mapping[str, tuple[Record, ...]]]
    roles: Mapping[str, str] = field(init=False)
    """The names of the datasets that have a role, by role."""
    own_roles: Mapping[str, str] = field(init=False)
    """The same the other way round."""

    def __post_init__(self) -> None:
        own = {name: each.directory.role for name, each in self.datasets.items() if each.directory.role}
        object.__setattr__(self, "own_roles", own)
        object.__setattr__(self, "roles", {role: name for name, role in own.items()})

    def with_role(self, role: str) -> Mapping[str, Record]:
        """The records of the dataset that has a role, by key; empty where the instance has none."""
        return self.records.get(self.roles.get(role, ""), {})

    def dataset_with(self, role: str) -> Dataset | None:
        """The dataset that has a role, where the instance has one."""
        return self.datasets.get(self.roles.get(role, ""))

    def named(self, role: str) -> str:
        """The name of the dataset that has a role, of which addresses are made; the role's own where there is none."""
        return self.roles.get(role, role)

    def named_all(self, roles: Iterable[str]) -> tuple[str, ...]:
        """The names of the datasets that have these roles; those that the instance does not have are left out."""
        return tuple(self.roles[role] for role in roles if role in self.roles)

    def role_of(self, dataset: str) -> str:
        """What a dataset is for; empty: nothing that the code knows."""
        return self.own_roles.get(dataset, "")

    def pointing(self, record: Record, relation: str) -> tuple[Record, ...]:
        """The records of `relation` ("role.field") that point at `record`; empty where no such link is declared."""
        role, _, name = relation.partition(".")
        return self.backlinks.get(f"{self.roles.get(role, '')}.{name}", {}).get(record.key, ())

    def targets(self, record: Record, field: Field) -> tuple[Record, ...]:
        """The records that `field` of `record` names, in written order; empty when it names none."""
        if field.target is None:
            return ()
        known = self.records[field.target]
        return tuple(known[key] for key in named_keys(record, field.name) if key in known)

    def sources(self, record: Record, relation: str) -> tuple[Record, ...]:
        """The records of `relation` ("dataset.field") that point at `record`, in list order; empty when none do."""
        return self.backlinks[relation].get(record.key, ())

    def ancestors(self, record: Record) -> tuple[Record, ...]:
        """The record's parents in its hierarchy, nearest first; empty outside a hierarchy."""
        hierarchy = self.datasets[record.dataset].directory.hierarchy
        found: list[Record] = []
        current: Record | None = record
        while hierarchy and current:
            parent = current.values[hierarchy[0]]
            current = self.records[record.dataset].get(str(parent)) if parent else None
            if current is None or current in found:
                break
            found.append(current)
        return tuple(found)

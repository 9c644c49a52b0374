"""A fundraising written inside its project, as was once the only way, to the record of its own that says the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.features.duties.fundraising_facts import campaigns_of, is_told_inside
from generator.features.duties.rulebook import RULE_ROLE, bearer_of
from generator.features.duties.second_looks import LOOK_ROLE
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record, Value

CALLED_NOW = {
    "fundraising_number": "number",
    "fundraising_filed_on": "filed_on",
    "fundraising_from": "starts_on",
    "fundraising_to": "ends_on",
    "emergency_until": "emergency_until",
    "fundraising_target": "target",
}
"""What each field of a project is called in a record of its own."""
_PLATFORM = "fundraising_platform"
FIRST_NUMBER = "f01"
USUAL_NAME = "公开募捐"


class Moved(NamedTuple):
    """A project without the fields, and the record that now holds what they said."""

    project: Record
    fundraising: Record


def is_inside(catalogue: Catalogue, project: Record) -> bool:
    """Whether a project tells of a fundraising that could have a record of its own."""
    dataset = catalogue.dataset_with("fundraising")
    campaigns = campaigns_of(catalogue, project)
    return dataset is not None and bool(campaigns) and campaigns[0].is_inside and is_told_inside(project)


def move_out(catalogue: Catalogue, project: Record) -> Moved | None:
    """The same in the way of today; None where the project says too little to make a record of it."""
    dataset = catalogue.dataset_with("fundraising")
    if dataset is None or not is_inside(catalogue, project) or project.values.get("fundraising_from") is None:
        return None
    facts = {new: project.values.get(old) for old, new in CALLED_NOW.items()}
    facts |= {"project": project.key, "id": FIRST_NUMBER, "name": USUAL_NAME, **_channels(catalogue, project)}
    values = {name: facts.get(name) for name in dataset.columns}
    rest = {**project.values, **{name: None for name in (*CALLED_NOW, _PLATFORM) if name in project.values}}
    origin = project.origin._replace(trail=())
    return Moved(
        project._replace(values=rest),
        Record(dataset.name, f"{project.key}/{FIRST_NUMBER}", values, origin, project.digest),
    )


def moved_looks(catalogue: Catalogue, moved: Collection[str]) -> tuple[Record, ...]:
    """What was looked up of the fundraisings of these projects, now of the records of their own."""
    rules = catalogue.with_role(RULE_ROLE)
    return tuple(
        look._replace(values={**look.values, "subject": f"{subject}/{FIRST_NUMBER}"})
        for look in catalogue.with_role(LOOK_ROLE).values()
        if (subject := text_in(look, "subject")) in moved
        and (rule := rules.get(text_in(look, "rule")))
        and bearer_of(rule) == "fundraising"
    )


def _channels(catalogue: Catalogue, project: Record) -> Mapping[str, Value]:
    """A platform that the list knows by this name is named by its number; anything else stays as it was written."""
    written = text_in(project, _PLATFORM)
    known = [key for key, each in catalogue.with_role("platform").items() if text_in(each, "name") == written]
    return {"used_platforms": (known[0],)} if known else {"channels": written or None}

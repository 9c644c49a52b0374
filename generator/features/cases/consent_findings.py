"""Cases and awards about people who may not have agreed become findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.cases.problems import (
    award_to_nobody,
    consent_of_nobody,
    consent_without,
    person_misplaced,
    person_without_consent,
)
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.finding import Finding
from generator.model.record import Record

ABOUT_PEOPLE = ("case", "award")


def find_incomplete_consents(catalogue: Catalogue) -> Iterator[Finding]:
    """Somebody's consent has a day and says what it covers; a pseudonym needs consent too (it is still about them)."""
    for record in _about_people(catalogue):
        basis = text_in(record, "consent_basis")
        if basis in ("written", "guardian"):
            for field, title in (("consent_obtained_on", "取得同意的日期"), ("consent_scope", "同意公开的内容")):
                if not record.values.get(field):
                    yield consent_without(record, field, title)
        elif basis == "not-needed" and words_in(record, "consent_scope"):
            yield consent_of_nobody(record)


def find_unnamed_honours(catalogue: Catalogue) -> Iterator[Finding]:
    """A person is named only for an honour to a person, and only with consent to the name."""
    for award in catalogue.with_role("award").values():
        person, is_individual = text_in(award, "person"), text_in(award, "kind") == "individual"
        if person and not is_individual:
            yield person_misplaced(award)
        elif person and "name" not in words_in(award, "consent_scope"):
            yield person_without_consent(award)
        if not is_individual and not (award.values.get("organization") or award.values.get("project")):
            yield award_to_nobody(award)


def _about_people(catalogue: Catalogue) -> Iterator[Record]:
    for role in ABOUT_PEOPLE:
        yield from catalogue.with_role(role).values()

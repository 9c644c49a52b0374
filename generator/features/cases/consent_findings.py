"""Cases and awards about people who may not have agreed become findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.cases.problems import AWARD_NOBODY, AWARD_PERSON, CONSENT_INCOMPLETE
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
            for field, what in (("consent_obtained_on", "取得同意的日期"), ("consent_scope", "同意公开的内容")):
                if not record.values.get(field):
                    hint = "照同意书填写；没有同意书的，删去写到的人。"
                    yield Finding(CONSENT_INCOMPLETE, record, field, f"没有写{what}。", hint)
        elif basis == "not-needed" and words_in(record, "consent_scope"):
            message, hint = "写了同意公开的内容，却说没有写到具体的人。", "核对同意方式。"
            yield Finding(CONSENT_INCOMPLETE, record, "consent_basis", message, hint)


def find_unnamed_honours(catalogue: Catalogue) -> Iterator[Finding]:
    """A person is named only for an honour to a person, and only with consent to the name."""
    for award in catalogue.with_role("award").values():
        person, is_individual = text_in(award, "person"), text_in(award, "kind") == "individual"
        if person and not is_individual:
            hint = "表彰组织或项目的，写组织编号或项目编号。"
            yield Finding(AWARD_PERSON, award, "person", "只有先进个人才写个人。", hint)
        elif person and "name" not in words_in(award, "consent_scope"):
            hint = "本人书面同意公开姓名的，在 consent_scope 里写 name；不同意的只写所在组织。"
            yield Finding(AWARD_PERSON, award, "person", "写了个人姓名，没有写本人同意公开姓名。", hint)
        if not is_individual and not (award.values.get("organization") or award.values.get("project")):
            hint = "写组织编号或项目编号。"
            yield Finding(AWARD_NOBODY, award, "organization", "没有写表彰给谁。", hint)


def _about_people(catalogue: Catalogue) -> Iterator[Record]:
    for role in ABOUT_PEOPLE:
        yield from catalogue.with_role(role).values()

"""Declarations of before, when a dataset's name alone said what it was for, to what they would say today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.check.role_contracts import find_contract_faults
from generator.model.dataset import ConsentTerms, Counted, Dataset, Described, Numbering
from generator.model.role import FORMER_NAMES


@dataclass(frozen=True, slots=True)
class FormerMeaning:
    """What the code knew of a dataset of some role before declarations said it."""

    described_as: Described | None = None
    counted: Counted | None = None
    completeness: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    numbering: Numbering | None = None


_NOTHING_MORE = FormerMeaning()
FORMER_MEANINGS: Mapping[str, FormerMeaning] = {
    "category": FormerMeaning(also_called=("needs_words",)),
    "disclosure": FormerMeaning(counted=Counted("项目公开记录", "条", 5)),
    "grant": FormerMeaning(
        described_as=Described(
            "MonetaryGrant",
            (("funder", "granted_by"), ("fundedItem", "organization"), ("amount", "amount"), ("sameAs", "url")),
        )
    ),
    "group": FormerMeaning(also_called=("short_name", "needs_words")),
    "offer": FormerMeaning(
        described_as=Described(
            "Service",
            (
                ("provider", "provider"),
                ("areaServed", "division"),
                ("audience", "groups"),
                ("termsOfService", "conditions"),
                ("category", "category"),
            ),
        ),
        counted=Counted("现在可以申请的帮扶", "项", 1, "status", "open"),
        lookalikes=("provider",),
        numbering=Numbering("id", "division", 3, ("name", "provider")),
    ),
    "organization": FormerMeaning(
        described_as=Described(
            "NGO",
            (
                ("telephone", "phone"),
                ("email", "email"),
                ("address", "street_address"),
                ("identifier", "credit_code"),
                ("foundingDate", "registered_on"),
                ("sameAs", "website"),
            ),
        ),
        counted=Counted("慈善组织和帮扶力量", "家", 3),
        completeness=(
            *("purpose", "email", "charter_url", "charity_china_id", "charity_china_looked_up_on"),
            *("confirmed_on", "confirmed_by"),
        ),
        also_called=("short_name",),
        lookalikes=("name",),
    ),
    "place": FormerMeaning(described_as=Described("AdministrativeArea", (("identifier", "code"),))),
    "project": FormerMeaning(
        described_as=Described(
            "Service",
            (
                ("provider", "organization"),
                ("areaServed", "divisions"),
                ("audience", "groups"),
                ("category", "category"),
                ("sameAs", "url"),
            ),
        ),
        counted=Counted("慈善项目", "个", 4),
        completeness=(
            *("content", "phone", "how_to_apply", "funding", "charity_china_id", "confirmed_on", "confirmed_by"),
        ),
        lookalikes=("name",),
    ),
    "window": FormerMeaning(
        described_as=Described(
            "GovernmentOffice",
            (
                ("telephone", "phone"),
                ("address", "street_address"),
                ("areaServed", "division"),
                ("openingHoursSpecification", "hours"),
            ),
        ),
        counted=Counted("服务窗口", "个", 2),
        lookalikes=("name",),
        numbering=Numbering("id", "division", 2, ("name", "street_address")),
    ),
}


def with_former_role(dataset: Dataset) -> Dataset:
    """Before declarations said what they are for, the name did: a dataset of such a name and its fields still has it.

    One that only shares the name, with fields of its own, has no role.
    """
    role = FORMER_NAMES.get(dataset.name, "")
    shaped = with_former_meaning(replace(dataset, directory=replace(dataset.directory, role=role)))
    return dataset if not role or any(find_contract_faults(shaped)) else shaped


def with_former_meaning(dataset: Dataset) -> Dataset:
    """What its role meant and it has fields for, unless its declaration says something of its own."""
    known, directory = dataset.columns, dataset.directory
    meaning = FORMER_MEANINGS.get(directory.role, _NOTHING_MORE)
    described, counted, numbering = meaning.described_as, meaning.counted, meaning.numbering
    if described:
        described = replace(described, properties=tuple(each for each in described.properties if each[1] in known))
    if counted and counted.field and counted.field not in known:
        counted = None
    if numbering and not known.keys() >= {numbering.field, numbering.within, *numbering.known_by}:
        numbering = None
    meant = replace(
        directory,
        described_as=directory.described_as or described,
        counted=directory.counted or counted,
        completeness=directory.completeness or _of(known, meaning.completeness),
        also_called=directory.also_called or _of(known, meaning.also_called),
        lookalikes=directory.lookalikes or _of(known, meaning.lookalikes),
        numbering=directory.numbering or numbering,
    )
    return replace(dataset, directory=meant)


def _of(known: Iterable[str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


FORMER_CONSENT = ("consent_basis", "consent_expires_on")
FORMER_HIDES: Mapping[str, tuple[str, ...]] = {"case": ("text", "attachments"), "award": ("person",)}
"""What went when a consent ended, by role, before declarations said so."""


def with_former_consent(dataset: Dataset) -> Dataset:
    """Where `consent` names the field of the scope alone, the rest is what it was for this role before."""
    terms, names = dataset.directory.consent, dataset.columns
    hides = tuple(name for name in FORMER_HIDES.get(dataset.directory.role, ()) if name in names)
    if terms is None or terms.until or not hides or not names.keys() >= set(FORMER_CONSENT):
        return dataset
    whole = ConsentTerms(terms.scope, *FORMER_CONSENT, hides)
    return replace(dataset, directory=replace(dataset.directory, consent=whole))

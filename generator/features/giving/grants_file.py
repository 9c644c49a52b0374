"""Grants to one package of the 360Giving standard: who gave how much to whom, for what and until when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.addresses import record_address
from generator.model.cells import day_in, number_in, text_in, words_in
from generator.model.facets import record_title
from generator.model.identifiers import GIVEN_ID, derived
from generator.model.json_value import Written
from generator.model.licence import LICENCES
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source

GIVING_VERSION = "1.4"
REGISTER = "CN-USCI"
"""Before a unified social credit code. The prefix is ours: no list of registers has one for it."""

Given = Written


def grants_file(source: Source, _download: Download) -> str:
    """The package; a site that does not know its address tells none."""
    settings = source.settings
    licence = LICENCES.get(settings.data_licence)
    document = {
        "version": GIVING_VERSION,
        "title": f"{settings.site_name}：支持慈善力量的资助",
        "publisher": _said(name=settings.authority or settings.site_name, website=settings.site_url),
        "license": licence.address if licence else "",
        "accessURL": settings.site_url,
        "grants": [_grant(source, each) for each in told_grants(source)],
    }
    return json.dumps(_said(**document), ensure_ascii=False, indent=1) + "\n"


def told_grants(source: Source) -> list[Record]:
    """Those that the standard can tell: of public grants, those with an amount of money."""
    grants = source.catalogue.with_role("grant").values()
    dataset = source.catalogue.dataset_with("grant")
    public = dataset is not None and dataset.is_published
    return [each for each in grants if public and number_in(each, "amount") is not None and day_in(each, "granted_on")]


def _grant(source: Source, grant: Record) -> Given:
    catalogue, settings = source.catalogue, source.settings
    project = catalogue.with_role("project").get(text_in(grant, "project"))
    awarded, amount = day_in(grant, "granted_on"), number_in(grant, "amount")
    address = f"{settings.site_url}{record_address(grant.dataset, grant.key)}" if settings.site_url else ""
    return _said(
        id=text_in(grant, GIVEN_ID) or f"{settings.grant_prefix}-{grant.key}",
        title=record_title(catalogue, grant),
        description=text_in(grant, "description") or text_in(grant, "summary") or record_title(catalogue, grant),
        currency="CNY",
        amountAwarded=float(amount) if amount is not None and amount % 1 else int(amount or 0),
        awardDate=awarded.isoformat() if awarded else "",
        url=text_in(grant, "url"),
        plannedDates=list(_dates(grant)),
        recipientOrganization=[_recipient(source, grant)],
        beneficiaryLocation=list(_places(source, project)) if project else [],
        fundingOrganization=[_funder(source, grant)],
        grantProgramme=list(_programme(source, grant)),
        classifications=list(_classifications(source, project)) if project else [],
        dataSource=address,
    )


def _recipient(source: Source, grant: Record) -> Given:
    catalogue = source.catalogue
    organization = catalogue.with_role("organization").get(text_in(grant, "organization"))
    if organization is None:  # not registered here, or not shown (any more)
        return _organization(source, text_in(grant, "recipient") or text_in(grant, "organization"), "")
    return {
        **_organization(source, record_title(catalogue, organization), text_in(organization, "credit_code")),
        **_said(url=text_in(organization, "website"), alternateName=text_in(organization, "short_name")),
    }


def _funder(source: Source, grant: Record) -> Given:
    return _organization(source, text_in(grant, "granted_by") or "未登记", text_in(grant, "granted_by_code"))


def _organization(source: Source, name: str, code: str) -> Given:
    """One without a code gets an id of ours, which its name decides."""
    own = f"{source.settings.grant_prefix}-ORG-{derived(source.settings.namespace, '360giving', name)}"
    return {"id": f"{REGISTER}-{code}" if code else own, "name": name}


def _dates(grant: Record) -> Iterator[Given]:
    first, last = day_in(grant, "period_from"), day_in(grant, "period_to")
    if first or last:
        yield _said(startDate=first.isoformat() if first else "", endDate=last.isoformat() if last else "")


def _places(source: Source, project: Record) -> Iterator[Given]:
    places = source.catalogue.with_role("place")
    for code in words_in(project, "divisions"):
        if code in places:
            yield {"name": record_title(source.catalogue, places[code]), "countryCode": "CN", "geoCode": code}


def _programme(source: Source, grant: Record) -> Iterator[Given]:
    incentive = source.catalogue.with_role("incentive").get(text_in(grant, "incentive"))
    if incentive is not None:
        title = record_title(source.catalogue, incentive)
        yield _said(code=incentive.key, title=title, description=text_in(incentive, "summary"))


def _classifications(source: Source, project: Record) -> Iterator[Given]:
    category = source.catalogue.with_role("category").get(text_in(project, "category"))
    if category is not None:
        title = source.catalogue.datasets[category.dataset].title
        yield {"vocabulary": title, "code": category.key, "title": record_title(source.catalogue, category)}


def _said(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [])}

"""Organisations, and those who are known only as providers of help, to organizations with their programs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.hsds.locations import office_location
from generator.features.hsds.made_objects import Made, dataset_of, given_away, made, telephones
from generator.features.hsds.taxonomies import EXPERTISE, attributes
from generator.model.cells import day_in, text_in
from generator.model.facets import record_title
from generator.model.identifiers import derived, record_identifier
from generator.model.labelled_lines import plain_text
from generator.model.record import Record
from generator.model.source import Source

UNREGISTERED = "没有在本站登记，只有帮扶资源目录里写的名称。发布这份目录的地方：{place}。"
_IDENTIFIERS = (("credit_code", "统一社会信用代码"), ("charity_china_id", "慈善中国编号"))


def organization_id(source: Source, organization: Record) -> str:
    """The id of one that is registered here."""
    return record_identifier(source.settings.namespace, dataset_of(source.catalogue, organization), organization)


def registered(source: Source, organization: Record) -> Made:
    """An organisation with all that is related to it."""
    own, dataset = organization_id(source, organization), dataset_of(source.catalogue, organization)
    founded = day_in(organization, "registered_on")
    return made(
        own,
        name=record_title(source.catalogue, organization),
        alternate_name=text_in(organization, "short_name"),
        description=text_in(organization, "summary") or record_title(source.catalogue, organization),
        email=text_in(organization, "email"),
        website=text_in(organization, "website"),
        year_incorporated=founded.year if founded else None,
        legal_status=plain_text(source.catalogue, organization, dataset.columns["type"])
        if "type" in dataset.columns
        else "",
        phones=telephones(own, organization),
        locations=list(office_location(source, own, organization)),
        programs=[program(source, each) for each in _projects(source, organization)],
        organization_identifiers=list(_identifiers(own, organization)),
        attributes=attributes(source, own, "organization", organization, EXPERTISE),
    )


def provider_id(source: Source, offer: Record) -> str:
    """The id of one of whom only a name is known: the same name in another place may be somebody else."""
    return derived(source.settings.namespace, "provider", text_in(offer, "division"), text_in(offer, "provider"))


def unregistered(source: Source, offer: Record) -> Made:
    """Whoever an entry names without saying which registered organisation it is."""
    place = source.catalogue.with_role("place").get(text_in(offer, "division"))
    name = record_title(source.catalogue, place) if place else ""
    provider = text_in(offer, "provider") or f"{name}（没有写提供单位）"
    return made(provider_id(source, offer), name=provider, description=UNREGISTERED.format(place=name))


def program(source: Source, project: Record) -> Made:
    """A project of an organisation."""
    paragraphs = (text_in(project, "summary"), text_in(project, "content"))
    name = record_title(source.catalogue, project)
    return made(
        record_identifier(source.settings.namespace, dataset_of(source.catalogue, project), project),
        name=name,
        description="\n\n".join(filter(None, paragraphs)) or name,
    )


def _projects(source: Source, organization: Record) -> list[Record]:
    """By name: the specification knows no day on which a program begins, by which others could sort them."""
    shown = given_away(source.catalogue, "project")
    found = source.catalogue.pointing(organization, "project.organization") if shown else ()
    return sorted(found, key=lambda each: (record_title(source.catalogue, each), each.key))


def _identifiers(own: str, organization: Record) -> Iterator[Made]:
    for field, kind in _IDENTIFIERS:
        code = text_in(organization, field)
        if code:
            yield made(derived(own, "identifier", field), identifier_type=kind, identifier=code)

"""Entries of the catalogue of help to services: one that goes on into the next half-year stays the same service."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.hsds.locations import window_location, windows_of
from generator.features.hsds.made_objects import Made, dataset_of, day, given_away, made, related, scalars, telephones
from generator.features.hsds.organizations import program, registered, unregistered
from generator.features.hsds.taxonomies import TAXONOMIES, attributes
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, day_in, is_set, text_in, words_in
from generator.model.dataset import Dataset
from generator.model.facets import record_title
from generator.model.identifiers import derived, lasting_key, record_identifier
from generator.model.labelled_lines import labelled_lines, plain_text
from generator.model.record import Record
from generator.model.source import Source

HSDS_STATES = {"paused": "temporarily closed", "closed": "defunct"}
"""Ours as theirs; every other entry is active, or inactive once its time is over."""
HINDERED = ("full", "paused")
DESCRIBED = (
    *("division", "form", "standard", "amount_max", "quota", "quota_unit", "processing_days"),
    *("simplified", "comes_home", "calls_home", "provider_kind"),
)
ELIGIBLE = ("groups", "household_types", "age_min", "age_max", "residence", "conditions")
LANGUAGES = {"英语": "en", "日语": "ja", "法语": "fr", "俄语": "ru", "朝鲜语": "ko", "韩语": "ko"}
LANGUAGES |= {"维吾尔语": "ug", "藏语": "bo", "蒙古语": "mn", "壮语": "za", "哈萨克语": "kk", "手语": "sgn"}
"""The commonest, as ISO 639 calls them; others have a name only."""
_DEAF = "能用文字（短信、网上）或手语沟通。"
_AT_WINDOW = "发布地区的社会救助服务窗口，可以在这里咨询。"


def newest_offers(catalogue: Catalogue) -> list[Record]:
    """Every entry once, as it was last told, in the order of the newest list."""
    dataset = catalogue.dataset_with("offer")
    found: dict[str, Record] = {}
    for each in given_away(catalogue, "offer").values() if dataset else ():
        key = lasting_key(dataset, each) if dataset else ""
        if key not in found or text_in(found[key], "period") < text_in(each, "period"):
            found[key] = each
    return list(found.values())


def provider_of(source: Source, offer: Record) -> Made:
    """Who provides it: an organisation that is registered here, or a mere name."""
    organization = given_away(source.catalogue, "organization").get(text_in(offer, "organization"))
    return unregistered(source, offer) if organization is None else registered(source, organization)


def service(source: Source, offer: Record) -> Made:
    """An entry with all that is related to it."""
    catalogue, dataset = source.catalogue, dataset_of(source.catalogue, offer)
    own = record_identifier(source.settings.namespace, dataset, offer)
    provider, project = provider_of(source, offer), given_away(catalogue, "project").get(text_in(offer, "project"))
    description = (text_in(offer, "summary"), labelled_lines(catalogue, offer, DESCRIBED))
    hindered = ("status", "reopens_on", "notes") if text_in(offer, "status") in HINDERED else ("reopens_on", "notes")
    return made(
        own,
        name=record_title(catalogue, offer),
        description="\n".join(filter(None, description)),
        url=text_in(offer, "url"),
        email=provider.get("email"),
        status=_state(dataset, offer, source),
        interpretation_services=_DEAF if is_set(offer, "deaf_friendly") else "",
        application_process=text_in(offer, "how_to_apply"),
        fees_description=labelled_lines(catalogue, offer, ("fee", "fee_note")),
        eligibility_description=labelled_lines(catalogue, offer, ELIGIBLE),
        minimum_age=_age(offer, "age_min"),
        maximum_age=_age(offer, "age_max"),
        assured_date=day(offer, "confirmed_on"),
        alert=labelled_lines(catalogue, offer, hindered),
        phones=telephones(own, offer),
        schedules=list(_schedules(own, offer)),
        service_areas=list(_areas(source, own, offer)),
        service_at_locations=list(service_at_locations(source, own, offer)),
        languages=[
            made(each, name=name, code=LANGUAGES.get(name))
            for each, name in related(own, "language", words_in(offer, "languages"))
        ],
        organization=scalars(provider),
        cost_options=[_cost(catalogue, own, offer)],
        program=None if project is None else program(source, project),
        required_documents=[
            made(each, document=text)
            for each, text in related(own, "document", (*words_in(offer, "proof"), *words_in(offer, "documents")))
        ],
        attributes=attributes(source, own, "service", offer, TAXONOMIES),
    )


def service_at_locations(source: Source, own: str, offer: Record) -> Iterator[Made]:
    """The windows of the place that lists it."""
    place = source.catalogue.with_role("place").get(text_in(offer, "division"))
    for window in windows_of(source.catalogue, place) if place else ():
        location = window_location(source, window)
        yield made(derived(own, "at", location["id"]), description=_AT_WINDOW, location=location)


def _state(dataset: Dataset, offer: Record, source: Source) -> str:
    status, until = text_in(offer, "status"), day_in(offer, "valid_to")
    ended = dataset.directory.ended
    if status in HSDS_STATES:
        return HSDS_STATES[status]
    over = (ended is not None and status in ended[1]) or (until is not None and until < source.as_of)
    return "inactive" if over else "active"


def _age(offer: Record, field: str) -> int | None:
    """Nought is an age."""
    return None if offer.values.get(field) is None else count_in(offer, field)


def _schedules(own: str, offer: Record) -> Iterator[Made]:
    """From when until when one can apply; the hours are those of the windows."""
    first, last = day(offer, "valid_from"), day(offer, "valid_to")
    if first or last:
        yield made(derived(own, "schedule"), valid_from=first, valid_to=last, description="可以申请的期间。")


def _areas(source: Source, own: str, offer: Record) -> Iterator[Made]:
    places = source.catalogue.with_role("place")
    for code in words_in(offer, "service_area") or (text_in(offer, "division"),):
        if code in places:
            upwards = (places[code], *source.catalogue.ancestors(places[code]))
            names = [record_title(source.catalogue, each) for each in upwards]
            whole = "".join(reversed(names))
            yield made(derived(own, "area", code), name=names[0], description=f"{whole}（行政区划代码 {code}）")


def _cost(catalogue: Catalogue, own: str, offer: Record) -> Made:
    free = text_in(offer, "fee") == "free"
    field = catalogue.datasets[offer.dataset].columns.get("fee")
    return made(
        derived(own, "cost"),
        valid_from=day(offer, "valid_from"),
        valid_to=day(offer, "valid_to"),
        option=plain_text(catalogue, offer, field) if field else "",
        currency="CNY" if free else "",
        amount=0 if free else None,
        amount_description=text_in(offer, "fee_note"),
    )

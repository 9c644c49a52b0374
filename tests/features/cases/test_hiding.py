"""Once a consent has ended, nothing in the catalogue holds the text any more: no record, and no link to it."""

from __future__ import annotations

from datetime import date

from generator.features.cases.consent import Consent, consent_on
from generator.features.cases.hiding import HIDDEN, hide_expired
from tests.demonstration import demonstration

LATER = date(2040, 1, 1)
SETTINGS = demonstration()[0].settings


def test_an_ended_consent_takes_the_text_out_of_records_and_links_alike() -> None:
    before = demonstration()[1].catalogue
    ended = [each for each in before.records["cases"].values() if consent_on(each, LATER) is Consent.EXPIRED]
    after = hide_expired(before, SETTINGS, LATER)
    linked = [each for links in after.backlinks.values() for found in links.values() for each in found]
    shown = [*after.records["cases"].values(), *(each for each in linked if each.dataset == "cases")]
    keys = {each.key for each in ended}
    assert keys
    assert {each.values[field] for each in shown if each.key in keys for field in HIDDEN["case"]} == {None}
    assert not [each for each in linked if each.dataset == "case_images" and each.values["case"] in keys]


def test_while_every_consent_lasts_nothing_changes() -> None:
    catalogue = demonstration()[1].catalogue
    assert hide_expired(catalogue, SETTINGS, date(2026, 11, 25)) is catalogue

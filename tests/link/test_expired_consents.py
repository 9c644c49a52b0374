"""Once a consent has ended, nothing in the catalogue holds what rested on it: no record, no row inside, no link."""

from __future__ import annotations

from datetime import date

from generator.link.expired_consents import find_expired, find_hidden_files, hide_expired
from generator.model.catalogue import Catalogue
from generator.model.consent import Consent, consent_on, consented
from generator.model.dataset import ConsentTerms, Nesting
from tests.builders import dataset, field, linked, record

DAY = date(2026, 11, 25)
TERMS = ConsentTerms("agreed", "how", "until", ("person", "photo"))
VISITS = dataset(
    "visits",
    field("person"),
    field("photo", format="attachment"),
    field("agreed", "list"),
    field("how"),
    field("until", "date"),
    consent=TERMS,
    label="id",
    standard=(("who", "person"),),
)
WORDS = dataset("words", field("visit", target="visits"), field("said"), nesting=Nesting("visits", "words", "visit"))


def visited(**given: date | str) -> Catalogue:
    visit = record(VISITS, "v1", person="示例某", photo="files/v1.jpg", how="written", **given)
    return linked((VISITS, WORDS), visit, record(WORDS, "w1", visit="v1", said="谢谢"))[0]


def test_the_last_day_still_counts() -> None:
    """The next one does not."""
    assert hide_expired(visited(until=DAY), DAY).records["visits"]["v1"].values["person"] == "示例某"
    assert find_expired(visited(until=date(2026, 11, 24)), DAY) == {"visits": frozenset({"v1"})}


def test_what_rested_on_it_goes_by_every_name() -> None:
    """Fields that the declaration names; by the role's standard names too; the digest tells pages to be drawn again."""
    before = visited(until=date(2025, 6, 30))
    after = hide_expired(before, DAY).records["visits"]["v1"]
    assert (after.values["person"], after.values["who"], after.values["photo"]) == (None, None, None)
    assert after.digest != before.records["visits"]["v1"].digest


def test_rows_inside_go_too() -> None:
    """From their own dataset, and from what points at the record."""
    after = hide_expired(visited(until=date(2025, 6, 30)), DAY)
    assert not after.records["words"]
    assert not after.pointing(after.records["visits"]["v1"], "words.visit") and not after.backlinks["words.visit"]


def test_a_picture_that_nothing_else_names_is_no_longer_published() -> None:
    """It would still be found at its address."""
    before = visited(until=date(2025, 6, 30))
    assert find_hidden_files(before, hide_expired(before, DAY)) == {"files/v1.jpg"}
    assert not find_hidden_files(before, before)


def test_nobody_has_to_agree_where_the_basis_says_so() -> None:
    """And a consent without an end does not expire."""
    free, endless = visited(until=date(2025, 6, 30)), visited()
    assert consent_on(endless, endless.records["visits"]["v1"], DAY) is Consent.VALID
    record_ = free.records["visits"]["v1"]
    excused = record_._replace(values={**record_.values, "how": "not-needed"})
    assert consent_on(free, excused, DAY) is Consent.NOT_NEEDED


def test_while_every_consent_lasts_nothing_changes() -> None:
    """Not even the catalogue's identity, by which answers are remembered."""
    catalogue = visited(until=DAY)
    assert hide_expired(catalogue, DAY) is catalogue


def test_what_a_release_shows_by_consent_can_be_written_down() -> None:
    """Until when; what is hidden is not in it."""
    assert consented(visited(until=DAY)) == {"visits/v1": "2026-11-25"}
    assert consented(visited()) == {"visits/v1": "9999-12-31"}
    assert consented(hide_expired(visited(until=date(2025, 6, 30)), DAY)) == {}

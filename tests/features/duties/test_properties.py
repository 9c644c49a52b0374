"""Laws that hold for every project, every rhythm and every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.duties.facts import Event, Publication, Span, Subject, Trait
from generator.features.duties.obligations import Obligation, Status, find_obligations, open_docket
from generator.model.calendar import ONE_DAY, add_months
from tests.features.duties.catalogues import real_duties

FIRST, LAST = date(2023, 1, 1), date(2028, 12, 31)
days = st.dates(FIRST, LAST)
kinds = st.sampled_from(["project-progress", "project-final", "project-surplus", "fundraising-progress", "other"])
RANK = {Status.DUE: 0, Status.MET: 1, Status.NO_RECORD: 1, Status.MET_LATE: 2}
STEPS = {
    (Status.DUE, Status.MET),
    (Status.DUE, Status.NO_RECORD),
    (Status.DUE, Status.MET_LATE),
    (Status.NO_RECORD, Status.MET_LATE),
}


@st.composite
def publications(draw: st.DrawFn) -> tuple[Publication, ...]:
    drawn = draw(st.lists(st.tuples(kinds, days, st.booleans()), max_size=12))
    found = [
        Publication(kind, on, "disclosures", f"p/{n}", f"t{n}", correction=not keep)
        for n, (kind, on, keep) in enumerate(drawn)
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.record)))


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    start = draw(days)
    end = draw(st.none() | st.dates(start, LAST))
    since = draw(st.none() | days)
    events = [Event("started", start, "项目开始"), Event("fundraising-started", start, "募捐开始", "fundraising")]
    if end:
        events += [
            Event("ended", end, "项目结束"),
            Event("surplus-left", end, "有剩余"),
            Event("fundraising-ended", end, "募捐结束"),
        ]
    suspended = draw(st.none() | days)
    spans = (Span("suspended", suspended, draw(st.none() | st.dates(suspended, LAST)), "暂停"),) if suspended else ()
    traits = (Trait("charity"), Trait("public-fundraising", since), Trait("public-campaign"))
    return Subject(
        "projects", "project", "p", "p", "本项目", "o", (), traits, tuple(events), spans, draw(publications())
    )


def by_uid(subject: Subject, as_of: date) -> dict[str, Obligation]:
    return {one.uid: one for one in find_obligations(open_docket(real_duties(), as_of), subject)}


@given(subjects(), days, st.integers(1, 400))
def test_a_status_only_moves_forward_in_time(subject: Subject, day: date, later: int) -> None:
    before, after = by_uid(subject, day), by_uid(subject, day + timedelta(days=later))
    for uid, one in before.items():
        if one.status in RANK:
            now = after[uid]
            assert one.status is now.status or (one.status, now.status) in STEPS
            assert one.due == now.due and one.rule == now.rule
            assert one.met_by is None or one.met_by == now.met_by


@given(subjects(), days)
def test_intervals_lie_side_by_side_without_gap_or_overlap(subject: Subject, as_of: date) -> None:
    found = [
        one.occurrence for uid, one in by_uid(subject, as_of).items() if "/project-progress/" in uid and one.occurrence
    ]
    for earlier, later in pairwise(found):
        assert later.opens == earlier.due + ONE_DAY
        assert int(later.label) == int(earlier.label) + 1


@given(subjects(), days)
def test_an_interval_is_met_on_time_only_by_a_record_inside_it(subject: Subject, as_of: date) -> None:
    met = [
        one for one in by_uid(subject, as_of).values() if one.status is Status.MET and "/project-progress/" in one.uid
    ]
    assert all(
        one.occurrence and one.met_by and one.occurrence.opens <= one.met_by.on <= one.occurrence.due for one in met
    )
    assert len({one.met_by for one in met}) == len(met)


@given(subjects(), days)
def test_a_late_one_is_healed_by_the_first_record_after_it(subject: Subject, as_of: date) -> None:
    for one in by_uid(subject, as_of).values():
        if one.status is Status.MET_LATE and one.occurrence and one.met_by:
            between = [each for each in subject.publications if one.occurrence.opens <= each.on < one.met_by.on]
            assert one.met_by.on > one.occurrence.due
            assert all(each.correction or each.kind not in one.rule.fulfilled_by for each in between)


@given(subjects(), days)
def test_corrections_change_nothing(subject: Subject, as_of: date) -> None:
    originals = tuple(each for each in subject.publications if not each.correction)
    bare = Subject(
        "projects", "project", "p", "p", "本项目", "o", (), subject.traits, subject.events, subject.spans, originals
    )
    told = [(one.uid, one.status, one.days, one.met_by) for one in by_uid(subject, as_of).values()]
    assert told == [(one.uid, one.status, one.days, one.met_by) for one in by_uid(bare, as_of).values()]


@given(subjects(), days)
def test_the_last_interval_leaves_room_for_the_final_report(subject: Subject, as_of: date) -> None:
    end = subject.first("ended")
    progress = [one for one in by_uid(subject, as_of).values() if "/project-progress/" in one.uid and one.due]
    assert end is None or all(one.due and one.due < end.on for one in progress)


@given(subjects(), days)
def test_every_obligation_has_its_own_name(subject: Subject, as_of: date) -> None:
    found = find_obligations(open_docket(real_duties(), as_of), subject)
    assert len({one.uid for one in found}) == len(found)


@given(days, st.integers(-60, 60))
def test_adding_months_lands_in_the_right_month_and_never_after_the_same_day(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + ONE_DAY).day == 1)


settings.register_profile("steady", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("steady")

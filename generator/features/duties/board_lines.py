"""The board of duties to the lines that a script narrows: what repeats stands in lists, and lines point into them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.features.duties.board_views import all_lines
from generator.features.duties.facts import Subject
from generator.features.duties.look_words import objection_note
from generator.features.duties.narrowing import NARROWINGS, narrowed
from generator.features.duties.obligation_views import TONES, subject_address, subject_anchor
from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.verdicts import occasion_name, verdict
from generator.model.facet import FacetValue
from generator.model.page import Download
from generator.model.source import Source


def board_lines(source: Source, _download: Download) -> str:
    """JSON for `theme/assets/duties/board.js`.

    `values`: for each narrowing the values of its options; `tones` by status; `subjects`: name and address. A line:
    the places of its values in each narrowing, its subject's place, verdict, last day, duty, occasion, act, anchor,
    what is objected.
    """
    every = all_lines(source)
    facets = narrowed(source.catalogue, {each.uid: each for each in every})
    known = {_named(found.subject): found.subject for found in every}
    subjects = {key: (each.name, subject_address(each)) for key, each in known.items()}
    places = {name: _places(facets[name]) for name in NARROWINGS}
    order = {key: place for place, key in enumerate(subjects)}
    document = {
        "values": {name: [value.value for value in facets[name]] for name in NARROWINGS},
        "tones": {status.value: TONES[status] for status in Status},
        "subjects": list(subjects.values()),
        "lines": [
            [*(places[name].get(found.uid, ()) for name in NARROWINGS), order[_named(found.subject)], *_texts(found)]
            for found in every
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _named(subject: Subject) -> tuple[str, str]:
    return subject.role, subject.key


def _places(options: Iterable[FacetValue]) -> Mapping[str, list[int]]:
    """By uid, where its values stand among the options of one narrowing."""
    found: dict[str, list[int]] = {}
    for place, value in enumerate(options):
        for uid in value.keys:
            found.setdefault(uid, []).append(place)
    return found


def _texts(found: Obligation) -> tuple[str, ...]:
    due, anchor = found.due.isoformat() if found.due else "", subject_anchor(found.subject.role, found.uid)
    return (verdict(found), due, found.rule.name, occasion_name(found), found.rule.act, anchor, objection_note(found))

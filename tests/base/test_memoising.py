"""Results are worked out once for a subject, and go when others are asked about."""

from __future__ import annotations

import gc
import weakref

from generator.base.memoising import SUBJECTS_KEPT, once_a_subject


class Subject:
    """Something like a catalogue: large, and told by identity."""


class Working:
    """A function that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def __call__(self, subject: Subject, *rest: object, **names: object) -> object:
        self.asked.append((*rest, *names.items()))
        return None if "none" in rest else (subject.__class__, rest, names)


def test_the_same_question_is_worked_out_once_even_when_nothing_comes_of_it() -> None:
    working, subject = Working(), Subject()
    ask = once_a_subject(working.__call__)
    assert ask(subject, "a", 1) == ask(subject, "a", 1)
    assert ask(subject, "none") is ask(subject, "none") is None
    assert working.asked == [("a", 1), ("none",)]


def test_other_questions_and_other_subjects_are_not_mixed_up() -> None:
    working = Working()
    ask = once_a_subject(working.__call__)
    one, other = Subject(), Subject()
    for subject in (one, other):
        ask(subject, "a")
        ask(subject, "b")
        ask(subject, "a", word="a")
    assert len(working.asked) == 6


def test_a_subject_that_is_no_longer_asked_about_is_let_go() -> None:
    ask = once_a_subject(Working().__call__)
    subjects = [Subject() for _ in range(SUBJECTS_KEPT + 3)]
    seen = [weakref.ref(each) for each in subjects]
    for each in subjects:
        for number in range(100):
            ask(each, number)
    del subjects, each
    gc.collect()
    assert sum(each() is not None for each in seen) == SUBJECTS_KEPT

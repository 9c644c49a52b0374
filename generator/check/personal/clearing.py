"""Places that seem to expose somebody to the problems left when hotlines and reviewed exceptions are cleared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.personal.exposures import ExposureKind
from generator.check.personal.problems import exception_unused, with_exception
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.suspect import Suspect
from generator.model.table import Locate

EXCEPTIONS = "privacy_exception"

UNDECLARED = "隐私检查例外的数据集（directory 里写 role: privacy_exception）"


def clear_suspects(
    suspects: tuple[Suspect, ...],
    catalogue: Catalogue,
    locate: Locate,
    own: Iterable[str] = (),
    excused_by: Catalogue | None = None,
) -> Iterator[Problem]:
    """What remains, and exceptions that no longer stand for anything; `own` is what the site says of its operator.

    `excused_by` holds the exceptions that count: those of the base, where a change is judged.
    """
    exceptions = _exceptions(catalogue)
    names = {_name(suspect) for suspect in suspects}
    yield from remaining_problems(suspects, catalogue, own, excused_by)
    yield from (
        exception_unused(locate(record.origin, "mark"), record.key)
        for name, record in exceptions.items()
        if name not in names
    )


def remaining_problems(
    suspects: tuple[Suspect, ...],
    catalogue: Catalogue,
    own: Iterable[str] = (),
    excused_by: Catalogue | None = None,
) -> Iterator[Problem]:
    """Findings that are neither a reviewed exception nor published by an organisation as its own."""
    exceptions = _exceptions(excused_by or catalogue)
    public = published_values(catalogue) | own_values(own) if suspects else frozenset()
    kept = catalogue.dataset_with(EXCEPTIONS)
    folder = f" {kept.folder}" if kept else UNDECLARED
    for suspect in suspects:
        if _name(suspect) not in exceptions and not _is_public(suspect, public):
            yield with_exception(suspect.problem, folder)


def problems_of_others(suspects: tuple[Suspect, ...], catalogue: Catalogue) -> Iterator[Problem]:
    """What remains of findings in a file that is not the site's own, so that no exception can name it.

    A value that was reviewed in any file of the site is excused.
    """
    excused = {(kind, mark) for _, kind, mark in _exceptions(catalogue)}
    yield from remaining_problems(tuple(each for each in suspects if (each.kind, each.mark) not in excused), catalogue)


def own_values(texts: Iterable[str]) -> frozenset[str]:
    """Landlines and mailboxes in what an operator says of itself: settings, examples of declarations."""
    from generator.check.personal.detection import find_exposures  # only where something was suspected

    found = (exposure for text in texts for exposure in find_exposures(text))
    return frozenset(
        each.value for each in found if each.kind in (ExposureKind.LANDLINE, ExposureKind.EMAIL, ExposureKind.ADDRESS)
    )


def _exceptions(catalogue: Catalogue) -> dict[tuple[str, str, str], Record]:
    return {_named(record): record for record in catalogue.with_role(EXCEPTIONS).values()}


def _name(suspect: Suspect) -> tuple[str, str, str]:
    return suspect.problem.location.file, suspect.kind, suspect.mark


def _named(record: Record) -> tuple[str, str, str]:
    values = record.values
    return str(values["file"]), str(values["kind"]), str(values["mark"])


def published_values(catalogue: Catalogue) -> frozenset[str]:
    """Telephones, addresses and mailboxes that organisations, windows and projects publish as their own."""
    return frozenset(_published(catalogue))


def _published(catalogue: Catalogue) -> Iterator[str]:
    for dataset in catalogue.datasets.values():
        for field in dataset.fields:
            if field.format in ("telephone", "address", "email"):
                values = (record.values[field.name] for record in catalogue.records[dataset.name].values())
                yield from (_plain(field.format, str(value)) for value in values if value)


def _plain(format_: str, value: str) -> str:
    from generator.check.personal.identity_numbers import (
        compact,  # brings stdnum, wanted only where something was suspected
    )

    if format_ == "email":
        return value.lower()
    return "".join(sign for sign in compact(value) if sign.isdigit()) if format_ == "telephone" else value


def _is_public(suspect: Suspect, public: Iterable[str]) -> bool:
    """A mobile number is a person's even where an organisation prints it; that takes a reviewed exception."""
    if suspect.kind == ExposureKind.LANDLINE:
        return any(known == suspect.value or known.endswith(suspect.value) for known in public)
    if suspect.kind == ExposureKind.EMAIL:
        return suspect.value in public
    return suspect.kind == ExposureKind.ADDRESS and any(suspect.value in known for known in public)

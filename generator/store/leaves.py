"""A read of the catalogue, or of what a site is drawn from, to what stands there now: a digest that tells another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from generator.base.noted_day import HAS_COME, THE_DAY, THE_MONTH, THE_YEAR, move
from generator.base.reads import Read
from generator.model.noted import (
    ALL_DECLARED,
    CHANGED_ON,
    DECLARED,
    KEYS_OF,
    LINKS_TO,
    ONE_RECORD,
    PICTURE_IN,
    RECORDS_OF,
    declarations,
    plain,
)
from generator.model.noted_settings import SETTING, plain_settings
from generator.model.record import Record
from generator.model.source import AS_WRITTEN, DOWNLOADS, DRAWN_WITH, FACETS, FILE_AT, PAGE, Source
from generator.store.digests import short_digest

_ABSENT = ""


class Leaves:
    """What may be read of one source; each worked out once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._records, self._links = plain(source.catalogue)
        self._declarations, self._settings = declarations(source.catalogue), plain_settings(source.settings)
        self._changes, self._pictures = dict(source.changes), dict(source.pictures)
        self._pages = frozenset(page.address for page in source.plan.pages)
        self._known: dict[Read, str] = {}

    def value(self, read: Read) -> str:
        """What the read gives now."""
        known = self._known.get(read)
        if known is None:
            known = self._known[read] = self._find(read)
        return known

    def _find(self, read: Read) -> str:
        kind, names = read[0], read[1:]
        return _KINDS[kind](self, *names)

    def _record(self, dataset: str, key: str) -> str:
        record = self._records.get(dataset, {}).get(key)
        return record.digest if record else _ABSENT

    def _links_to(self, relation: str, key: str | None = None) -> str:
        found = self._links.get(relation, {})
        if key is not None:
            return _digest_all(found.get(key, ()))
        return short_digest("\n".join(f"{each}\t{_digest_all(sources)}" for each, sources in found.items()))

    def _all(self, dataset: str) -> str:
        return _digest_all(self._records.get(dataset, {}).values())

    def _keys(self, dataset: str) -> str:
        return short_digest("\n".join(self._records.get(dataset, {})))

    def _declared(self, dataset: str) -> str:
        found = self._declarations.get(dataset)
        return found.digest if found else _ABSENT

    def _all_declared(self) -> str:
        return short_digest("\n".join(f"{name}\t{each.digest}" for name, each in self._declarations.items()))

    def _setting(self, name: str) -> str:
        return short_digest(repr(self._settings.get(name)))

    def _template(self, name: str) -> str:
        return self._source.templates.get(name, _ABSENT)

    def _changed(self, file: str | None = None) -> str:
        return short_digest(repr(self._changes)) if file is None else str(self._changes.get(file, _ABSENT))

    def _picture(self, file: str | None = None) -> str:
        return short_digest(repr(self._pictures)) if file is None else repr(self._pictures.get(file))

    def _day(self) -> str:
        return self._source.day.isoformat()

    def _has_come(self, day: str, moves: str) -> str:
        return str(move(self._source.day, moves) >= date.fromisoformat(day))

    def _month(self, moves: str) -> str:
        return str(move(self._source.day, moves).month)

    def _year(self, moves: str) -> str:
        return str(move(self._source.day, moves).year)

    def _downloads(self) -> str:
        return short_digest("\n".join(f"{each.address}\t{each.format}" for each in self._source.plan.downloads))

    def _facets(self, dataset: str) -> str:
        found = self._source.plan.facets.get(dataset, {})
        lines = (f"{name}\t{each.value}\t{each.label}\t{each.keys}" for name in found for each in found[name])
        return short_digest("\n".join(lines))

    def _page(self, address: str) -> str:
        return str(address in self._pages)

    def _file(self, address: str) -> str:
        return str(self._source.plan.has_file(address))

    def _written(self, address: str) -> str:
        found = self._source.files.get(address)
        return f"{found.size} {found.digest}" if found else _ABSENT


_KINDS: Mapping[str, Callable[..., str]] = {
    ONE_RECORD: Leaves._record,
    LINKS_TO: Leaves._links_to,
    RECORDS_OF: Leaves._all,
    KEYS_OF: Leaves._keys,
    DECLARED: Leaves._declared,
    ALL_DECLARED: Leaves._all_declared,
    SETTING: Leaves._setting,
    DRAWN_WITH: Leaves._template,
    CHANGED_ON: Leaves._changed,
    PICTURE_IN: Leaves._picture,
    THE_DAY: Leaves._day,
    HAS_COME: Leaves._has_come,
    THE_MONTH: Leaves._month,
    THE_YEAR: Leaves._year,
    DOWNLOADS: Leaves._downloads,
    FACETS: Leaves._facets,
    PAGE: Leaves._page,
    FILE_AT: Leaves._file,
    AS_WRITTEN: Leaves._written,
}
"""What finds each kind of read, given what it names."""


def _digest_all(records: Iterable[Record]) -> str:
    return short_digest("\n".join(f"{each.key}\t{each.digest}" for each in records))

"""Objects from elsewhere to checked records: each becomes one, or there is a reason why not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID, uuid5

from generator.check.personal.clearing import problems_of_others
from generator.check.personal.suspects import find_suspects
from generator.exchange.csv_records import written_value
from generator.exchange.foreign.foreign_mapping import FieldRule, ForeignMapping, PathPart, RecordMapping
from generator.exchange.foreign.foreign_paths import Thing
from generator.exchange.foreign.foreign_values import ForeignTexts, foreign_day, shortened, texts_of
from generator.exchange.imported_cells import Labels, fold, fold_labels, read_cell
from generator.exchange.record_files import path_columns
from generator.features import FEATURES
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.dataset import Dataset, Field
from generator.model.feature import completion_of
from generator.model.identifiers import GIVEN_ID, GIVEN_UUID
from generator.model.labels import value_labels
from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.rule import Severity
from generator.model.table import Cell, Origin, RawTable
from generator.verbs.merge import is_changed, with_records

_PLACE_CODE = re.compile(r"行政区划代码 (\d{2,12})")
"""As our own export names a place in words."""
_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 32
_TRIES = 3
"""A value that is put in place of a faulty one may be faulty itself."""
_FORMATS = {"period": r"20\d{2}H[12]"}


Found = Mapping[tuple[str, str], Record]
"""Records that objects became, by role and id."""


@dataclass
class RoleReport:
    """What became of the objects (of kind `origin`) of one role; reasons by what is wrong, with the ids they have."""

    role: str
    title: str
    origin: str
    read: int = 0
    added: int = 0
    changed: int = 0
    kept: int = 0
    refused: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    left_out: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """By title of the field and reason."""

    @property
    def mapped(self) -> int:
        """Objects that became records, or are records already."""
        return self.added + self.changed + self.kept


@dataclass(frozen=True)
class Brought:
    """`after` is the catalogue as it would be, `changed` what is new or different in it, by dataset."""

    after: Catalogue
    changed: Mapping[str, tuple[Record, ...]]
    reports: tuple[RoleReport, ...]


@dataclass
class _Candidate:
    """An object on its way; `number` is the key it has already, maybe in another half-year."""

    ident: str
    cells: dict[str, Cell]
    number: str


def bring(
    catalogue: Catalogue,
    mapping: ForeignMapping,
    of: Callable[[str], Sequence[tuple[str, Thing]]],
    usual: Mapping[str, str],
) -> Brought:
    """Everything that the mapping wants, role by role; `usual` are values for fields that neither side gives."""
    after, reports = catalogue, []
    changed: dict[str, tuple[Record, ...]] = {}
    found: dict[tuple[str, str], Record] = {}
    for each in mapping.records:
        things = of(each.origin)
        dataset = catalogue.dataset_with(each.role)
        report = RoleReport(each.role, dataset.title if dataset else each.role, each.origin, len(things))
        if not things:
            continue
        reports.append(report)
        if dataset is None:
            report.refused["本站没有这种数据"] += [ident for ident, _ in things]
            continue
        work = _Work(after, dataset, _Task(mapping, each, usual), found, report)
        records = work.records(things)
        found |= {(each.role, ident): record for ident, record in records.items()}
        different = tuple(record for record in records.values() if is_changed(after, record))
        report.added = sum(record.key not in after.records[dataset.name] for record in different)
        report.changed, report.kept = len(different) - report.added, len(records) - len(different)
        after = with_records(after, dataset, different)
        changed[dataset.name] = different
    return Brought(after, changed, tuple(reports))


class _Task(NamedTuple):
    """What is to be done: the part of a mapping for one role, and values where neither side gives any."""

    mapping: ForeignMapping
    role: RecordMapping
    usual: Mapping[str, str]


class _Work:
    """One role of one source."""

    def __init__(self, catalogue: Catalogue, dataset: Dataset, task: _Task, found: Found, report: RoleReport) -> None:
        self.catalogue, self.dataset, self.found, self.report = catalogue, dataset, found, report
        self.mapping, self.role, self.usual = mapping, role, _usual = task
        self.labels: Labels = {name: fold_labels(pairs) for name, pairs in value_labels(catalogue, dataset).items()}
        self.rules = {
            dataset.known_fields[name].name: rule for name, rule in role.fields.items() if name in dataset.known_fields
        }
        defaults = role.defaults or {}
        self.defaults = {
            dataset.known_fields[name].name: text for name, text in defaults.items() if name in dataset.known_fields
        }
        self.namespace = uuid5(UUID(int=0), mapping.source.get("title") or mapping.format)
        self.numbers = _Numbers(catalogue, dataset, role.role)

    def records(self, things: Sequence[tuple[str, Thing]]) -> Mapping[str, Record]:
        """The faultless records by the ids that the objects had."""
        candidates = [self._candidate(ident, thing) for ident, thing in things]
        wanted = [each for each in candidates if each]
        for _ in range(_TRIES):
            wanted = self._without_twins([each for each in wanted if self._keyed(each)])
            records, faults = self._checked(wanted)
            if not faults:
                return records
            wanted = [each for each in wanted if self._mended(each, faults.get(each.ident, ()))]
        records, faults = self._checked(wanted)
        for ident, problems in faults.items():
            self.report.refused[_reason(self.dataset, problems[0])].append(ident)
        return records

    def _candidate(self, ident: str, thing: Thing) -> _Candidate | None:
        texts = texts_of(thing, self.role, self.dataset, self._lookup)
        given = {GIVEN_UUID: self._uuid(ident), GIVEN_ID: ident}.get(self.numbers.told_by, "")
        number, known = self.numbers.known(given, self._default)
        cells: dict[str, Cell] = {
            name: self._read(self.dataset.columns[name], [text], ident) for name, text in texts.put_back.items()
        }
        if self.role.key and self.dataset.primary_key[-1] not in cells:
            cells[self.dataset.primary_key[-1]] = next(iter(texts.of(FieldRule((PathPart(self.role.key),)))), None)
        self._place_by_number(cells)
        for each in self.dataset.fields:
            if each.name == self.numbers.told_by:
                cells[each.name] = given
            elif (rule := self.rules.get(each.name)) and not cells.get(each.name) and not texts.foreign_amount(rule):
                cells[each.name] = self._read(each, texts.of(rule), ident, rule)
        self._keep_amounts(texts, cells)
        return _Candidate(ident, self._filled(cells, known), number)

    def _place_by_number(self, cells: dict[str, Cell]) -> None:
        """A number that begins with the code of a place says where it is; two townships may have one name."""
        terms, number = self.dataset.directory.numbering, _text(cells.get(self.dataset.primary_key[-1]))
        within = number.rpartition("-")[0]
        if terms and not cells.get(terms.within) and within in self.catalogue.with_role("place"):
            cells[terms.within] = within

    def _keep_amounts(self, texts: ForeignTexts, cells: dict[str, Cell]) -> None:
        """An amount in other money as words, where the mapping says."""
        for name, rule in self.rules.items():
            other, to = texts.foreign_amount(rule), self.dataset.known_fields.get(rule.otherwise)
            if other and to:
                said = f"{self.dataset.columns[name].title}：{other}（不是人民币）"
                cells[to.name] = "\n\n".join(filter(None, (_text(cells.get(to.name)), said)))

    def _filled(self, cells: dict[str, Cell], known: Record | None) -> dict[str, Cell]:
        """What the source says, else what the record says already, else the mapping's default."""
        for each in self.dataset.fields:
            if cells.get(each.name) in (None, [], ""):
                held = _written(each, known) if known else None
                cells[each.name] = held if held is not None else self._default(each)
        for name, rule in self.rules.items():
            if rule.place and (named := self.dataset.known_fields.get(rule.place)):
                cells[name] = self._above(_text(cells[named.name]), rule.level) or cells.get(name)
        columns = {name: _text(cells.get(name)) for name in path_columns(self.dataset)}
        if all(columns.values()) and self._can_complete(columns):
            filling = completion_of(FEATURES, self.role.role).filling(self.catalogue, columns)
            cells |= {name: text for name, text in filling.given.items() if name in self.dataset.columns}
            cells |= {name: text for name, text in filling.usual.items() if not cells.get(name)}
        if cells.get("service_area") == [_text(cells.get("division"))]:
            cells["service_area"] = None  # all of the place that publishes it, which goes without saying
        return cells

    def _can_complete(self, columns: Mapping[str, str]) -> bool:
        places = self.catalogue.with_role("place")
        for name, text in columns.items():
            each = self.dataset.columns[name]
            if each.format in _FORMATS and not re.fullmatch(_FORMATS[each.format], text):
                return False
            if self._role_of(each) == "place" and text not in places:
                return False
        return True

    def _default(self, each: Field) -> Cell:
        text = self.defaults.get(each.name) or (self.usual.get(each.name) if each.required else None)
        if text is None:
            return None
        return [part.strip() for part in text.split(";") if part.strip()] if each.is_list else text

    def _above(self, code: str, level: str) -> str:
        places = self.catalogue.with_role("place")
        if code not in places:
            return ""
        upwards = (places[code], *self.catalogue.ancestors(places[code]))
        return next((each.key for each in upwards if text_in(each, "level") == level), code)

    def _read(self, each: Field, texts: Sequence[str], ident: str, rule: FieldRule | None = None) -> Cell:
        """Texts as the declaration asks for them; codes that nobody knows are told and left out."""
        if not texts:
            return None
        labels = self.labels.get(each.name, {})
        if each.target or each.is_list:
            parts = texts if rule else self._parts_of(each, texts[0], labels)
            keys = [key for text in parts if (key := self._named(each, text, labels))] if each.target else list(parts)
            if not keys and rule and self._role_of(each) not in ("organization", "project"):
                self.report.left_out[each.title, "对照表里没有写它是本站的哪一个编号"].append(ident)
            keys = list(dict.fromkeys(keys))
            return (keys or None) if each.is_list else next(iter(keys), None)
        text = (rule.join if rule else "").join(texts) if rule and rule.all else texts[0]
        if rule and rule.most:
            text = shortened(text, rule.most)
        if each.type == "date":
            text = foreign_day(text, self.mapping.dates)
        return read_cell(each, text, labels, late=False).cell if labels or each.type != "string" else text

    def _parts_of(self, each: Field, text: str, labels: Mapping[str, str]) -> Sequence[str]:
        """A line of ours holds what a person would write: several names with marks between them."""
        read = read_cell(each, text, labels, late=False).cell
        return read if isinstance(read, list) else [read] if read else []

    def _named(self, each: Field, text: str, labels: Mapping[str, str]) -> str:
        """The record that a text means: one that came along, one of the mapping's terms, one that is called so."""
        role = self._role_of(each)
        if record := self.found.get((role, text)):
            return record.key
        folded = fold(text)
        if key := self.mapping.terms.get(role, {}).get(folded):
            return key
        if role == "place" and (code := _PLACE_CODE.search(text)):
            return code[1] if code[1] in self.catalogue.records[each.target or ""] else ""
        return labels.get(folded, "")

    def _role_of(self, each: Field) -> str:
        return self.catalogue.role_of(each.target) if each.target else ""

    def _lookup(self, role: str, ident: str, name: str) -> str:
        record = self.found.get((role, ident))
        return text_in(record, name) if record else ""

    def _uuid(self, ident: str) -> str:
        try:
            return str(UUID(ident))
        except ValueError:
            return str(uuid5(self.namespace, f"{self.role.role}/{ident}"))

    def _keyed(self, each: _Candidate) -> bool:
        """Give it the key it has, or one that nobody has."""
        name = self.dataset.primary_key[-1]
        if each.number:
            each.cells[name] = each.number
        elif each.ident not in self.numbers.given:
            each.cells[name] = self.numbers.next(each.ident, each.cells, self._uuid(each.ident))
        return True

    def _without_twins(self, wanted: list[_Candidate]) -> list[_Candidate]:
        """The same id twice is one object that stands in two files; the last that was read counts."""
        return list({each.ident: each for each in wanted}.values())

    def _checked(self, wanted: Sequence[_Candidate]) -> tuple[Mapping[str, Record], Mapping[str, Sequence[Problem]]]:
        from generator.check.tables import check_table  # brings Frictionless: every verb would wait for it

        names = tuple(self.dataset.columns)
        rows = [[each.cells.get(name) or None for name in names] for each in wanted]
        table = RawTable(self.dataset.name, names, rows, [Origin(each.ident) for each in wanted])
        records, problems = check_table(self.dataset, table, _locate)
        suspects = problems_of_others(find_suspects(self.dataset, table, _locate), self.catalogue)
        faults: dict[str, list[Problem]] = defaultdict(list)
        for problem in (*problems, *suspects):
            if problem.severity is Severity.ERROR:
                faults[problem.location.file].append(problem)
        return {each.origin.file: each for each in records if each.origin.file not in faults}, faults

    def _mended(self, each: _Candidate, faults: Sequence[Problem]) -> bool:
        """Values that cannot be are left out, or give way to what would have stood there without them."""
        for problem in faults:
            name = problem.location.field or ""
            at = self.dataset.columns.get(name)
            instead = self._default(at) if at else None
            is_key = name in self.dataset.primary_key
            if at is None or is_key or (at.required and (instead is None or instead == each.cells.get(name))):
                self.report.refused[_reason(self.dataset, problem)].append(each.ident)
                return False
            self.report.left_out[at.title, problem.rule.title].append(each.ident)
            each.cells[name] = instead if at.required else None
        return True


class _Numbers:
    """Keys for what is new: the one it came with, the next number of its place, or one made of its name."""

    def __init__(self, catalogue: Catalogue, dataset: Dataset, role: str) -> None:
        self.dataset, self.role = dataset, role
        records = catalogue.records[dataset.name].values()
        self.taken = {text_in(each, dataset.primary_key[-1]) for each in records}
        self.told_by = next((each for each in (GIVEN_UUID, GIVEN_ID) if each in dataset.columns), "")
        self.by_given: dict[str, list[Record]] = defaultdict(list)
        for each in records if self.told_by else ():
            self.by_given[text_in(each, self.told_by)].append(each)
        self.given: dict[str, str] = {}
        field_ = dataset.columns[dataset.primary_key[-1]]
        self.pattern = str((field_.descriptor.get("constraints") or {}).get("pattern") or ".+")

    def known(self, given: str, default: Callable[[Field], Cell]) -> tuple[str, Record | None]:
        """The number that an object has, and its record where it stands in the half-year that is brought in."""
        records = self.by_given.get(given, []) if given else []
        periods = [each for each in self.dataset.fields if each.format == "period"]
        same = (each for each in records if all(text_in(each, at.name) == default(at) for at in periods))
        number = text_in(records[-1], self.dataset.primary_key[-1]) if records else ""
        return number, next(same, None)

    def next(self, ident: str, cells: Mapping[str, Cell], uuid: str) -> str:
        """A key for an object of this id, for good."""
        key = next(each for each in self._candidates(cells, uuid) if each not in self.taken)
        self.taken.add(key)
        self.given[ident] = key
        return key

    def _candidates(self, cells: Mapping[str, Cell], uuid: str) -> Iterator[str]:
        own = _text(cells.get(self.dataset.primary_key[-1]))
        yield from (each for each in (own, _slug(own)) if each and re.fullmatch(self.pattern, each))
        terms = self.dataset.directory.numbering
        if terms and (within := _text(cells.get(terms.within))):
            places = (re.fullmatch(rf"{re.escape(within)}-(\d+)", each) for each in self.taken)
            last = max((int(each[1]) for each in places if each), default=0)
            yield f"{within}-{last + 1:0{terms.digits}}"
        name = _slug(_text(cells.get(self.dataset.directory.label)))[:_LONGEST_SLUG].strip("-")
        short = uuid.replace("-", "")[:8]
        yield from (each for each in (name, f"{name[:20]}-{short}") if name and re.fullmatch(self.pattern, each))
        yield f"{self.role}-{short}"
        yield f"{self.role}-{uuid}"


def _reason(dataset: Dataset, problem: Problem) -> str:
    at = dataset.columns.get(problem.location.field or "")
    return f"“{at.title}”{problem.rule.title}" if at else problem.rule.title


def _locate(origin: Origin, name: str | None) -> Location:
    return Location(origin.file, field=name)


def _written(each: Field, record: Record) -> Cell:
    value = record.values[each.name]
    return list(value) or None if isinstance(value, tuple) else written_value(each, value) or None


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-")

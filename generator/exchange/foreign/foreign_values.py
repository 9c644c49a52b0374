"""An object from elsewhere and the rules of a mapping to what our fields would say, as texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from generator.exchange.foreign.foreign_hours import hours_text
from generator.exchange.foreign.foreign_mapping import FieldRule, PathPart, RecordMapping
from generator.exchange.foreign.foreign_paths import Thing, steps, texts_at, things_at
from generator.exchange.imported_cells import fold
from generator.model.dataset import Dataset

YUAN = frozenset({"", "cny", "rmb", "yuan", "元", "人民币"})
_CUT = "…"

Lookup = Callable[[str, str, str], str]
"""Of an object that became a record: its role, its id, the field that is meant; empty where there is none."""


@dataclass(frozen=True)
class ForeignTexts:
    """What an object says, rule by rule; `put_back` are lines under titles of our own fields, by field."""

    thing: Thing
    mapping: RecordMapping
    lookup: Lookup
    put_back: Mapping[str, str]
    plain: Mapping[str, str] = field(default_factory=dict)
    """What is left of the texts that held such lines, by their path."""

    def of(self, rule: FieldRule) -> list[str]:
        """All texts of a rule, none of them empty."""
        if rule.hours:
            said = hours_text(things_at(self.thing, steps(rule.hours)))
            return [said] if said else []
        found: list[str] = []
        for part in rule.parts:
            found += [text for each in self._at(part) if (text := _value(rule, each))]
            if found and not rule.all:
                break
        return list(dict.fromkeys(found))

    def foreign_amount(self, rule: FieldRule) -> str:
        """An amount in other money than yuan as a text; empty where it is in yuan."""
        currency = next(iter(texts_at(self.thing, rule.currency)), "") if rule.currency else ""
        amount = next(iter(self.of(rule)), "")
        return f"{amount} {currency}" if amount and currency.lower() not in YUAN else ""

    def _at(self, part: PathPart) -> Iterator[str]:
        texts = [self.plain[part.path]] if part.path in self.plain else texts_at(self.thing, part.path)
        for text in texts:
            chosen = _paragraph(text, part.paragraph) if part.paragraph else text
            if part.of:
                chosen = self.lookup(part.of, text, part.take)
            if len(chosen) > part.over:
                yield chosen


def texts_of(thing: Thing, mapping: RecordMapping, dataset: Dataset, lookup: Lookup) -> ForeignTexts:
    """The texts of one object, with the lines of our own fields already taken out of theirs."""
    titles = {each.title: each.name for each in dataset.fields}
    put_back: dict[str, str] = {}
    plain: dict[str, str] = {}
    for path in mapping.lines:
        text = "\n".join(texts_at(thing, path))
        before, found = labelled(text, titles)
        plain[path] = before
        put_back |= found
    return ForeignTexts(thing, mapping, lookup, put_back, plain)


def labelled(text: str, titles: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """What stands before the first line that begins with a title and a colon, and what stands under each title."""
    before: list[str] = []
    found: dict[str, list[str]] = {}
    current = before
    for line in text.split("\n"):
        title, colon, rest = line.partition("：")
        if colon and title in titles:
            current = found.setdefault(titles[title], [])
            current.append(rest)
        else:
            current.append(line)
    return "\n".join(before).strip(), {name: "\n".join(lines).strip() for name, lines in found.items()}


def shortened(text: str, most: int) -> str:
    """At most so many characters, the last of which says that something is missing."""
    if not most or (len(text) <= most and "\n" not in text):
        return text
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}{_CUT}"


def foreign_day(text: str, patterns: Sequence[str]) -> str:
    """A day of one of these patterns as ISO writes it, or without its time of day; else the text."""
    for pattern in patterns:
        try:
            return datetime.strptime(text, pattern).date().isoformat()
        except ValueError:
            continue
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return text


def _value(rule: FieldRule, text: str) -> str:
    if rule.after:
        if not text.startswith(rule.after):
            return ""
        text = text.removeprefix(rule.after)
    if rule.words is not None:
        folded = fold(text)
        text = next((ours for theirs, ours in rule.words.items() if folded.startswith(theirs)), "")
    text = rule.write.replace("{}", text) if rule.write else text
    return shortened(text, rule.most)


def _paragraph(text: str, which: str) -> str:
    first, _, rest = text.partition("\n\n")
    return first if which == "first" else rest.strip()

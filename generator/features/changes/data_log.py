"""The releases of the data to the log of what changed, for those who hold copies: JSON, and Atom.

It says which records and which fields, never what stood in them: values are in the files of today, and what was
withdrawn, ended or deleted is nowhere.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from generator.features.changes.data_log_addresses import LOG_FEED, LOG_FILE
from generator.features.changes.diff_report import CHANGE_KINDS
from generator.features.changes.record_changes import compare_catalogues
from generator.model.addresses import OPEN_DATA
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.data_release import DataRelease, RecordChange
from generator.model.dataset import Dataset
from generator.model.json_value import Written
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.page import Download
from generator.model.project import Settings
from generator.model.source import Source
from generator.render.feeds import Feed, FeedEntry, write_feed

_ON_PAGE = f"{OPEN_DATA}#data-log"


def compare_data(before: Catalogue, after: Catalogue) -> tuple[RecordChange, ...]:
    """Of datasets that either state gave away."""
    changes = compare_catalogues(before, after, lambda _dataset, _key: False).changes
    return tuple(
        RecordChange(
            name,
            each.record.key,
            each.kind,
            each.before.key if each.before and each.before.key != each.record.key else "",
            each.fields,
        )
        for name, found in changes.items()
        if _is_published(before, name) or _is_published(after, name)
        for each in found
    )


def _is_published(catalogue: Catalogue, name: str) -> bool:
    return name in catalogue.datasets and catalogue.datasets[name].is_published


def log_file(source: Source, _download: Download) -> str:
    """The releases, the newest first, and what was deleted for good; the latter beats the former."""
    document = {
        "releases": [
            {
                "name": each.name,
                "day": each.day.isoformat(),
                "since": each.since,
                "changes": [_change(source.catalogue, change) for change in _public_changes(source.catalogue, each)],
            }
            for each in source.releases
        ],
        "deleted": [
            {"dataset": text_in(each, "kind"), "day": text_in(each, "purged_on"), "basis": text_in(each, "basis")}
            for each in source.catalogue.with_role("tombstone").values()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def log_feed(source: Source, download: Download) -> str:
    """An entry a release, with how many records changed how."""
    name = f"公开数据的改动 - {source.settings.site_name}"
    feed = Feed(name, "每次数据发版改了哪些记录；逐条的在 JSON 里。", download.address, _ON_PAGE)
    return write_feed(source.settings, feed, [_entry(source, each) for each in source.releases])


def _entry(source: Source, release: DataRelease) -> FeedEntry:
    catalogue = source.catalogue
    counts = Counter((change.dataset, change.kind) for change in _public_changes(catalogue, release))
    summary = "；".join(
        f"{catalogue.datasets[name].title}{CHANGE_KINDS[kind]} {count} 条" for (name, kind), count in counts.items()
    )
    return FeedEntry(
        f"data/{release.name}", f"数据发版：{release.name}", summary or "没有改动。", release.day, _ON_PAGE
    )


def _public_changes(catalogue: Catalogue, release: DataRelease) -> Iterator[RecordChange]:
    """What may still be told: of datasets given away today; of what rests on consent, only records shown today."""
    gone = _deleted(catalogue)
    for change in release.changes:
        dataset = catalogue.datasets.get(change.dataset)
        if dataset is None or not dataset.is_published or (change.dataset, change.key) in gone:
            continue
        if not _rests_on_consent(catalogue, dataset) or change.key in catalogue.records[change.dataset]:
            yield change


def _change(catalogue: Catalogue, change: RecordChange) -> Written:
    dataset = catalogue.datasets[change.dataset]
    written: dict[str, object] = {"dataset": change.dataset, "key": change.key, "change": change.kind.value}
    is_over = _rests_on_consent(catalogue, dataset) or (change.dataset, change.old_key) in _deleted(catalogue)
    if change.old_key and not is_over:
        written["old_key"] = change.old_key
    if fields := [name for name in change.fields if _may_be_named(dataset, name)]:
        written["fields"] = fields
    return written


def _deleted(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """What was purged, by dataset and key."""
    stones = catalogue.with_role("tombstone").values()
    return frozenset((text_in(each, "kind"), text_in(each, "record")) for each in stones)


def _may_be_named(dataset: Dataset, name: str) -> bool:
    hidden = dataset.directory.consent.hides if dataset.directory.consent else ()
    return name in dataset.columns and not dataset.columns[name].personal and name not in hidden


def _rests_on_consent(catalogue: Catalogue, dataset: Dataset) -> bool:
    nesting = dataset.directory.nesting
    held = catalogue.datasets[nesting.dataset] if nesting else dataset
    return held.directory.consent is not None


def plan_log(_catalogue: Catalogue, settings: Settings) -> Iterator[Download]:
    """The feed only where the site knows its address."""
    yield Download(LOG_FILE, "data-log", ())
    if settings.site_url:
        yield Download(LOG_FEED, "data-log-feed", ())


def log_formats(source: Source) -> Iterator[OpenFormat]:
    """The file; the feed where there is one."""
    count = len(source.releases)
    yield OpenFormat(
        14,
        "data-log",
        "数据改了什么",
        "两次数据发版之间，哪些记录新增、改动、换编号、删除，改了哪几栏；不写旧的内容。手里有副本的照它更新。",
        "JSON（RFC 8259）、Atom（RFC 4287）；第 1 版",
        "https://www.rfc-editor.org/rfc/rfc4287",
        _files,
        (
            ("Python", "json.load(文件)['releases'][0]['changes']，再按 dataset 和 key 到接口文件里取新的内容。"),
            ("Excel、WPS", "用“数据—获取数据—自 JSON”打开，展开 releases 和 changes。"),
            ("Datasette", "sqlite-utils insert 库.db changes - < 取出 changes 的文件。"),
        ),
        (
            f"现在写着 {count} 次发版。" if count else "还没有发过版：给 git 打上 data- 开头的标签，就是一次数据发版。",
            "依法删去的，deleted 里只写哪种数据、哪天、为什么；手里有副本的请一起删去。",
        ),
        is_apart=False,
    )


def _files(source: Source) -> Iterator[OpenFile]:
    yield OpenFile(LOG_FILE, "改动记录")
    if source.settings.site_url:
        yield OpenFile(LOG_FEED, "订阅（Atom）")

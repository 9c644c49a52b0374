"""Window packs through real Typst: the same bytes every time, and only what changed is set again."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.build.packing import Part, WrittenPart, inputs_of, open_press, stage_packs
from generator.build.site import plan_site
from generator.features import FEATURES
from generator.features.packs.pages import places_with_windows
from generator.model.feature import pack_kinds
from generator.model.page import Download
from generator.model.source import Source
from generator.publish.manifest import Manifest
from generator.publish.typeset_packs import Manuscript, qr_code, typeset
from tests import builders
from tests.demonstration import demonstration, demonstration_source

PROJECT, CHECKED = demonstration()
SOURCE = demonstration_source()
PLACES = ("120103", "120103007", "120118200")


def downloads(source: Source) -> list[Download]:
    """Every part of the packs of three places."""
    plan, _ = plan_site(source.catalogue, replace(source.settings, window_packs=True), (), source.as_of, FEATURES)
    return [each for each in plan.downloads if each.format in pack_kinds(FEATURES) and each.key in PLACES]


def draw(folder: Path, source: Source = SOURCE, unchanged: Manifest | None = None, inputs: str = "inputs") -> Manifest:
    """Stage those packs."""
    folder.mkdir()
    written = (Part(each.format, pack_kinds(FEATURES)[each.format].write(source, each)) for each in downloads(source))
    parts = [WrittenPart(each.address, inputs, part) for each, part in zip(downloads(source), written, strict=True)]
    return stage_packs(open_press(PROJECT, FEATURES), parts, folder, unchanged or {})


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Manifest]:
    """The packs as they are first made."""
    folder = tmp_path_factory.mktemp("packs") / "first"
    return folder, draw(folder)


def bodies(folder: Path) -> set[bytes]:
    return {path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_place_has_a_handbook_a_poster_and_a_workbook(drawn: tuple[Path, Manifest]) -> None:
    folder, manifest = drawn
    parts = ("handbook.pdf", "poster.pdf", "catalogue.xlsx")
    assert set(manifest) == {f"packs/{place}/{part}" for place in PLACES for part in parts}
    assert sorted(body[:5] for body in bodies(folder)) == [b"%PDF-"] * 6 + [b"PK\x03\x04\x14"] * 3


def test_all_districts_and_townships_have_packs_where_the_settings_want_them() -> None:
    assert len(list(places_with_windows(SOURCE.catalogue))) == 268
    plan, _ = plan_site(SOURCE.catalogue, replace(SOURCE.settings, window_packs=False), (), SOURCE.as_of, FEATURES)
    made = {each.address for each in plan.downloads if each.format in pack_kinds(FEATURES)}
    assert not {address for address in made if address.startswith("packs/")}


def test_the_same_data_gives_the_same_bytes(drawn: tuple[Path, Manifest], tmp_path: Path) -> None:
    folder, _ = drawn
    draw(tmp_path / "again")
    assert bodies(tmp_path / "again") == bodies(folder)


def test_what_tells_the_same_as_last_time_is_not_set_again(drawn: tuple[Path, Manifest], tmp_path: Path) -> None:
    _, manifest = drawn
    again = draw(tmp_path / "again", unchanged=manifest, inputs="others")
    assert bodies(tmp_path / "again") == set()
    assert {inputs_of(entry) for entry in again.values()} == {"others"}
    assert {entry.digest for entry in again.values()} == {entry.digest for entry in manifest.values()}


def test_a_changed_window_sets_again_only_what_names_it(drawn: tuple[Path, Manifest], tmp_path: Path) -> None:
    catalogue = builders.changed(SOURCE.catalogue, "120103007-01", of="windows", phone="022-示例号码0009")
    _, manifest = drawn
    again = draw(tmp_path / "again", replace(SOURCE, catalogue=catalogue), manifest)
    changed = {address for address, entry in again.items() if entry != manifest[address]}
    assert changed == {"packs/120103007/handbook.pdf", "packs/120103007/poster.pdf"}


def test_a_page_does_not_show_what_was_set_before_it() -> None:
    """Typst remembers blocks from one handbook to the next; alone, each is set from nothing."""
    press = open_press(PROJECT, FEATURES)
    kinds = [each for each in downloads(SOURCE) if each.format in press.sources]
    written = [(each.format, pack_kinds(FEATURES)[each.format].write(SOURCE, each)) for each in kinds]
    manuscripts = [Manuscript(press.sources[format_], text) for format_, text in written]
    assert typeset(manuscripts) == [page for each in manuscripts for page in typeset([each])]


def test_files_of_an_instance_may_ask_for_their_data_as_they_used_to(tmp_path: Path) -> None:
    own = tmp_path / "own.typ"
    own.write_text('#set document(title: [a])\n#set text(font: "Noto Sans SC")\n#json(bytes(sys.inputs.data)).place')
    (page,) = typeset([Manuscript(own, '{"codes": [], "date": "2026-10-20", "place": "示例街道"}')])
    assert "示例街道" in PdfReader(BytesIO(page)).pages[0].extract_text()


def test_a_code_is_a_picture_without_anything_that_runs() -> None:
    assert qr_code("tel:12345").startswith("<svg")
    assert "script" not in qr_code("https://example.org/?a=<script>")

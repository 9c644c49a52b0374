"""Every optional key of a declaration has a default that says what most mean."""

from __future__ import annotations

from generator.model.dataset import Category, DeclaredLink, Filter, Nesting, Section
from tests.check.factory import NOTES, changed, shaped
from tests.check.test_declarations_together import LINES, PLACES, placed


def test_a_bare_declaration_is_public_listed_and_unsorted() -> None:
    directory = shaped().directory
    assert (directory.privacy, directory.pages, directory.menu, directory.nesting) == ("public", True, None, None)
    assert (directory.columns, directory.filters, directory.sort) == ((), (), ())
    assert directory.minimum == 0 < directory.maximum


def test_a_page_that_nobody_laid_out_shows_everything_but_its_own_title() -> None:
    assert shaped().directory.layout == (Section("基本信息", ("id", "day", "kind", "tags")),)
    assert shaped(changed("directory.layout", [])).directory.layout == ()


def test_a_filter_is_named_and_labelled_by_its_field_or_level() -> None:
    filters = ["kind", {"field": "name", "level": "district", "label": "区"}, {"field": "name", "name": "place"}]
    dataset = shaped(placed(filters=filters), PLACES)
    assert dataset.directory.filters == (
        Filter("kind", "kind", "种类", None),
        Filter("district", "name", "区", "district"),
        Filter("place", "name", "名称", None),
    )


def test_a_link_reads_from_both_ends() -> None:
    dataset = shaped(placed(links=[{"field": "name", "backlabel": "记事"}]), PLACES)
    assert dataset.directory.links == (DeclaredLink("name", "places", "名称", "记事"),)


def test_nested_records_have_no_pages_of_their_own() -> None:
    dataset = shaped(LINES, NOTES)
    assert (dataset.directory.nesting, dataset.directory.pages) == (Nesting("notes", "lines", "note"), False)


def test_an_allowed_value_without_a_label_is_its_own() -> None:
    dataset = shaped(changed("schema.fields.3.categories", ["a", {"value": "b", "label": "乙"}]))
    assert dataset.columns["kind"].categories == (Category("a", "a"), Category("b", "乙"))


def test_the_standards_own_formats_have_the_names_we_show_them_under() -> None:
    fields = [*NOTES["schema"]["fields"], {"name": "site", "type": "string", "format": "uri"}]
    assert shaped(changed("schema.fields", fields)).columns["site"].format == "url"

"""The published records as a static interface: a file for each record, list and codelist, described as OpenAPI."""

from __future__ import annotations

from generator.features.interface.codelist_files import codelist_file
from generator.features.interface.description import description_file
from generator.features.interface.index_file import index_file
from generator.features.interface.list_files import list_file
from generator.features.interface.open_format import interface_formats
from generator.features.interface.pages import plan_files
from generator.features.interface.record_files import record_file
from generator.model.feature import Feature, FileKind

FEATURE = Feature(
    name="interface",
    downloads=plan_files,
    files={
        "interface-index": FileKind(index_file),
        "interface-description": FileKind(description_file),
        "interface-record": FileKind(record_file),
        "interface-list": FileKind(list_file),
        "interface-codelist": FileKind(codelist_file),
    },
    open_formats=(interface_formats,),
)

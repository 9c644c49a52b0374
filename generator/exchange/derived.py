"""A catalogue to the files kept in git that follow from it; whoever changes a declaration writes them anew."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exchange.code_owners import CODE_OWNERS_FILE, code_owners
from generator.exchange.issue_forms import issue_forms
from generator.exchange.json_schemas import EDITOR_FILE, editor_settings, json_schemas
from generator.model.catalogue import Catalogue


def derived_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Texts by file, relative to the root."""
    owners = code_owners(catalogue)
    schemas = {**json_schemas(catalogue), EDITOR_FILE: editor_settings(catalogue)}
    return {**schemas, **issue_forms(catalogue), **({CODE_OWNERS_FILE: owners} if owners else {})}

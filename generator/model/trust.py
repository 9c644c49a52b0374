"""What a site may ask of MkDocs and of git: words that need no trust, and what an instance adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

TRUST_FILE = "trusted.yaml"
"""At the root of an instance; whoever maintains it widens there what `mkdocs.yml` and pages may say."""

_NOTHING: frozenset[str] = frozenset()
_EXTENSIONS: Mapping[str, frozenset[str]] = {
    "abbr": _NOTHING,
    "admonition": _NOTHING,
    "attr_list": _NOTHING,
    "def_list": _NOTHING,
    "extra": _NOTHING,
    "footnotes": frozenset({"BACKLINK_TEXT", "BACKLINK_TITLE", "SEPARATOR", "UNIQUE_IDS", "SUPERSCRIPT_TEXT"}),
    "md_in_html": _NOTHING,
    "meta": _NOTHING,
    "nl2br": _NOTHING,
    "sane_lists": _NOTHING,
    "smarty": _NOTHING,
    "tables": frozenset({"use_align_attribute"}),
    "toc": frozenset({"anchorlink", "baselevel", "marker", "permalink", "permalink_title", "title", "toc_depth"}),
    "pymdownx.betterem": frozenset({"smart_enable"}),
    "pymdownx.caret": frozenset({"insert", "superscript", "smart_insert"}),
    "pymdownx.critic": frozenset({"mode"}),
    "pymdownx.details": _NOTHING,
    "pymdownx.highlight": frozenset({"anchor_linenums", "linenums", "use_pygments", "auto_title"}),
    "pymdownx.inlinehilite": _NOTHING,
    "pymdownx.keys": _NOTHING,
    "pymdownx.mark": frozenset({"smart_mark"}),
    "pymdownx.saneheaders": _NOTHING,
    "pymdownx.smartsymbols": _NOTHING,
    "pymdownx.superfences": _NOTHING,
    "pymdownx.tabbed": frozenset({"alternate_style"}),
    "pymdownx.tasklist": frozenset({"custom_checkbox", "clickable_checkbox"}),
    "pymdownx.tilde": frozenset({"delete", "subscript", "smart_delete"}),
}
"""None of these reads a file, runs a program or asks another host, with these options and no others."""
_KEYS = frozenset(
    {
        *("site_name", "site_url", "site_description", "site_author", "copyright", "docs_dir", "site_dir", "nav"),
        *("theme", "plugins", "markdown_extensions", "extra", "repo_url", "repo_name", "strict"),
        *("use_directory_urls", "exclude_docs", "draft_docs", "not_in_nav"),
    }
)
_THEME = frozenset(
    {"name", "custom_dir", "language", "direction", "font", "features", "palette", "icon", "logo", "favicon"}
)
_FRONT = frozenset(
    {
        *("title", "description", "subtitle", "hide", "search", "status", "tags", "date", "author", "authors"),
        *("ColumnName", "ColumnType", "PubDate", "ContentSource"),
    }
)
NEVER_TRUSTED: Mapping[str, frozenset[str]] = {
    "keys": frozenset({"hooks", "INHERIT", "dev_addr", "watch"}),
    "theme": frozenset({"static_templates", "locale"}),
    "extra": frozenset({"frames"}),
    "front_matter": frozenset({"frame", "template"}),
    "schemes": frozenset({"javascript", "vbscript", "data", "file", "blob"}),
    "plugins": frozenset(),
    "extensions": frozenset(),
    "attributes": frozenset({"filter", "diff", "merge", "working-tree-encoding", "ident"}),
}
"""What no instance can allow: programs of its own in the generator, and addresses that run what they hold."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The words that are allowed: in settings, above pages, in addresses and in `.gitattributes`."""

    keys: frozenset[str] = _KEYS
    theme: frozenset[str] = _THEME
    extra: frozenset[str] = frozenset({"mingshan", "government"})
    plugins: frozenset[str] = frozenset({"search"})
    extensions: Mapping[str, frozenset[str]] = field(default_factory=lambda: _EXTENSIONS)
    schemes: frozenset[str] = frozenset({"http", "https", "mailto", "tel"})
    front_matter: frozenset[str] = _FRONT
    attributes: frozenset[str] = frozenset({"text", "eol"})

    def widened(self, names: Mapping[str, frozenset[str]], extensions: Mapping[str, frozenset[str]]) -> Trust:
        """With more words of each kind; `extensions` come with their options."""
        known = {name: self.extensions.get(name, _NOTHING) | options for name, options in extensions.items()}
        more = {kind: getattr(self, kind) | words for kind, words in names.items()}
        return replace(self, **more, extensions={**self.extensions, **known})


OUR_PLUGINS = frozenset({"search"})
"""Named in many a `mkdocs.yml`, and left out: searching is our own."""

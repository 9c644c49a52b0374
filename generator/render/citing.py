"""A record to the words by which others cite it, and to the picture of its address that a telephone reads."""

from __future__ import annotations

import io

from markupsafe import Markup

from generator.model.addresses import record_address, url_path
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.record import Record
from generator.model.source import Source


def cite(source: Source, record: Record, author: str) -> str:
    """Author, title, kind of document, publisher, year and address (GB/T 7714); no address before the site has one."""
    body = source.settings.authority or source.settings.site_name
    title = record_title(source.catalogue, record)
    address = full_address(source, record)
    year = text_in(record, "year") or str(source.as_of.year)
    online = f"[{source.as_of.isoformat()}]. {address}" if address else ""
    return f"{author}. {title}[{'EB/OL' if address else 'EB'}]. {body}, {year}{online}."


def full_address(source: Source, record: Record) -> str:
    """The address anybody can type; empty while the site has none of its own."""
    base = source.settings.site_url
    return f"{base.rstrip('/')}/{url_path(record_address(record.dataset, record.key))}" if base else ""


def qr_code(address: str) -> Markup:
    """An SVG drawing of an address, black on white, a quiet zone around it; empty for no address."""
    if not address:
        return Markup()
    drawn = io.BytesIO()
    import segno  # only when a code is drawn: it is slow to come

    code = segno.make(address, error="m", micro=False)
    code.save(drawn, kind="svg", border=4, xmldecl=False, svgns=True, nl=False, dark="#000", light="#fff")
    return Markup(drawn.getvalue().decode())  # noqa: S704 - drawn by segno from our own address

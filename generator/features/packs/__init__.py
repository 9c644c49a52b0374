"""What each service window prints: a handbook, a poster, a workbook."""

from __future__ import annotations

from generator.features.packs import sheets
from generator.features.packs.pages import WINDOW_PACKS
from generator.features.packs.views import all_packs_context, place_pack_context
from generator.model.feature import Feature, PackKind, RecordPart, TopicPage

FEATURE = Feature(
    name="packs",
    topics=(WINDOW_PACKS,),
    pages={"packs": TopicPage(all_packs_context)},
    records={"place": (RecordPart(place_pack_context),)},
    packs={
        "pack-handbook": PackKind(sheets.handbook_data, typst="handbook.typ"),
        "pack-poster": PackKind(sheets.poster_data, typst="poster.typ"),
        "pack-workbook": PackKind(sheets.workbook_data),
    },
)

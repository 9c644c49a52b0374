"""Collections of cases bound as books, and the pictures and cards that cases are shared by."""

from __future__ import annotations

from generator.features.books import printed_files
from generator.features.books.electronic_book import book_epub
from generator.features.books.pages import plan_publications
from generator.features.books.share_card_head import card_head
from generator.features.books.views import collection_context
from generator.model.feature import Feature, PrintKind, RecordPart
from generator.render.heads import HEADS_ARTICLES

FEATURE = Feature(
    name="books",
    records={"collection": (RecordPart(collection_context),)},
    record_templates={"collection": "books/collection"},
    record_heads={"collection": HEADS_ARTICLES},
    heads=(card_head,),
    downloads=plan_publications,
    printings={
        "picture": PrintKind(printed_files.picture),
        "file": PrintKind(printed_files.document),
        "card": PrintKind(printed_files.card, is_typeset=True),
        "book-pdf": PrintKind(printed_files.book_pdf, is_typeset=True),
        "book-epub": PrintKind(book_epub),
    },
)

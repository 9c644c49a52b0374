"""What is made outside the templates to the bytes of its file; the visible table of who makes what."""

from __future__ import annotations

from pathlib import Path

from generator.model.printing import Book, Conversion, Copy, Printing, Typesetting
from generator.publish.epub import bind_book
from generator.publish.pictures import convert_picture
from generator.publish.typeset_books import typeset


def make_file(root: Path, theme: Path, wanted: Printing) -> bytes | Path:
    """The file's bytes, or the file to copy; all files named are below `root`."""
    match wanted:
        case Typesetting():
            return typeset(root, theme, wanted)
        case Book():
            return bind_book(root, wanted)
        case Conversion(file, width):
            return convert_picture(root / file, width)
        case Copy(file):
            return root / file

"""A photograph to the picture the web wants: upright, no wider than asked, WebP, nothing of its camera left in it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageOps

QUALITY = 82


def convert_picture(path: Path, width: int) -> bytes:
    """WebP bytes; only the pixels are taken over, so no EXIF, place, comment or preview can remain."""
    with Image.open(path) as picture:
        upright = ImageOps.exif_transpose(picture)
        plain = upright.convert("RGBA" if "A" in upright.getbands() else "RGB")
    if plain.width > width:
        plain = plain.resize((width, max(1, round(plain.height * width / plain.width))), Image.Resampling.LANCZOS)
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    target = io.BytesIO()
    bare.save(target, "WEBP", quality=QUALITY, method=4)
    return target.getvalue()


def plain_jpeg(path: Path, width: int) -> bytes:
    """The same as JPEG, for books: every reading program shows it."""
    with Image.open(path) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((width, width * 4), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    target = io.BytesIO()
    bare.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()

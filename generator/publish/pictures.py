"""A photograph to the picture the web wants: upright, no wider than asked, WebP, nothing of its camera left in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageOps

from generator.base.limits import Failure, shared

QUALITY = 82
LONGEST = 180.0
"""Seconds for a picture that the check has let pass: a machine may be busy with the rest of the build."""
Image.MAX_IMAGE_PIXELS = None
"""The limit is ours, see `_reduce`."""
_MOST_POINTS = 40_000_000
"""Points that are unpacked at once; what has more was refused by the check, a large JPEG excepted."""


def convert_picture(path: Path, width: int) -> bytes:
    """WebP bytes; only the pixels are taken over, so no EXIF, place, comment or preview can remain."""
    return _limited(_to_webp, path, width)


def plain_jpeg(path: Path, width: int) -> bytes:
    """The same as JPEG, for books: every reading program shows it."""
    return _limited(_to_jpeg, path, width)


def _limited(make: Callable[[Path, int], bytes], path: Path, width: int) -> bytes:
    """What foreign pictures do to the library, they do in a process of its own."""
    made = shared(LONGEST).call(make, path.absolute(), width)
    if isinstance(made, Failure):
        raise RuntimeError(f"a picture that the check let pass cannot be converted ({made}): {path}")
    return made


def _to_webp(path: Path, width: int) -> bytes:
    with Image.open(path) as picture:
        _reduce(picture, width)
        upright = ImageOps.exif_transpose(picture)
        plain = upright.convert("RGBA" if "A" in upright.getbands() else "RGB")
    if plain.width > width:
        plain = plain.resize((width, max(1, round(plain.height * width / plain.width))), Image.Resampling.LANCZOS)
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    target = io.BytesIO()
    bare.save(target, "WEBP", quality=QUALITY, method=4)
    return target.getvalue()


def _to_jpeg(path: Path, width: int) -> bytes:
    with Image.open(path) as picture:
        _reduce(picture, width)
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((width, width * 4), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    target = io.BytesIO()
    bare.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _reduce(picture: Image.Image, width: int) -> None:
    """A JPEG can be unpacked at a half, a quarter or an eighth of its size, never smaller than asked; others cannot."""
    if picture.width * picture.height > _MOST_POINTS:
        picture.draft("RGB", (width, width))
    if picture.width * picture.height > _MOST_POINTS:
        raise ValueError("more points than are unpacked at once")

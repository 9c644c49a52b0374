"""A photograph to the picture the web wants: upright, no wider than asked, WebP, nothing of its camera left in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageOps

from generator.base.limits import Failure, shared

QUALITY = 82
LONGEST = 60.0
"""Seconds for a picture that the check has let pass: to pack it costs more than to look at it."""
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
        ImageOps.exif_transpose(picture, in_place=True)
        plain = _in_mode(picture, "RGBA" if "A" in picture.getbands() else "RGB")
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
        ImageOps.exif_transpose(picture, in_place=True)
        upright = _in_mode(picture, "RGB")
    upright.thumbnail((width, width * 4), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    target = io.BytesIO()
    bare.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _in_mode(picture: Image.Image, mode: str) -> Image.Image:
    """Without the copy that the library makes also where nothing is to do: of 40,000,000 points it takes 160 MB."""
    return picture if picture.mode == mode else picture.convert(mode)


def _reduce(picture: Image.Image, width: int) -> None:
    """A JPEG can be unpacked at a half, a quarter or an eighth of its size, others cannot.

    Never smaller than asked, but where only that brings it below the limit: the check measures it at a quarter.
    """
    points = picture.width * picture.height
    if points > _MOST_POINTS:
        parts = next((each for each in (8, 4, 2) if each * width <= picture.width), 1)
        parts = parts if points <= _MOST_POINTS * parts**2 else 4
        picture.draft("RGB", (picture.width // parts, picture.height // parts))
    if picture.width * picture.height > _MOST_POINTS:
        raise ValueError("more points than are unpacked at once")

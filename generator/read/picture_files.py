"""A picture file to its size, to whether it tells where it was taken, and to the words left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

from PIL import ExifTags, Image

from generator.model.passage import Passage
from generator.read.packages import Unsafe

_CODES = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "shift-jis", b"\0" * 8: "utf-8"}
"""How the EXIF user comment begins, by its encoding."""
WINDOWS_TAGS = frozenset({0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F})
"""Title, comment, author, keywords and subject as Windows writes them."""
_LONGEST = 4000
_WRITTEN = re.compile(rb"(?:[\x20-\x7e]|[\xe4-\xe9][\x80-\xbf]{2}){9,}")
"""What reads as text in bytes that are none: points make so many signs in a row seldom, and numbers never."""
_MOST_WRITTEN = 200_000
LYING = frozenset({5, 6, 7, 8})
"""Values of EXIF's orientation by which a picture is shown upright when it is turned by a quarter."""
_MOST_POINTS = 40_000_000
"""Points that are unpacked at once; a telephone's picture has a quarter of them."""
MOST_REDUCED = 20 * _MOST_POINTS
Image.MAX_IMAGE_PIXELS = MOST_REDUCED
"""The library's own limit holds before it is known whether a picture can be reduced."""


class PictureSizeError(ValueError):
    """A picture of more points than anybody looks at: 700 KB can unpack to 3 GB."""


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels, as it is shown upright; raises what Pillow raises for a file that is no picture."""
    with Image.open(path) as picture:
        picture.verify()
    with Image.open(path) as picture:
        width, height = picture.size
        return (height, width) if picture.getexif().get(ExifTags.Base.Orientation) in LYING else (width, height)


def has_place(path: Path | BytesIO) -> bool:
    """Whether latitude or longitude is written into the file."""
    with Image.open(path) as picture:
        place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        return bool({2, 4} & place.keys()) or "GPSLatitude" in str(picture.info.get("xmp", ""))


def reduce_picture(picture: Image.Image) -> None:
    """Unpack a picture, a JPEG of very many points at a smaller size; refuse what is still too large.

    The sizes stand at the beginning of the file: they are looked at before anything is unpacked.
    """
    points = picture.width * picture.height
    if points > _MOST_POINTS and points <= MOST_REDUCED:
        picture.draft("RGB", (picture.width // 4, picture.height // 4))
    if picture.width * picture.height > _MOST_POINTS:
        raise PictureSizeError
    picture.load()


def read_picture(data: bytes) -> Iterator[Passage | Unsafe]:
    """Every text in EXIF, XMP and comments, and any other that lies before, between or behind the points."""
    if is_zipfile(BytesIO(data)):
        yield Unsafe("图片后面藏着压缩包")
    yield Passage(
        "图片文件里的字", "\n".join(each.decode("utf-8", "replace") for each in _WRITTEN.findall(data))[:_MOST_WRITTEN]
    )
    with _opened(data) as picture:
        reduce_picture(picture)
        exif = picture.getexif()
        tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
        for number, value in tags.items():
            yield from _passage(f"照片信息（{ExifTags.TAGS.get(number, number)}）", _words(number, value))
        for name, value in picture.info.items():
            if name not in ("exif", "icc_profile"):
                yield from _passage(f"照片信息（{name}）", _words(0, value))


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(BytesIO(data))
    except Image.DecompressionBombError as error:
        raise PictureSizeError from error


def _passage(where: str, words: str) -> Iterator[Passage]:
    if words.strip("\0 "):
        yield Passage(where, words.strip("\0 ")[:_LONGEST])


def _words(number: int, value: Any) -> str:
    if isinstance(value, str):
        return _repaired(value)
    if not isinstance(value, bytes):
        return ""
    if number in WINDOWS_TAGS:
        return value.decode("utf-16-le", "ignore")
    code = _CODES.get(value[:8])
    return value[8:].decode(code, "ignore") if code else value.decode("utf-8", "ignore")


def _repaired(text: str) -> str:
    """EXIF text is ASCII by its standard; what phones write as UTF-8 is read as Latin and put right."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text

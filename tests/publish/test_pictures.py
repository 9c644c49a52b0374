"""Pictures of very many points: a JPEG is unpacked smaller, all others are refused before they are unpacked."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.base.limits import Failure, LimitedProcess
from generator.build.examining import examine_content
from generator.model.problem import Problem
from generator.publish.pictures import convert_picture, plain_jpeg
from generator.read.passages import read_content
from generator.read.picture_files import picture_size, read_picture


def bomb(points: int) -> bytes:
    """A black PNG of so many points each way, made by the standard's own words and not by the library under test."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    line = b"\0" * (points // 8 + 1)
    packer = zlib.compressobj(9)
    body = b"".join([*(packer.compress(b"\0" + line) for _ in range(points)), packer.flush()])
    head = struct.pack(">IIBBBBB", points, points, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def words_of(path: Path) -> list[str]:
    return [passage.text for passage in read_picture(path.read_bytes())]


def test_a_picture_of_too_many_points_is_refused_unopened(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(bomb(8_000))
    with LimitedProcess() as process:
        assert process.call(words_of, file) is Failure.CRASHED
    with pytest.raises(RuntimeError):
        convert_picture(file, 800)


@pytest.mark.parametrize("make", [convert_picture, plain_jpeg])
def test_a_large_jpeg_is_unpacked_smaller_and_never_smaller_than_asked(make: type, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    Image.new("L", (9_000, 6_000), 99).save(file)
    with Image.open(BytesIO(make(file, 1_200))) as made:
        assert made.size == (1_200, 800)
    assert examine_content(file.read_bytes(), "content/files/a.jpg") == ((), ())  # its tables of codes look like text


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 20)), (3, (40, 20)), (6, (20, 40)), (8, (20, 40))])
def test_the_size_is_that_of_the_upright_picture(orientation: int, size: tuple[int, int], tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", (40, 20)).save(file, exif=exif)
    assert picture_size(file) == size
    with Image.open(BytesIO(convert_picture(file, 100))) as made:
        assert made.size == size


def test_check_tells_of_a_picture_with_too_many_points_in_words_of_its_own() -> None:
    told = [item for item in read_content(bomb(8_000), "content/a.png") if isinstance(item, Problem)]
    assert [each.rule.code for each in told] == ["file-too-large"]
    assert "像素太多" in told[0].message


@pytest.mark.parametrize(
    ("size", "kind"),
    [((60_000, 700), "JPEG"), ((700, 60_000), "JPEG"), ((6_300, 6_300), "PNG")],
    ids=["wide", "high", "the largest"],
)
def test_what_check_lets_pass_the_build_converts(size: tuple[int, int], kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{kind.lower()}"
    Image.new("RGBA" if kind == "PNG" else "L", size, 99).save(file, kind, compress_level=1)
    assert not [item for item in read_content(file.read_bytes(), f"content/{file.name}") if isinstance(item, Problem)]
    with Image.open(BytesIO(convert_picture(file, 800))) as made:
        assert made.width <= 800

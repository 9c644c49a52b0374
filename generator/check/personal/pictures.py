"""A picture to the place in it: where a camera wrote down the spot it stood on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.personal.exposures import mark_of
from generator.check.personal.problems import LOCATION
from generator.model.passage import Picture
from generator.model.problem import Location, Problem
from generator.model.rule import Severity
from generator.model.suspect import Suspect

_PUBLISHED = "这里的图片原样公开，坐标会跟着公开。"
_CLEANED = "网页上的照片会去掉它，但文件历史里还在。"


def find_picture_suspects(picture: Picture | None, *, is_published_as_it_is: bool) -> Iterator[Suspect]:
    """Coordinates are taken out of a case's photographs before publishing; of other pictures they are published."""
    if picture is None or not picture.has_place:
        return
    mark = mark_of("location", picture.digest)
    problem = Problem(
        LOCATION.at(Severity.ERROR) if is_published_as_it_is else LOCATION,
        Location(picture.file),
        f"照片里记着拍摄地点的坐标（标记 {mark}）。{_PUBLISHED if is_published_as_it_is else _CLEANED}",
        "提交前去掉：手机相册“分享”时关闭位置；Windows 在文件属性的“详细信息”里选“删除属性和个人信息”。",
    )
    yield Suspect(problem, "location", mark, picture.digest)

"""A picture to the place in it: where a camera wrote down the spot it stood on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.personal.exposures import mark_of
from generator.check.personal.problems import place_in_picture
from generator.model.passage import Picture
from generator.model.suspect import Suspect


def find_picture_suspects(picture: Picture | None, *, is_published_as_it_is: bool) -> Iterator[Suspect]:
    """Coordinates are taken out of a case's photographs before publishing; of other pictures they are published."""
    if picture is None or not picture.has_place:
        return
    mark = mark_of("location", picture.digest)
    problem = place_in_picture(picture.file, mark, is_published_as_it_is=is_published_as_it_is)
    yield Suspect(problem, "location", mark, picture.digest)

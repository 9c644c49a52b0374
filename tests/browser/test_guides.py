"""The pictures of the guides: each is taken here, shows what people see now, and is light and described."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from tests.browser.conftest import HOUSE, Site
from tests.browser.pictures import PICTURES
from tests.browser.studio import Studio

GUIDES = HOUSE / "content" / "guides"
FOLDER = GUIDES / "pictures"
SHOWN = re.compile(r"!\[([^\]]*)\]\(pictures/([a-z-]+)\.png\)")
HEAVIEST = 60_000
LIKE = 3.0
"""How far, of 255, two pictures may differ on average when they are looked at from far away: fonts differ a little."""


@pytest.fixture(scope="module")
def studio(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Studio:
    return Studio(browser, site, tmp_path_factory.mktemp("studio"))


def shown() -> list[tuple[str, str]]:
    return [found for guide in sorted(GUIDES.glob("*.md")) for found in SHOWN.findall(guide.read_text("utf-8"))]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_people_see_now(name: str, studio: Studio, request: pytest.FixtureRequest) -> None:
    file, made = FOLDER / f"{name}.png", PICTURES[name](studio)
    if request.config.getoption("--accept"):
        FOLDER.mkdir(exist_ok=True)
        file.write_bytes(made)
    kept, now = Image.open(file), Image.open(BytesIO(made))
    assert file.stat().st_size < HEAVIEST
    assert kept.size == now.size
    assert difference(kept, now) < LIKE


def difference(one: Image.Image, other: Image.Image) -> float:
    far = [each.convert("L").resize((100, 64)) for each in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*far)).mean[0]


def test_another_picture_would_be_noticed(studio: Studio) -> None:
    kept = [Image.open(FOLDER / f"{name}.png") for name in ("duties", "catalogues")]
    assert difference(*kept) > LIKE


def test_the_guides_show_exactly_the_pictures_that_are_taken_here_and_say_what_is_on_them() -> None:
    assert {name for _, name in shown()} == set(PICTURES) == {file.stem for file in FOLDER.iterdir()}
    assert all(len(alt) >= 8 for alt, _ in shown())

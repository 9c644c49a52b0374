"""A kind of data the generator has never heard of, added to a new instance: its declaration, template and files."""

from __future__ import annotations

from pathlib import Path

from generator.base.house import house_folder
from generator.exchange.starter_site import create_example
from tests.instances import make_site

NAME = "volunteer_teams"
NUANYANG, QIAOSHOU = "示例暖阳志愿队", "示例巧手志愿队"


def make_instance(root: Path) -> Path:
    """The starter with the new kind laid over it."""
    assert not create_example(house_folder(), root)
    return make_site(root, NAME)

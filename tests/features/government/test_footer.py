"""The foot of a government site: its guide, its directory and its badge, never in a demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.instances import build, make_site, write

SETTINGS = """site_name: 示例站
extra:
  mingshan:
    demonstration: {}
  government:
    SiteName: 示例
    guide_url: https://example.org/zhinan
    catalogue_url: https://example.org/mulu
    badge_picture: assets/badge.svg
    badge_link: https://example.org/biaozhi
"""


@pytest.mark.parametrize("demonstration", [False, True])
def test_the_slots_are_filled_by_settings_and_empty_in_a_demonstration(tmp_path: Path, demonstration: bool) -> None:
    root = make_site(tmp_path / "instance", "minimal")
    write(root, "mkdocs.yml", SETTINGS.format(str(demonstration).lower()))
    build(root, site=tmp_path / "site")
    page = (tmp_path / "site/slips/seen/index.html").read_text("utf-8")
    for address in ("zhinan", "mulu", "biaozhi"):
        assert (f'href="https://example.org/{address}"' in page) is not demonstration
    assert ('alt="党政机关网站标识"' in page) is not demonstration
    assert page.count('<meta name="ContentSource"') <= 1

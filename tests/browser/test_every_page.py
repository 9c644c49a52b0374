"""Every kind of page: accessible, fitting, within the policy; no request leaves the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site, open_reader
from tests.browser.kinds import kinds
from tests.browser.survey import Findings, survey

UNTYPED = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".bin")
"""What only the search reads, packed."""


@pytest.fixture(scope="module")
def findings(browser: Browser, site: Site) -> Iterator[Findings]:
    reader = open_reader(browser, site)
    yield survey(reader, site)
    reader.context.close()


def test_axe_finds_no_violation_in_light_or_dark_on_phone_or_desk(findings: Findings) -> None:
    assert findings["axe"] == []


def test_nothing_sticks_out_from_a_narrow_phone_to_a_wide_screen(findings: Findings) -> None:
    assert findings["wide"] == []


def test_nothing_sticks_out_when_text_is_twice_as_large(findings: Findings) -> None:
    assert findings["enlarged wide"] == []


def test_a_finger_hits_every_control(findings: Findings) -> None:
    assert findings["small"] == []


def test_in_elder_mode_contrast_is_strong_and_everything_fits(findings: Findings) -> None:
    assert (findings["elder axe"], findings["elder wide"], findings["elder small"]) == ([], [], [])


def test_every_page_lets_only_the_sites_own_scripts_run(findings: Findings, site: Site) -> None:
    assert len(findings["policies"]) == len(kinds(site))
    for policy in set(findings["policies"]):
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert (rules["default-src"], rules["script-src"]) == ("'self'", "'self' 'wasm-unsafe-eval'")
        assert rules["style-src"] == "'self'"
        assert "//" not in policy and "unsafe-inline" not in policy


def test_no_page_breaks_the_policy_or_makes_the_browser_complain(findings: Findings) -> None:
    missing_page = [each for each in findings["complaints"] if "404" in each]
    assert len(missing_page) == 1, "the page that does not exist, and nothing else"
    assert (findings["violated policies"], [each for each in findings["complaints"] if each not in missing_page]) == (
        [],
        [],
    )


def test_every_page_has_one_search_box_beside_the_home_pages_own(findings: Findings, site: Site) -> None:
    assert findings["boxes"] == [f"{site.home}search/"] * len(kinds(site))


def test_the_server_of_the_guide_gives_every_file_of_the_site_under_lock(site: Site) -> None:
    """Asked one after the other, as a crawler asks."""
    home = urlsplit(site.home)
    connection, found = HTTPConnection(home.netloc), Counter[str]()
    for file in sorted(path for path in site.folder.rglob("*") if path.is_file() and path.name[0] != "."):
        address = file.relative_to(site.folder).as_posix().removesuffix("index.html")
        connection.request("HEAD", quote(home.path + address))
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, address
        assert answer.headers["X-Content-Type-Options"] == "nosniff", address
        framed = "*" if address.startswith("embed/") and address.endswith(".html") else "'none'"
        assert f"frame-ancestors {framed}" in answer.headers["Content-Security-Policy"], address
        found[answer.headers["Content-Type"].partition(";")[0]] += 1
    connection.close()
    assert found["text/html"] > 1000 and "text/plain" in found
    assert found["application/octet-stream"] == sum(1 for path in site.folder.rglob("*") if path.suffix in UNTYPED)


def test_no_request_leaves_the_site(findings: Findings, site: Site) -> None:
    assert [url for url in findings["requests"] if not url.startswith(site.home)] == []
    assert len(set(findings["requests"])) > 50

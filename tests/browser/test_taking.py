"""The table of a dataset: what it shows, adds up and gives away is what Python finds in the published file."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit

Row = Mapping[str, str]
Fits = Callable[[Row], bool]


class Filtered(NamedTuple):
    """What is asked in the address, and the same for Python; `down` sorts by a column."""

    dataset: str
    asked: str
    fits: Fits
    by: str = ""
    down: bool = False


def least(column: str, bound: float) -> Fits:
    return lambda row: row[column] != "" and float(row[column]) >= bound


def most(column: str, bound: float) -> Fits:
    return lambda row: row[column] != "" and float(row[column]) <= bound


def between(column: str, first: str, last: str) -> Fits:
    return lambda row: first <= row[column] <= last if row[column] else False


def is_(column: str, value: str) -> Fits:
    return lambda row: row[column] == value


def has(column: str, value: str) -> Fits:
    return lambda row: value in row[column].split(";") or value in row[column].split(",")


def both(*fits: Fits) -> Fits:
    return lambda row: all(each(row) for each in fits)


def whatever(_row: Row) -> bool:
    return True


SETS = (
    Filtered("projects", "", whatever),
    Filtered("projects", "category=medical", is_("category", "medical")),
    Filtered("projects", "status=running&sort=-budget", is_("status", "running"), "budget", True),
    Filtered("projects", "budget.from=500000", least("budget", 500000)),
    Filtered("projects", "budget.to=200000&sort=budget", most("budget", 200000), "budget"),
    Filtered("projects", "budget.from=200000&budget.to=800000", both(least("budget", 200000), most("budget", 800000))),
    Filtered("projects", "starts_on.from=2026-01-01", between("starts_on", "2026-01-01", "9999")),
    Filtered(
        "projects",
        "starts_on.from=2025-03-01&starts_on.to=2026-02-28&sort=starts_on",
        between("starts_on", "2025-03-01", "2026-02-28"),
        "starts_on",
    ),
    Filtered("projects", "groups=lonely-elder", has("groups", "lonely-elder")),
    Filtered(
        "projects",
        "category=living&status=running&budget.from=100000",
        both(is_("category", "living"), is_("status", "running"), least("budget", 100000)),
    ),
    Filtered("projects", "organization=shili-cishan-xiehui", is_("organization", "shili-cishan-xiehui")),
    Filtered("projects", "category=nobody", lambda _row: False),
    Filtered("supply", "category=medical&form=money", both(is_("category", "medical"), is_("form", "money"))),
    Filtered("supply", "status=open&sort=-valid_to", is_("status", "open"), "valid_to", True),
    Filtered("supply", "amount_max.from=3000&sort=-amount_max", least("amount_max", 3000), "amount_max", True),
    Filtered("supply", "confirmed_on.from=2026-10-01", between("confirmed_on", "2026-10-01", "9999")),
    Filtered(
        "supply",
        "level=township&provider_kind=volunteer",
        both(is_("level", "township"), is_("provider_kind", "volunteer")),
    ),
    Filtered(
        "supply",
        "valid_from.to=2026-06-30&form=service",
        both(between("valid_from", "0", "2026-06-30"), is_("form", "service")),
    ),
    Filtered("grants", "amount.from=1&sort=amount", least("amount", 1), "amount"),
    Filtered("organizations", "", whatever),
)


def published(site: Site, dataset: str) -> list[Row]:
    with (site.folder / f"downloads/{dataset}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def expected(site: Site, given: Filtered) -> list[Row]:
    """Those that do not say what is sorted by come last; equal ones stay in the order of the file."""
    found = [row for row in published(site, given.dataset) if given.fits(row)]
    if not given.by:
        return found
    told = [row for row in found if row[given.by]]

    def key(row: Row) -> float | str:
        return row[given.by] if "-" in row[given.by][1:] else float(row[given.by])

    return sorted(told, key=key, reverse=given.down) + [row for row in found if not row[given.by]]


def taken(page: Page, part: str) -> str:
    with page.expect_download() as waited:
        page.locator(f'[data-part="{part}"]').click()
    return Path(waited.value.path()).read_bytes().decode()


def count(page: Page) -> int:
    text = page.locator('[data-taking] [data-part="status"]').inner_text()
    return int(re.findall(r"符合条件的有 ([\d,]+) 条", text)[0].replace(",", ""))


def opened(visit: Visit, given: Filtered, **options: object) -> Page:
    page = visit(**options).opens(f"take/{given.dataset}/" + (f"#?{given.asked}" if given.asked else ""))
    page.locator('[data-taking] [data-part="status"]', has_text="条").wait_for()
    return page


def test_twenty_filters_equal_those_of_python(visit: Visit, site: Site) -> None:
    assert len(SETS) == 20
    reader = visit()
    for given in SETS:
        page = reader.opens(f"take/{given.dataset}/" + (f"#?{given.asked}" if given.asked else ""))
        page.locator('[data-taking] [data-part="status"]', has_text="条").wait_for()
        rows = expected(site, given)
        if given.asked and "nobody" in given.asked:
            rows = []
        assert count(page) == len(rows), given.asked
        given_away = taken(page, "csv")
        assert list(csv.DictReader(given_away.removeprefix("\ufeff").splitlines(keepends=True))) == rows, given.asked
        whole = (site.folder / f"downloads/{given.dataset}.csv").read_bytes().decode()
        assert given_away.startswith(whole[: whole.index("\n") + 1])
        page.close()
    assert reader.complaints == []
    assert len([given for given in SETS if expected(site, given)]) >= 17


def test_json_has_the_same_records(visit: Visit, site: Site) -> None:
    given = SETS[2]
    told = json.loads(taken(opened(visit, given), "json"))
    assert [each["id"] for each in told] == [row["id"] for row in expected(site, given)]
    whole = {each["id"]: each for each in json.loads((site.folder / "downloads/projects.json").read_bytes())}
    assert told == [whole[each["id"]] for each in told]


def test_what_is_shown_is_added_up(visit: Visit, site: Site) -> None:
    given = SETS[3]
    page = opened(visit, given)
    rows = expected(site, given)
    text = page.locator('[data-taking] [data-part="status"]').inner_text()
    assert f"合计 {sum(float(row['budget']) for row in rows):,.0f} 元" in text
    names = {row["id"]: row["name"] for row in published(site, "organizations")}
    found = page.locator('[data-part="totals"] section').filter(has=page.get_by_text("按实施组织", exact=True))
    lines = [line.locator("th, td").all_inner_texts() for line in found.locator("tbody tr").all()]
    counted = Counter(names[row["organization"]] for row in rows)
    assert len(counted) <= 12 and {line[0]: int(line[1]) for line in lines} == counted


def test_changing_a_field_changes_table_and_address(visit: Visit, site: Site) -> None:
    page = opened(visit, SETS[0])
    page.locator('[data-axis="category"]').select_option("medical")
    page.locator('[data-from="budget"]').fill("100000")
    page.locator('[data-from="budget"]').blur()
    assert page.url.endswith("take/projects/#?category=medical&budget.from=100000")
    both_fit = both(is_("category", "medical"), least("budget", 100000))
    assert count(page) == len([row for row in published(site, "projects") if both_fit(row)])
    page.locator('[data-part="clear"]').click()
    assert "#" not in page.url and count(page) == len(published(site, "projects"))


def test_plain_links_stay_without_a_script(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("take/projects/")
    assert page.locator("[data-taking]").is_hidden()
    links = [link.get_attribute("href") for link in page.locator("article a").all()]
    assert {"../../projects/", "../../downloads/projects.csv", "../../downloads/projects.json"} <= set(links)


def test_lists_lead_to_their_tables_and_no_total_of_what_is_protected(visit: Visit, site: Site) -> None:
    page = visit(360).opens("projects/")
    page.get_by_role("link", name="按金额、日期筛选和排序").click()
    page.wait_for_url("**/take/projects/")
    assert not (site.folder / "take/needs").exists() and not (site.folder / "take/aid_places").exists()
    supply = json.loads((site.folder / "take/supply/rows.json").read_bytes())
    assert supply["added"] == "" and not [each for each in supply["amounts"] if each["name"].startswith("quota")]

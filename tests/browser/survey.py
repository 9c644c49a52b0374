"""One look at every kind of page: what is too wide, too small, too faint or out of order, and what a page asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Reader, Site
from tests.browser.kinds import kinds, open_kind, templates_of

DESK, PHONE = (1280, 800), (360, 740)


class Rules(NamedTuple):
    """Which of axe's rules: these alone, or (none) all but those that are left out."""

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


ALL = Rules()
CONTRAST = Rules(only=("color-contrast",))
STRONG_CONTRAST = Rules(only=("color-contrast", "color-contrast-enhanced"))
"""In 长者模式 text stands out by 7 to 1, large text by 4.5 to 1; the second rule leaves out what the first finds."""
NO_CONTRAST = Rules(without=("color-contrast",))

View = tuple[tuple[int, int], str, Rules]
"""Window, colours, rules."""
LIGHT: tuple[tuple[View, ...], ...] = (
    ((DESK, "light", ALL), (PHONE, "light", NO_CONTRAST)),
    ((DESK, "light", NO_CONTRAST), (PHONE, "light", ALL)),
)
DARK: tuple[View, ...] = ((PHONE, "dark", CONTRAST), (DESK, "dark", CONTRAST))
ELDER: tuple[View, ...] = ((PHONE, "light", STRONG_CONTRAST), (DESK, "dark", STRONG_CONTRAST))
"""Contrast, which takes most of the time, is judged in one window by turns: colours do not depend on it."""
WHOLE = 2
"""So many pages of a template are judged in every view, the others in one by turns."""

VIOLATIONS = """async (rules) => {
  const [only, without] = rules;
  const wanted = only.length
    ? { runOnly: { type: "rule", values: only } }
    : { rules: Object.fromEntries(without.map((each) => [each, { enabled: false }])) };
  const { violations } = await axe.run({ resultTypes: ["violations"], ...wanted });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target} ${node.html.slice(0, 120)}`));
}"""

THIN_OUT = """() => {
  for (const each of document.querySelectorAll("li:nth-child(n + 6), tbody > tr:nth-child(n + 6)")) each.remove();
}"""
"""The contrast of the hundredth card is that of the first five; judging it takes most of the time."""

TOO_WIDE = """() => {
  const scrolls = ".prose table, .taking__rows, .filter__panel, .unseen, .skip, .switch__more";
  const out = [...document.querySelectorAll("body *")].filter((each) => {
    const box = each.getBoundingClientRect();
    return each.checkVisibility() && box.width && box.right > innerWidth + 1 && !each.closest(scrolls);
  });
  const page = document.documentElement.scrollWidth;
  return [...(page > innerWidth ? [`page ${page}`] : []), ...out.map((each) => `${each.tagName} ${each.className}`)];
}"""

TOO_SMALL = """() => {
  const controls = "button, input:not([type=checkbox]), summary, label:has(input), .button, .call, .chip, .place, "
    + ".tile, .figure, .switch, a.badge, a.tel, .menu a, .bottom a, .crumbs a, .neighbours a, .foot__facts a, "
    + ".card__title a";
  const near = (each) => (each.closest(".card__title") ? each.closest(".card--whole") : each.closest("label"));
  const target = (each) => near(each) ?? each;
  return [...document.querySelectorAll(controls)].filter((each) => {
    const box = target(each).getBoundingClientRect();
    const isSentence = each.matches("p .tel, li > .tel");
    return each.checkVisibility() && !each.closest(".unseen") && !isSentence && (box.height < 43.9 || box.width < 43.9);
  }).map((each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 20)}`);
}"""

SEARCH_BOX = ":is(header, [data-search]) form[role=search] input[type=search]"
BOXES = "(boxes) => boxes.map((box) => box.form.action)"

Findings = Mapping[str, list[str]]


def survey(reader: Reader, site: Site) -> Findings:
    """Open every kind of page once; findings by their kind."""
    axe, findings = Axe().axe_script, defaultdict[str, list[str]](list)
    templates, seen = templates_of(site), Counter[str]()
    for turn, address in enumerate(kinds(site)):
        page = open_kind(reader, address)
        template = templates.get(address, address)
        seen[template] += 1
        for kind, found in (*_sizes(page), *_rules(page, axe, _views(turn, is_whole=seen[template] <= WHOLE))):
            findings[kind] += [f"{address}: {each}" for each in found]
        findings["boxes"] += page.locator(SEARCH_BOX).evaluate_all(BOXES)
        findings["policies"].append(
            page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
        )
        findings["violated policies"] += page.evaluate("window.broken")
        page.close()
    return findings | {"complaints": reader.complaints, "requests": reader.requests}


def barriers(page: Page) -> list[str]:
    """What axe finds on a page as it stands: by all rules, then in dark colours by those of contrast."""
    page.evaluate(Axe().axe_script)
    size = page.viewport_size or {"width": DESK[0], "height": DESK[1]}
    window = (size["width"], size["height"])
    return [*_violations(page, window, "light", ALL), *_violations(page, window, "dark", CONTRAST)]


def _sizes(page: Page) -> list[tuple[str, list[str]]]:
    found = [("wide", _at(page, 320, TOO_WIDE)), ("small", _at(page, 320, TOO_SMALL))]
    found.append(("wide", _at(page, 640, TOO_WIDE)))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found.append(("enlarged wide", _at(page, 1280, TOO_WIDE)))
    page.evaluate("document.documentElement.style.fontSize = ''")
    _set_elder(page, on=True)
    found += [("elder wide", _at(page, 320, TOO_WIDE)), ("elder small", _at(page, 360, TOO_SMALL))]
    _set_elder(page, on=False)
    return found


def _views(turn: int, *, is_whole: bool) -> tuple[View, ...]:
    colours = turn // 4 % 2
    every = (*LIGHT[colours], DARK[colours], ELDER[colours])
    return every if is_whole else (every[turn % len(every)],)


def _rules(page: Page, axe: str, views: Iterable[View]) -> list[tuple[str, list[str]]]:
    page.evaluate(axe)
    page.evaluate(THIN_OUT)
    found = []
    for view in views:
        _set_elder(page, on=view in ELDER)
        found.append(("elder axe" if view in ELDER else "axe", _violations(page, *view)))
    return found


def _at(page: Page, width: int, script: str) -> list[str]:
    page.set_viewport_size({"width": width, "height": 740})
    return [f"{width} {each}" for each in page.evaluate(script)]


def _violations(page: Page, size: tuple[int, int], scheme: str, rules: Rules) -> list[str]:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return [f"{size[0]} {scheme} {each}" for each in page.evaluate(VIOLATIONS, list(map(list, rules)))]


def _set_elder(page: Page, *, on: bool) -> None:
    page.evaluate("(on) => document.documentElement.toggleAttribute('data-elder', on)", on)

"""Whoever writes of danger sees a number at once, wherever they write it, and leaves no trace by it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from random import Random
from urllib.parse import quote, unquote

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from bench.danger_points import kinds_of, most, plain, shipped_points
from bench.danger_sounds import sounds_of
from bench.microdata import ROOT
from generator.base.marks import MARK_COUNT, mark_of, share, sound_marks
from generator.base.point_marks import STEPS, packed_marks
from generator.features.danger.points import DOUBT
from tests.browser.conftest import Site, Visit, open_reader

WORDS = "我不想活了"
CARD = "section.danger"
SCREEN = 640
"""Pixels of the first screen of a small phone."""
BOUNDS = {"dangers": (0, 0), "quiet": (0, 0), "find_danger": (2, 0)}
"""How many sentences of each list are missed or alarm, which none may grow beyond."""
HEAR = """async (sentences) => {
  const load = (name) => import(new URL(`../assets/mingshan/${name}.js`, location.href).href);
  const { findDanger, loadDangers } = await load("danger/words");
  const { loadLexicon } = await load("search/lexicon");
  const [dangers, lexicon] = await Promise.all([loadDangers(), loadLexicon()]);
  await dangers.more;
  return sentences.map((each) => (findDanger(dangers, each) ?? findDanger(dangers, each, lexicon.sounds))?.id ?? "");
}"""
COUNT = """async ([sentences, said]) => {
  const load = (name) => import(new URL(`../assets/mingshan/${name}.js`, location.href).href);
  const { loadDangers } = await load("danger/words");
  const [{ kindsOf }, { fold }] = await Promise.all([load("danger/points"), load("search/pairs")]);
  const dangers = await loadDangers();
  await dangers.more;
  const plain = (text) => fold(text).replace(/没有(?=\\p{Script=Han})/gu, "没").replaceAll("睡觉", "睡");
  return sentences.map((each) => kindsOf(dangers.points, plain(each), said));
}"""
SOUND = """async (sentences) => {
  const load = (name) => import(new URL(`../assets/mingshan/${name}.js`, location.href).href);
  const [{ loadDangers }, { kindsBySound }, { loadLexicon }] = await Promise.all(
    ["danger/words", "danger/points", "search/lexicon"].map(load),
  );
  const [dangers, { sounds }] = await Promise.all([loadDangers(), loadLexicon()]);
  await dangers.more;
  return sentences.map((each) => kindsBySound(dangers.points, sounds.row(each)));
}"""
READ = """async ([packed, kinds, steps]) => {
  const { readMarks } = await import(new URL("../assets/mingshan/danger/marks.js", location.href).href);
  return Array.from(readMarks(Uint8Array.from(packed), kinds, steps));
}"""
OWN = """async ([own, text, steps, marks]) => {
  const load = (name) => import(new URL(`../assets/mingshan/${name}.js`, location.href).href);
  const { findDanger, readTable, withJoined } = await load("danger/words");
  const words = [["fire", "冒青烟", "坟上冒青烟", own]];
  const cards = [{ id: "fire", numbers: ["119"] }];
  const table = readTable({ words, cards, numbers: { 119: {} }, leave: "", address: "" });
  const base = { none: 5, fire: 0 };
  const points = { said: 9, doubt: 0, steps, signs: base, sounds: base };
  return findDanger(withJoined(table, { wordGroups: {}, words: [], points }, Uint8Array.from(marks)), text)?.id ?? "";
}"""

NEAR = """async ([steps, marks]) => {
  const { href } = new URL("../assets/mingshan/danger/words.js", location.href);
  const { findDanger, readTable, withJoined } = await import(href);
  const cards = [{ id: "fire", numbers: ["119"] }, { id: "violence", numbers: ["110"], quiet: true }];
  const table = readTable({ words: [], cards, numbers: { 110: {}, 119: {} }, leave: "", address: "" });
  const base = { none: 0, fire: 0, violence: 0 };
  const points = { said: 0, doubt: 0, beside: 4, steps, signs: base, sounds: base };
  const whole = withJoined(table, { wordGroups: {}, words: [], points }, Uint8Array.from(marks));
  const cardsOf = ["塔", "桥"].map((each) => findDanger(whole, each));
  return cardsOf.map(({ id, beside, quiet }) => [id, beside?.id ?? "", Boolean(quiet)]);
}"""
PAIRS = """async () => {
  const load = (name) => import(new URL(`../assets/mingshan/danger/${name}.js`, location.href).href);
  const [{ loadDangers }, { showCard }] = await Promise.all([load("words"), load("card")]);
  const table = await loadDangers();
  const cards = Array.from(table.cards.values());
  const place = document.querySelector("[data-part=danger]");
  const pairs = cards.flatMap((card) => cards.filter((each) => each !== card).map((beside) => ({ ...card, beside })));
  return pairs.map((card) => {
    showCard(place, card, table);
    const link = place.querySelector(".danger__beside a");
    const [box, whole] = [link, place.firstElementChild].map((each) => each.getBoundingClientRect());
    const wanted = [card.beside.name, card.beside.numbers[0].number];
    return { said: link.textContent, wanted, height: box.height, end: whole.bottom };
  });
}"""


@pytest.fixture(scope="module")
def searching(browser: Browser, site: Site) -> Iterator[Page]:
    """One page of the search for all who type there, one after the other, or only load its scripts."""
    reader = open_reader(browser, site)
    yield reader.opens("search/")
    reader.context.close()


def _ask(page: Page, words: str) -> None:
    """Type anew, when the card of whoever asked before is gone."""
    page.locator("#search-q").fill("")
    expect(page.locator(CARD)).to_have_count(0)
    page.locator("#search-q").fill(words)


def _compose(page: Page, words: str) -> None:
    """What an input method does while somebody chooses characters."""
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": words, "selectionStart": len(words), "selectionEnd": len(words)})


def _commit(page: Page, words: str) -> None:
    page.context.new_cdp_session(page).send("Input.insertText", {"text": words})


def test_the_card_comes_at_a_pause_and_nothing_is_written_down(visit: Visit) -> None:
    page = visit().opens("search/")
    before, title = page.url, page.title()
    page.locator("#search-q").press_sequentially(WORDS, delay=60)
    expect(page.locator(f"{CARD} .danger__call b").first).to_have_text("12356")
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_have_count(1)
    assert (page.url, page.title()) == (before, title)
    expect(page.locator("#search-q")).to_be_focused()
    page.locator(CARD).get_by_role("link", name="还能怎么办").click()
    page.go_back()
    assert WORDS not in page.locator("#content").inner_text()


def test_the_card_is_a_region_with_the_urgency_in_its_heading_and_large_numbers(visit: Visit) -> None:
    page = visit(width=360).opens("search/")
    page.locator("#search-q").fill("屋里一股煤气味")
    card = page.get_by_role("region", name="119")
    expect(card.locator("a[href='tel:119']")).to_be_visible()
    for link in card.locator("a").all():
        box = link.bounding_box()
        assert box and box["height"] >= 44
    expect(page.locator("[data-part=danger]")).to_have_attribute("role", "status")


def _of_signs(marks: bytes) -> list[int]:
    """A file of points that has none for sounds."""
    return [*len(marks).to_bytes(4), *marks]


def test_a_second_kind_that_is_nearly_as_likely_stands_beside_the_first(searching: Page) -> None:
    """By hand, √(12/4) times: 塔 has 3 and 2 points, 1.7 between; 桥 has 8 and 5, 5.2 between. A quiet one stays so."""
    rows = sorted((mark_of(sign), [0, *points]) for sign, points in {"塔": (3, 2), "桥": (8, 5)}.items())
    named = searching.evaluate(NEAR, [list(STEPS), _of_signs(packed_marks(rows, 3))])
    assert named == [["fire", "violence", True], ["fire", "", False]]


def test_a_card_of_two_kinds_names_the_second_with_its_number_and_fits_the_first_screen(visit: Visit) -> None:
    page = visit(width=360).opens("search/")
    for each in page.evaluate(PAIRS):
        assert all(words in each["said"] for words in each["wanted"])
        assert each["height"] >= 44
        assert each["end"] <= SCREEN


@pytest.mark.parametrize(("address", "box"), [("search/", "#search-q"), ("", "#block-q"), ("find/", "#find-sentence")])
def test_while_an_input_method_composes_nothing_happens_and_then_nothing_jumps(
    visit: Visit, address: str, box: str
) -> None:
    page = visit(width=360).opens(address)
    written = page.locator(box)
    written.focus()
    before, place = page.url, written.bounding_box()
    _compose(page, WORDS)
    page.wait_for_timeout(600)
    expect(page.locator(CARD)).to_have_count(0)
    _commit(page, WORDS)
    expect(page.locator(CARD)).to_have_count(1)
    expect(written).to_be_focused()
    assert (page.url, written.bounding_box()) == (before, place)


@pytest.mark.parametrize("is_elder", [False, True])
@pytest.mark.parametrize(("address", "box"), [("search/", "#search-q"), ("", "#block-q"), ("find/", "#find-sentence")])
def test_what_to_do_first_is_seen_without_scrolling_on_a_small_phone(
    visit: Visit, address: str, box: str, is_elder: bool
) -> None:
    page = visit(width=360).opens(address)
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.evaluate("(is) => document.documentElement.toggleAttribute('data-elder', is)", is_elder)
    page.locator(box).click()
    place = page.locator(box).bounding_box()
    page.keyboard.insert_text("打我")
    expect(page.locator(f"{CARD} .danger__beside")).to_have_count(1)
    for each in ("h2", "h2 + p", "li:first-child .danger__call"):
        expect(page.locator(f"{CARD} {each}")).to_be_in_viewport(ratio=1)
    assert page.locator(box).bounding_box() == place


def test_neither_address_nor_history_says_which_danger_it_was(visit: Visit) -> None:
    page = visit(width=360).opens("search/")
    page.locator("#search-q").fill(WORDS)
    expect(page.locator(f"{CARD} .leave")).to_be_in_viewport(ratio=1)
    expect(page.locator(CARD)).to_contain_text("历史记录还在")
    finder = page.locator("[data-part=meant]").get_by_role("link")
    expect(finder).to_have_attribute("href", re.compile("/find/$"))
    page.locator(CARD).get_by_role("link", name="还能怎么办").click()
    expect(page.locator("#suicide")).to_be_focused()
    page.get_by_role("link", name="着火").click()
    expect(page.locator("#fire")).to_be_focused()
    assert page.url.endswith("/emergency/")


def test_beside_violence_nothing_stands_that_comes_or_calls_home(visit: Visit, site: Site) -> None:
    page = visit().opens("search/")
    page.locator("#search-q").fill("老公打我，孩子也害怕")
    expect(page.locator("[data-part=offers] > li").first).to_be_visible()
    expect(page.locator(".search")).not_to_have_attribute("aria-busy", "true")
    supply = site.checked.catalogue.records["supply"]
    keys = [unquote(each.get_attribute("href") or "") for each in page.locator(".cards .card__title a").all()]
    shown = [record.values for key, record in supply.items() if any(each.endswith(f"/{key}/") for each in keys)]
    assert len(shown) == len(keys) > 1
    assert {(each["comes_home"], each["calls_home"]) for each in shown} == {(False, False)}


def test_the_card_stays_while_the_finder_answers(visit: Visit) -> None:
    page = visit(width=360).opens("find/")
    page.locator("#find-sentence").fill(WORDS)
    page.get_by_role("button", name="找", exact=True).click()
    expect(page.locator("[data-part=results] h2").first).to_be_visible()
    expect(page.locator(f"{CARD} a[href='tel:12356']")).to_be_in_viewport()
    assert page.url.endswith("/find/")
    page.get_by_text("改或清除").click()
    page.get_by_role("button", name="清除回答").click()
    expect(page.locator(CARD)).to_have_count(0)
    expect(page.locator("#find-sentence")).to_have_value("")


def test_the_card_comes_although_the_index_cannot_be_had(visit: Visit) -> None:
    reader = visit()
    reader.context.route("**/pagefind/**", lambda route: route.abort())
    reader.context.route("**/search/words.txt", lambda route: route.abort())
    page = reader.opens("search/")
    page.locator("#search-q").fill(WORDS)
    expect(page.locator(CARD)).to_have_count(1)


@pytest.mark.parametrize(
    "words",
    [
        "我妈眼睛看不见了",
        "想去吃火锅",
        "商店打折",
        "助学金",
        "老人不想活动",
        "爷爷前年中风昏迷过，现在能走了",
        "社区的防诈骗讲座几点开始",
        "我没有不想活啊",
        "我家猫走丢了",
    ],
)
def test_what_only_looks_like_danger_is_let_be(searching: Page, words: str) -> None:
    _ask(searching, words)
    searching.keyboard.press("Enter")
    expect(searching).to_have_url(f"{searching.url.partition('#')[0]}#?q={quote(words)}")
    expect(searching.locator(CARD)).to_have_count(0)


@pytest.mark.parametrize(
    "words", ["讲座上我爸突然倒地没呼吸了", "以前他就打我，昨晚又打我了", "去年自杀过一次，现在又想死", "电影院着火了"]
)
def test_what_is_over_or_taught_hides_no_danger_that_is_here(searching: Page, words: str) -> None:
    _ask(searching, words)
    expect(searching.locator(CARD)).to_have_count(1)


def _labelled() -> dict[str, dict[str, str]]:
    """By list, sentences and the dangers they speak of, empty for none; points were learnt from them, too."""
    national = ROOT / "tests/national"
    with (ROOT / "bench/find_danger.csv").open(encoding="utf-8", newline="") as file:
        by_kind = {row["sentence"]: row["danger"] for row in csv.DictReader(file)}
    dangers = yaml.safe_load((national / "dangers.yaml").read_text("utf-8"))
    quiet = (national / "quiet.txt").read_text("utf-8").splitlines()
    return {
        "dangers": {sentence: kind for kind, sentences in dangers.items() for sentence in sentences},
        "quiet": dict.fromkeys(filter(None, quiet), ""),
        "find_danger": by_kind,
    }


@pytest.mark.parametrize("name", BOUNDS)
def test_danger_of_every_kind_is_heard_and_what_only_looks_like_it_is_not(searching: Page, name: str) -> None:
    kinds, (misses, alarms) = _labelled()[name], BOUNDS[name]
    heard = dict(zip(kinds, searching.evaluate(HEAR, list(kinds)), strict=True))
    alarmed = [sentence for sentence, kind in kinds.items() if not kind and heard[sentence]]
    missed = [sentence for sentence, kind in kinds.items() if kind and heard[sentence] != kind]
    assert len(alarmed) <= alarms, alarmed
    assert len(missed) <= misses, missed


def test_points_are_counted_as_in_the_plain_reference(searching: Page) -> None:
    """Sentences that nothing was learnt from; what is counted is compared, not whether it is right."""
    points = shipped_points()
    with (ROOT / "bench/find_sixth.csv").open(encoding="utf-8", newline="") as file:
        sentences = [row["sentence"] for row in csv.DictReader(file)][::5]
    for said in ([], ["fire"]):
        counted = searching.evaluate(COUNT, [sentences, said])
        assert list(map(tuple, counted)) == [kinds_of(sentence, points, said) for sentence in sentences]


def test_sounds_are_counted_as_in_the_plain_reference(searching: Page) -> None:
    """Of another list than the one of the signs: it has what was typed in letters, and misspelt."""
    points = shipped_points("danger_sounds")
    with (ROOT / "bench/find_blind.csv").open(encoding="utf-8", newline="") as file:
        sentences = [
            plain(row["sentence"]) for row in csv.DictReader(file) if row["style"] in {"pinyin", "typo", "mixed"}
        ]
    rows = [sounds_of(each) for each in sentences]
    wanted = [
        most(sound_marks(row.sounds), share(len(row.sounds)), points, doubt=0 if row.is_typed else DOUBT)
        for row in rows
    ]
    assert list(map(tuple, searching.evaluate(SOUND, sentences))) == wanted


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_marks_are_read_as_they_were_written(searching: Page, count: int) -> None:
    """Drawn from a fixed seed; every mark has points for some kind."""
    chance = Random(count)
    points = (0, 0, *STEPS, *(-each for each in STEPS))
    marks = sorted(chance.sample(range(MARK_COUNT), count))
    rows = [(mark, [chance.choice(STEPS), *(chance.choice(points) for _ in range(8))]) for mark in marks]
    read = searching.evaluate(READ, [list(packed_marks(rows, 9)), 9, list(STEPS)])
    assert list(map(tuple, read)) == rows


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("woxiangsi", "12356"),
        ("laogong you da wo le", "110"),
        ("wo ba hun mi le jiao bu xing", "120"),
        ("燃汽泄路了", "119"),
    ],
)
def test_pinyin_and_what_is_misspelt_by_its_sound_bring_the_card(searching: Page, words: str, number: str) -> None:
    _ask(searching, words)
    expect(searching.locator(f"{CARD} .danger__call b").first).to_have_text(number)


def test_a_phrase_that_a_bureau_added_overrules_the_points_and_a_shipped_one_adds_to_them(searching: Page) -> None:
    """By hand: 9 for the phrase are more than the base of 5, but not with √(12/4) times 12 for 塔."""
    tower = [list(STEPS), _of_signs(packed_marks([(mark_of("塔"), [12, 0])], 2))]
    for own, without_tower, with_tower in ((False, "fire", ""), (True, "fire", "fire")):
        assert searching.evaluate(OWN, [own, "冒青烟", *tower]) == without_tower
        assert searching.evaluate(OWN, [own, "塔冒青烟", *tower]) == with_tower
    assert searching.evaluate(OWN, [True, "坟上冒青烟", *tower]) == ""


@pytest.mark.parametrize(
    ("words", "to_helper"),
    [
        ("我邻居说不想活了", True),
        ("我妹妹想自杀，我拦不住", True),
        ("有个姑娘要跳河", True),
        ("我不想活了", False),
        ("我妈走了以后我不想活了", False),
        ("朋友都走了，我活不下去了", False),
        ("我邻居老被她男人打", True),
        ("我爸打我", False),
        ("老公天天打我", False),
    ],
)
def test_whoever_asks_for_somebody_else_is_spoken_to_as_the_helper(
    searching: Page, words: str, to_helper: bool
) -> None:
    _ask(searching, words)
    said = searching.locator(f"{CARD} > p").first
    expect(said).to_be_visible()
    assert ("他" in said.inner_text()) == to_helper


def test_on_the_home_page_it_comes_below_the_box_and_leads_on_without_an_address(visit: Visit) -> None:
    reader = visit()
    page = reader.opens()
    page.locator("#block-q").press_sequentially(WORDS, delay=60)
    expect(page.locator(CARD)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#search-q")).to_have_value(WORDS)
    expect(page.locator(CARD)).to_have_count(1)
    assert page.url.endswith("/search/")
    assert not [url for url in reader.requests if quote(WORDS) in url or WORDS in url]


def test_an_old_address_with_the_question_in_it_is_written_anew(visit: Visit) -> None:
    page = visit().opens("search/?q=助学")
    expect(page).to_have_url(f"{page.url.partition('/search/')[0]}/search/#?q={quote('助学')}")
    page = visit().opens(f"search/?q={WORDS}")
    expect(page.locator(CARD)).to_have_count(1)
    assert page.url.endswith("/search/")


def test_shift_three_times_leads_away(visit: Visit) -> None:
    reader = visit()
    reader.context.route("https://www.weather.com.cn/", lambda route: route.fulfill(body="<title>天气</title>"))
    page = reader.opens("emergency/")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_url("https://www.weather.com.cn/")


def test_without_a_script_the_page_of_emergencies_says_it_all(visit: Visit) -> None:
    page = visit(width=360, java_script_enabled=False).opens("emergency/")
    for number in ("110", "119", "120", "12356"):
        expect(page.locator(f"a[href='tel:{number}']").first).to_be_visible()
    away = page.get_by_role("link", name="快速离开")
    expect(away).to_have_attribute("rel", "nofollow noreferrer")
    expect(away).to_have_attribute("href", "https://www.weather.com.cn/")
    expect(page.get_by_role("heading", name="怕被人看见您来过这里")).to_be_visible()


def test_a_form_sent_without_a_script_carries_nothing(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens()
    page.locator("#block-q").fill("看病钱不够")
    page.locator(".search-block button").click()
    expect(page).to_have_url(f"{page.url.partition('/search/')[0]}/search/?")
    expect(page.locator("[data-part=hint]").get_by_role("link", name="帮扶资源")).to_be_visible()

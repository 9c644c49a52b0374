"""A sentence in ordinary words: what was understood, what is offered, what can be taken back, and where it ends."""

from __future__ import annotations

import csv
import gzip
import re

import pytest
from playwright.sync_api import Page, expect

from bench.danger_sounds import Row, sounds_of
from bench.microdata import ROOT
from bench.shipped_words import shipped_rows
from generator.base.marks import marks, share, signs_in, sound_marks
from generator.base.pairs import fold
from tests.browser.conftest import Site, Visit

OFFERS = "[data-part=offers] > li"
MEANT = "[data-part=meant]"
MEANS = """async (sentences) => {
  const load = (name) => import(new URL(`../assets/mingshan/search/${name}.js`, location.href).href);
  const [{ loadLexicon }, { understand }] = await Promise.all([load("lexicon"), load("understand")]);
  const lexicon = await loadLexicon();
  return sentences.filter((each) => understand(lexicon, each).needs.length);
}"""
LIKELIEST = """async (sentences) => {
  const load = (name) => import(new URL(`../assets/mingshan/search/${name}.js`, location.href).href);
  const [{ loadLexicon }, { fold }] = await Promise.all([load("lexicon"), load("pairs")]);
  const { chancesOf, sounds } = await loadLexicon();
  const chances = sentences.map((each) => Array.from(chancesOf(fold(each), sounds.row(each))));
  return chances.map((found) => found.sort(([, one], [, other]) => other - one)[0]?.[0] ?? "");
}"""
LOADED = tuple(
    f"{folder}/{name}"
    for folder, names in {"search": ("words.txt", "offers.txt"), "emergency": ("words.txt", "joined.txt")}.items()
    for name in (*names, "points.bin")
)
HEAVIEST = 60_000
"""Bytes, packed, of all that a browser loads to understand a sentence and to hear a danger (FIND.md)."""
HIGHEST = 320
"""Pixels above the first answer where no danger card stands over it, on the smallest phone."""


def _asks(page: Page, words: str) -> None:
    page.locator("#search-q").fill(words)
    page.locator("#search-q").press("Enter")
    expect(page.locator(".search")).not_to_have_attribute("aria-busy", "true")


def test_a_sentence_that_stands_nowhere_finds_the_kind_of_help_that_it_means(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "住西青区，我爸瘫痪了没法洗澡")
    expect(page.locator(f"{MEANT} [aria-pressed=true]", has_text="上门助浴")).to_be_visible()
    expect(page.locator(f"{MEANT} [aria-pressed=true]", has_text="西青区")).to_be_visible()
    expect(page.locator("[data-part=about]")).to_contain_text("您在替家里人问")
    expect(page.locator(f"{OFFERS} h3").filter(has_text="助浴").first).to_be_visible()


def test_needs_are_counted_as_in_the_plain_reference(visit: Visit) -> None:
    """Written ones, of which two neighbours are known, and typed ones; where two are as likely, either may be first."""
    with (ROOT / "bench/find_third.csv").open(encoding="utf-8", newline="") as file:
        sentences = [fold(row["sentence"]) for row in csv.DictReader(file) if len(row["sentence"]) > 8]
    rows = [sounds_of(each) for each in sentences]
    found = visit().opens("search/").evaluate(LIKELIEST, sentences)
    heard = [(name, each, row) for name, each, row in zip(found, sentences, rows, strict=True) if name]
    assert len(heard) > len(sentences) * 0.9
    assert {name for name, each, row in heard if name not in _likeliest(each, row)} == set()


def _likeliest(text: str, row: Row) -> set[str]:
    """Summed mark by mark from the table as it stands in the file."""
    found, length = (sound_marks(row.sounds), len(row.sounds)) if row.is_typed else (marks(text), signs_in(text))
    base, *lines = shipped_rows("need_sounds.csv" if row.is_typed else "need_points.csv")
    met = [line for line in lines if int(line["mark"]) in found]
    kinds = [kind for kind in base if kind != "mark"]
    sums = {kind: float(base[kind]) + share(length) * sum(int(line[kind] or 0) for line in met) for kind in kinds}
    return {kind for kind in kinds if sums[kind] > max(sums.values()) - 1e-9}


def test_all_that_understanding_takes_is_small_enough_for_a_cheap_phone(site: Site) -> None:
    assert sum(len(gzip.compress((site.folder / name).read_bytes(), 9)) for name in LOADED) <= HEAVIEST


def test_what_is_full_comes_after_the_same_help_that_can_be_applied_for(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "化疗费")
    states = [each for each in page.locator(OFFERS).all_inner_texts() if "医药费" in each][:4]
    assert len(states) == 4 and "名额已满" not in states[0] and any("名额已满" in each for each in states)


def test_a_word_that_no_saying_holds_is_understood_by_its_signs(visit: Visit) -> None:
    """胸腺癌 and 二胡考级 stand nowhere; a single sign and a stranger's name mean nothing."""
    page = visit().opens("search/")
    assert page.evaluate(MEANS, ["胸腺癌", "二胡考级班", "我"]) == ["胸腺癌", "二胡考级班"]
    _asks(page, "胸腺癌")
    expect(page.locator(f"{OFFERS} h3").filter(has_text="医药费").first).to_be_visible()


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        "老伴中风了没人照顾 河西",
        "示例安宁疗护陪伴",
        "大直沽想跳广场舞又怕岁数大跟不上",
        "八十多了想立个遗嘱",
    ],
)
def test_on_a_phone_the_first_answer_begins_in_the_upper_half_of_the_screen(
    visit: Visit, words: str, elder: bool
) -> None:
    page = visit(width=360).opens("search/")
    page.evaluate("(on) => document.documentElement.toggleAttribute('data-elder', on)", elder)
    _asks(page, words)
    first = page.locator(".search__found .card:visible").first
    expect(first).to_be_visible()
    box = first.bounding_box()
    assert box and box["y"] < HIGHEST


@pytest.mark.parametrize(
    ("words", "home", "work"),
    [
        ("家住南开区在河西区上班，孩子放学没人接", "南开区", "河西区"),
        ("单位在西青区，住河东区，老人没人照顾", "河东区", "西青区"),
    ],
)
def test_help_is_looked_for_where_somebody_lives_not_where_they_work(
    visit: Visit, words: str, home: str, work: str
) -> None:
    page = visit().opens("search/")
    _asks(page, words)
    expect(page.locator(f"{MEANT} [aria-pressed=true]", has_text=home)).to_be_visible()
    expect(page.locator(f"{MEANT} [aria-pressed=true]", has_text=work)).to_have_count(0)


@pytest.mark.parametrize("words", ["示例街道志愿队", "示例残疾人就业促进会在哪", "示例困境儿童关爱协会联系电话"])
def test_the_name_of_a_body_is_no_need(visit: Visit, words: str) -> None:
    page = visit().opens("search/")
    _asks(page, words)
    expect(page.locator(f"{MEANT} [aria-pressed=true]")).to_have_count(0)


def test_on_a_phone_what_was_meant_less_unfolds_and_can_be_taken_back(visit: Visit) -> None:
    page = visit(width=360).opens("search/")
    _asks(page, "那个新农合给报了一半剩下的药每个月还得一千多我这没有收入")
    chips = page.locator(f"{MEANT} [aria-pressed]:visible")
    expect(chips).to_have_count(1)
    page.get_by_role("button", name=re.compile("还有 . 样")).click()
    expect(page.locator(f"{MEANT} .meant__rest button").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"{MEANT} .meant__rest button").first).to_have_attribute("aria-pressed", "false")
    assert chips.count() > 1


def test_where_nobody_in_the_place_offers_it_the_page_says_so_and_shows_the_window(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "河西区的老人洗不了澡")
    expect(page.locator("[data-part=status]")).to_contain_text("河西区还没有登记“上门助浴”的帮扶")
    expect(page.locator("[data-part=windows] .card").first).to_contain_text("窗口")


def test_what_was_understood_leads_to_the_finder_with_the_answers_filled_in(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "河西区的老人洗不了澡")
    link = page.locator(MEANT).get_by_role("link")
    expect(link).to_have_attribute("href", re.compile(r"/find/#\?district=120103&need=care"))


def test_what_was_understood_can_be_taken_back(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "河西区的老人洗不了澡")
    page.locator(MEANT).get_by_role("button", name="河西区").click()
    expect(page.locator(MEANT).get_by_role("button", name="河西区")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(f"{OFFERS} h3").filter(has_text="助浴").first).to_be_visible()


def test_a_word_that_may_be_a_place_is_asked_about(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "从河北来的孩子交不起学费")
    expect(page.locator(MEANT).get_by_role("button", name="河北区")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(MEANT)).to_contain_text("您是不是在河北区")


def test_a_university_is_no_district(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "考上南开大学了交不起学费")
    expect(page.locator(OFFERS).first).to_be_visible()
    expect(page.locator(MEANT).get_by_role("button", name="南开区")).to_have_count(0)


def test_wrong_characters_and_pinyin_are_heard(visit: Visit) -> None:
    page = visit().opens("search/")
    for words in ("住院助学今怎么办", "wo xiang shenqing zhuxuejin"):
        _asks(page, words)
        expect(page.locator(f"{OFFERS} h3").filter(has_text="助学金").first).to_be_visible()


def test_what_finds_nothing_ends_at_a_window(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "量子纠缠")
    windows = page.locator("[data-part=windows]")
    expect(windows).to_contain_text("12345")
    windows.get_by_role("button", name="河西区").click()
    expect(windows.locator(".card").first).to_contain_text("窗口")


def test_what_is_past_is_marked(visit: Visit) -> None:
    page = visit().opens("search/#?q=助学&办理状态=本期已结束")
    expect(page.locator("[data-part=results] .badge--past").first).to_have_text("已经结束，先打电话问")


@pytest.mark.parametrize("words", ["残疾证怎么办", "办低保要什么材料", "dibao zenme shenqing"])
def test_how_to_get_a_paper_leads_to_the_page_that_says_it(visit: Visit, words: str) -> None:
    page = visit().opens("search/")
    _asks(page, words)
    expect(page.locator("[data-part=results] > li h3 a[href$='/papers/']").first).to_be_visible()


def test_nobody_asks_for_somebody_who_has_died(visit: Visit) -> None:
    page = visit().opens("search/")
    _asks(page, "我爱人刚走了，我天天睡不着")
    expect(page.locator(f"{OFFERS} h3").first).to_be_visible()
    expect(page.locator("[data-part=about]")).to_be_hidden()


@pytest.mark.parametrize(
    ("words", "place"),
    [("小白楼街道电话", "小白楼街道"), ("我住劝业场街道", "劝业场街道"), ("河西区窗口几点上班", "河西区")],
)
def test_a_question_about_a_place_alone_is_answered_by_its_page_and_window(
    visit: Visit, words: str, place: str
) -> None:
    page = visit().opens("search/")
    _asks(page, words)
    titles = page.locator("[data-part=results] > li h3")
    expect(titles.first).to_have_text(place)
    expect(titles.nth(1)).to_contain_text("社会救助服务")
    expect(page.locator(f"{MEANT} [aria-pressed=true]", has_text="家里难处")).to_have_count(0)


def test_the_name_of_a_place_is_no_need(visit: Visit, site: Site) -> None:
    """Said alone, as where one lives, and with what is asked of it; 大沽 sounds like 大鼓."""
    names = [str(each.values["name"]) for each in site.checked.catalogue.with_role("place").values()]
    asked = [words for name in names for words in (name, f"我住{name}", f"{name}电话")]
    assert visit().opens("search/").evaluate(MEANS, asked) == []

"""Larger text by steps, a larger pointer, and reading aloud with a voice of the device: nothing of it is ever sent."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

HELP = "help/"
VOICES = """
window.read = [];
class Said extends EventTarget { constructor(text) { super(); this.text = text; } }
const speech = {
  speaking: false, paused: false,
  getVoices: () => [
    { name: "far", lang: "zh-CN", localService: false },
    { name: "near", lang: "zh-CN", localService: LOCAL },
  ],
  speak(said) { this.speaking = true; read.push([said.voice.name, said.text]); this.now = said; },
  cancel() { this.speaking = this.paused = false; },
  pause() { this.paused = true; }, resume() { this.paused = false; },
  addEventListener() {},
};
Object.defineProperty(window, "speechSynthesis", { value: speech });
window.SpeechSynthesisUtterance = Said;
window.endOne = () => { speech.speaking = false; speech.now.dispatchEvent(new Event("end")); };
"""


def _elder(page: Page) -> None:
    page.get_by_role("button", name="长者模式").click()


def _letter(page: Page) -> float:
    return float(page.evaluate("document.querySelector('#content h1').getBoundingClientRect().height"))


@pytest.mark.parametrize("address", [HELP, "find/", "projects/p2026-001/", "duties/"])
def test_larger_text_is_kept_from_page_to_page_and_fits_a_narrow_screen(visit: Visit, address: str) -> None:
    reader = visit(360)
    page = reader.opens(HELP)
    page.get_by_role("button", name="字号、朗读、大指针").click()
    before = _letter(page)
    for _ in range(3):
        page.get_by_role("button", name="字大一点").click()
    assert _letter(page) > 1.2 * before > 0
    expect(page.get_by_role("button", name="字大一点")).to_be_disabled()
    other = reader.opens(address)
    assert other.evaluate("document.documentElement.dataset.size") == "3"
    assert other.evaluate("document.documentElement.scrollWidth") <= 360
    for _ in range(3):
        other.get_by_role("button", name="字小一点").click()
    assert other.evaluate("localStorage.getItem('mingshan-size')") is None


def test_elder_mode_brings_the_aids_and_a_larger_pointer(visit: Visit) -> None:
    page = visit().opens(HELP)
    expect(page.locator("[data-aids]")).to_be_hidden()
    _elder(page)
    page.get_by_role("button", name="大指针", exact=True).click()
    assert "pointer.svg" in page.evaluate("getComputedStyle(document.querySelector('#content h1')).cursor")


def test_the_page_is_read_in_order_with_the_devices_own_voice_and_paused(visit: Visit) -> None:
    reader = visit()
    reader.context.add_init_script(VOICES.replace("LOCAL", "true"))
    page = reader.opens(HELP)
    _elder(page)
    asked = len(reader.requests)
    page.get_by_role("button", name="朗读", exact=True).click()
    page.evaluate("endOne()")
    read = page.evaluate("read")
    assert [voice for voice, _ in read] == ["near", "near"]
    assert read[0][1] == page.locator("#content h1").inner_text().strip().removesuffix("¶").strip()
    page.get_by_role("button", name="暂停").click()
    page.get_by_role("button", name="接着读").click()
    page.get_by_role("button", name="停止").click()
    expect(page.get_by_role("button", name="朗读", exact=True)).to_be_visible()
    assert len(reader.requests) == asked


def test_without_a_voice_on_the_device_there_is_no_button(visit: Visit) -> None:
    reader = visit()
    reader.context.add_init_script(VOICES.replace("LOCAL", "false"))
    page = reader.opens(HELP)
    _elder(page)
    expect(page.locator('[data-aid="read"]')).to_be_hidden()

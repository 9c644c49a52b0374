"""Somebody at the browser forms: finds a field by its label, fills it in, saves, and what was saved."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

SAVED = """async () => {
  const found = {};
  async function read(entry, path) {
    try {
      found[path] = await (await entry.getFile()).text();
    } catch (error) {
      if (error.name !== "NotFoundError") throw error; // just being replaced
    }
  }
  async function walk(folder, path) {
    for await (const [name, entry] of folder.entries())
      if (entry.kind === "directory") await walk(entry, `${path}${name}/`);
      else await read(entry, path + name);
  }
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""
MIDDLE = (600, 500)
"""A point of the window that lies in the form."""
SETTLED = 500
"""Milliseconds after which a field that was just drawn no longer empties itself under a choice made too early."""
TRIAL_FOLDER = "sveltia-cms-test/"


class Form:
    """The form of one kind of data, open in the trial that keeps everything in the browser."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        page.goto(f"{home}admin/")
        page.get_by_role("link", name="打开试填页面").click()
        page.get_by_role("button", name="使用测试仓库").click()

    def begin(self, dataset: str) -> None:
        """Open an empty form."""
        self.page.get_by_role("button", name="创建条目或资源").wait_for()
        self.page.goto(f"{self.page.url.partition('#')[0]}#/collections/{dataset}/new")
        self.page.get_by_role("button", name="保存", exact=True).wait_for()

    def field(self, label: str) -> Locator:
        """A field by its label; fields further down are drawn only when somebody scrolls to them."""
        found = self.page.get_by_role("group", name=f"「⁨{label}⁩」字段", exact=True).last
        for _ in range(100):
            if found.count():
                break
            self.page.mouse.move(*MIDDLE)
            self.page.mouse.wheel(0, 300)
            self.page.wait_for_timeout(50)
        found.scroll_into_view_if_needed()
        return found

    def write(self, **texts: str) -> None:
        """Type into text, date and number fields."""
        for label, text in texts.items():
            self.field(label).locator("input, textarea, [contenteditable]").first.fill(text)

    def choose(self, **choices: str | tuple[str, ...]) -> None:
        """Pick from a list that opens, or from a few choices side by side."""
        for label, wanted in choices.items():
            for each in (wanted,) if isinstance(wanted, str) else wanted:
                field = self.field(label)
                if field.get_by_role("radio").count():
                    self.page.wait_for_timeout(SETTLED)
                    field.get_by_role("radio", name=each, exact=True).click()
                else:
                    field.get_by_role("combobox").first.click()
                    self.page.get_by_role("option", name=each, exact=True).click()

    def add(self, label: str) -> None:
        """Add one entry to a list inside the record."""
        self.field(label).get_by_role("button", name=f"添加 ⁨{label}⁩").click()

    def save(self) -> None:
        """Press the button."""
        self.page.get_by_role("button", name="保存", exact=True).click()

    def text(self, file: str) -> str:
        """What was saved in a file, as soon as it is there."""
        for _ in range(600):
            if file in (files := self.saved()):
                return files[file]
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{file} was not saved, only {sorted(files)}")

    def saved(self) -> Mapping[str, str]:
        """The files of the trial's repository, by path."""
        files: dict[str, str] = self.page.evaluate(SAVED)
        return {path.removeprefix(TRIAL_FOLDER): text for path, text in files.items()}

"""The visible table of the pictures that the guides show, and how each is taken."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import load_workbook

from tests.browser.form_filling import Form
from tests.browser.studio import Studio, Take, taken
from tests.cli.instances import make_instance as make_statistics
from tests.cli.instances import mingshan_anew as mingshan
from tests.pulls.changes import PROJECT, SUPPLY, good, misspelt_choice
from tests.repositories import commit, edit, make_instance

DAY = "2026-11-25"
FORM_WIDTH = 900
"""Narrower, the forms show what they show on a phone."""
PHONE = 360, 740
"""Width and height of a small phone's window."""


def _form(height: int, act: Callable[[Form], None]) -> Take:
    def take(studio: Studio) -> bytes:
        form = Form(studio.page(height, FORM_WIDTH), studio.site.home)
        form.begin("projects")
        act(form)
        form.page.wait_for_timeout(300)
        return taken(form.page)

    return take


def _fill(form: Form) -> None:
    form.write(项目编号="p2027-001", 项目名称="示例助餐项目")
    form.choose(实施组织="示例邻里互助服务社")
    form.field("项目编号").scroll_into_view_if_needed()


def _refuse(form: Form) -> None:
    form.write(项目编号="大写 ID")
    form.save()
    form.field("项目编号").get_by_text("写法不对").wait_for()


def _page(address: str, height: int = 640) -> Take:
    return lambda studio: studio.of_address(address, height)


def _template(kind: str, columns: int) -> Take:
    def take(studio: Studio) -> bytes:
        file = studio.folder / f"{kind}.xlsx"
        mingshan("template", kind, "-o", file, "--root", _starter(studio), "--as-of", DAY)
        return studio.of_workbook(file, columns)

    return take


def _starter(studio: Studio) -> Path:
    root = studio.folder / "chengshi"
    return root if root.exists() else make_instance(root)


def _import(kind: str, slip: Mapping[str, object], mended: Mapping[str, object], shown: str) -> Take:
    """Somebody changes what was exported and makes a slip, is told where, mends it, and sees what would change."""

    def take(studio: Studio) -> bytes:
        words = shown.split()[3:]
        file = studio.folder / words[0]
        mingshan("export", kind, "-o", file, "--root", _starter(studio), "--as-of", DAY)
        said = []
        for cells in (slip, mended):
            _write(file, cells)
            done = mingshan("import", kind, file, *words[1:], "--root", _starter(studio), "--as-of", DAY)
            said.append((shown, done.stdout + done.stderr))
        return studio.of_terminal(said, 360)

    return take


def _write(file: Path, cells: Mapping[str, object]) -> None:
    book = load_workbook(file)
    sheet = book.worksheets[0]
    columns = {str(cell.value).rstrip("*"): cell.column for cell in sheet[1]}
    for title, value in cells.items():
        sheet.cell(2, columns[title], value)
    book.save(file)


def _report(studio: Studio) -> bytes:
    root = make_instance(studio.folder / "report")
    misspelt_choice(root)
    commit(root, "a slip")
    mingshan("vet", "main~1", "-o", studio.folder / "review", "--root", root, "--as-of", DAY)
    page = studio.page(640)
    page.goto((studio.folder / "review" / "report.html").as_uri())
    return taken(page)


def _comment(studio: Studio) -> bytes:
    """One change says more of a project, under another number, and gets a telephone number wrong."""
    root = make_instance(studio.folder / "comment")
    good(root)
    edit(root, PROJECT, "phone: 022-示例号码0001", "phone: 022-示例号码0002")
    edit(root, SUPPLY, "022-示例号码0001", "13800138")
    commit(root, "a budget, a report, and a slip")
    mingshan("vet", "main~1", "-o", studio.folder / "commented", "--root", root, "--as-of", DAY)
    return studio.of_markdown((studio.folder / "commented" / "summary.md").read_text("utf-8"), 500)


def _home_on_a_phone(studio: Studio) -> bytes:
    width, height = PHONE
    page = studio.page(height, width)
    page.goto(studio.site.home, wait_until="networkidle")
    return taken(page)


def _protect(studio: Studio) -> bytes:
    root, raw, out = make_statistics(studio.folder / "tables"), studio.folder / "yuanshi.csv", studio.folder / "out.csv"
    raw.write_text(
        "period,division,waiting,helped,helped_households\n2026-01,120101,within-7,40,40\n"
        "2026-02,120101,within-15,2,2\n2026-02,120102,within-7,30,30\n2026-03,120103,over-30,61,61\n",
        "utf-8",
    )
    key = Path(__file__).parents[2] / "bench" / "demonstration_key.txt"
    done = mingshan("protect", raw, "--table", "aid_waiting", "--key", key, "-o", out, "--root", root)
    shutil.rmtree(root)
    answer = done.stdout + done.stderr
    return studio.of_terminal(
        [("mingshan protect ../yuanshi.csv --table aid_waiting --key ../mingshan.key -o 2026H2.csv", answer)], 320
    )


def _rollback(studio: Studio) -> bytes:
    root, www = _starter(studio), studio.folder / "www"
    for day, word in ((DAY, "一"), ("2026-11-26", "二"), ("2026-11-27", "三")):
        (root / "content" / "help.md").write_text(f"# 如何求助\n\n第{word}版。\n", "utf-8")
        mingshan("publish", www, "--root", root, "--as-of", day)
    done = mingshan("rollback", www)
    listed = "\n".join(sorted(each.name for each in (www / "releases").iterdir() if not each.name.startswith(".")))
    return studio.of_terminal(
        [("ls /srv/mingshan/releases", listed), ("mingshan rollback /srv/mingshan", done.stdout + done.stderr)], 240
    )


def _built_starter(studio: Studio) -> bytes:
    root = studio.folder / "new-city"
    make_instance(root)
    mingshan("build", "--root", root, "--as-of", DAY)
    page = studio.page(640)
    page.goto((root / "site" / "index.html").as_uri())
    return taken(page)


def _printed(studio: Studio) -> bytes:
    page = studio.page(640)
    page.goto(f"{studio.site.home}supply/category/living/", wait_until="networkidle")
    page.emulate_media(media="print")
    page.evaluate("document.body.style.padding = '24px 32px'")  # a printer keeps a margin
    return taken(page)


PICTURES: Mapping[str, Take] = {
    "home-phone": _home_on_a_phone,
    "comment": _comment,
    "form-start": _page("admin/"),
    "form-filled": _form(640, _fill),
    "form-refused": _form(420, _refuse),
    "sheet-projects": _template("projects", 4),
    "import-projects": _import("projects", {"预算": "12万元"}, {"预算": 120000}, "mingshan import projects 项目.xlsx"),
    "report": _report,
    "problem": _page("problems/telephone/", 720),
    "sheet-supply": _template("supply", 4),
    "import-supply": _import(
        "supply",
        {"咨询电话": "13800138"},
        {"咨询电话": "022-示例号码0009"},
        "mingshan import supply 示例街道.xlsx --period 2026H2 --division 990101",
    ),
    "catalogues": _page("catalogues/"),
    "collection": _page("collections/2025-anliji/"),
    "protect": _protect,
    "duties": _page("duties/"),
    "finder": _page("find/"),
    "printed": _printed,
    "starter": _built_starter,
    "rollback": _rollback,
}
"""Each is named in a guide; `make pictures` takes them all."""

"""The demonstration months later, built once for all who read it: a case was selected and bound, a consent ended."""

from __future__ import annotations

from atexit import register
from datetime import date
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from PIL import Image

from generator.build.pipeline import build_site
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.verbs.new import Begun, begin_record, find_kind
from generator.verbs.review_import import import_scores
from tests.demonstration import checked, copy_demonstration, opened
from tests.workbooks import write_scores

AFTER_CLOSING = date(2027, 2, 1)
WORDS = "街坊把这件事一点一点做起来，先问清楚还差什么，再一起想办法，做完了把花了多少都贴在门口给大家看。" * 4
FILLED = {
    "title": "示例新案例",
    "summary": "给新来的人看的示例。",
    "organization": "shili-linli-huzhu",
    "category": "living",
    "groups": "lonely-elder",
    "divisions": "120113",
    "period_from": "2026-03-01",
    "consent_basis": "not-needed",
    "authors": "示例项目部",
}
NEW = "content/cases/2026/2026-xin-anli/index.md"


def begin_case(root: Path) -> Path:
    """What `mingshan new case` makes, with what the officer fills in first."""
    catalogue = checked(root).catalogue
    kind = find_kind(catalogue, "case")
    assert isinstance(kind, Dataset)
    made = begin_record(opened(root), catalogue, kind, "2026-xin-anli", FILLED)
    assert isinstance(made, Begun) and made.file == NEW
    return root / NEW


def fill(page: Path) -> None:
    """A text under each heading."""
    page.write_text(page.read_text("utf-8").replace(" -->\n", f" -->\n\n{WORDS}\n"), "utf-8")


PHOTOGRAPH = "content/cases/2026/2026-aixin-canzhuo/canzhuo.jpg"


@cache
def later_site() -> tuple[Path, tuple[Problem, ...]]:
    """The built site, and what was found while it was built.

    A new case was selected and bound; a photograph says where it was taken.
    """
    folder = Path(mkdtemp(prefix="later-"))
    register(rmtree, folder)
    root = copy_demonstration(folder / "site")
    fill(begin_case(root))
    scores = write_scores(
        folder / "scores.xlsx", {"2026-xin-anli": 95, "2026-aixin-canzhuo": 90, "2026-jinan-huzhu": 80}
    )
    import_scores(opened(root, AFTER_CLOSING), checked(root).catalogue, "2026-anli", scores)
    book = root / "data/collections/2025-anliji.yaml"
    book.write_text(book.read_text("utf-8").replace("cases: [", "cases: [2026-xin-anli, "), "utf-8")
    exif = Image.Exif()
    exif[0x010F] = "camera"
    exif.get_ifd(0x8825)[2] = (39.0, 7.0, 1.0)
    Image.open(root / PHOTOGRAPH).save(root / PHOTOGRAPH, exif=exif)
    found = build_site(opened(root, AFTER_CLOSING, "https://example.org/mingshan/"), lambda _: None)
    return root / "site", found

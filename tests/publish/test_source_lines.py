"""What is told of a drawn page names the line of its source; lines were counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.problem import Location, Problem
from generator.model.rule import Rule
from generator.publish.content_problems import BLOCK_UNKNOWN, CONTENT_IMAGE, CONTENT_MARKUP, LINK_BROKEN
from generator.publish.source_lines import add_lines

PAGE = """# 示例

```html
<script>shown, not run</script>
```

写 `<script>` 没有关系。
<SCRIPT>alert(1)</SCRIPT>

<!-- mingshan: figures -->
<!-- mingshan: figuers -->
![图](a.png)
![图](https://example.org/a.png)
"""


@pytest.mark.parametrize(
    ("rule", "message", "line"),
    [
        (CONTENT_MARKUP, "正文里的 <script> 不会发布。", 8),
        (CONTENT_MARKUP, "正文里的 <iframe> 不会发布。", None),
        (BLOCK_UNKNOWN, "没有名为“figuers”的内容块。", 11),
        (CONTENT_IMAGE, "正文引用了其他网站的图片。", 13),
    ],
)
def test_a_problem_names_the_line_that_its_author_wrote(
    rule: Rule, message: str, line: int | None, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(PAGE, "utf-8")
    (found,) = add_lines([Problem(rule, Location("a.md"), message, "")], tmp_path)
    assert found.location.line == line


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("content/index.md", "index.html"),
        ("content/guide.md", "guide/index.html"),
        ("content/guide/index.md", "guide/index.html"),
    ],
)
def test_a_broken_link_names_the_line_of_the_prose(source: str, page: str, tmp_path: Path) -> None:
    (tmp_path / source).parent.mkdir(parents=True)
    (tmp_path / source).write_text("# 示例\n\nn9\n[没有这一条](../notes/n9/)\n", "utf-8")
    told = Problem(LINK_BROKEN, Location(page), f"链接指向的“notes/n9”不存在，出现在 {page}。", "")
    (found,) = add_lines([told], tmp_path)
    assert (found.location.file, found.location.line) == (source, 4)

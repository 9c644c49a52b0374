"""The page 开放数据 lists every file as it lies on the site, with the size and hash that other tools find."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.instances import build, make_site
from tests.pages import article

ROW = re.compile(r'href="\.\./([^"]+)" download.*?<td data-label="大小">([^<]+)</td>.*?digest">([0-9a-f]{64})<', re.S)


def test_every_file_is_there_with_the_hash_that_sha256sum_finds(begun: Path) -> None:
    rows = ROW.findall(article(begun, "opendata/"))
    assert {"downloads/projects.csv", "downloads/datapackage.json", "hsds/3.0/tables/services.csv"} <= {
        address for address, _, _ in rows
    }
    lines = "".join(f"{digest}  {address}\n" for address, _, digest in rows)
    done = subprocess.run(["sha256sum", "-c", "--quiet"], input=lines, text=True, cwd=begun, capture_output=True)
    assert (done.returncode, done.stdout) == (0, "")
    sizes = {address: size for address, size, _ in rows}
    assert sizes["downloads/projects.csv"] == _size(begun / "downloads/projects.csv")


def _size(file: Path) -> str:
    count = file.stat().st_size
    return f"{count} 字节" if count < 1024 else f"{count / 1024:.1f} KB"


def test_a_site_without_address_or_namespace_says_what_it_lacks_and_how_to_get_it(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    assert not any(each.severity == "error" for each in build(root))
    text = article(root / "site", "opendata/")
    assert "还没有写明自己的网址" in text and re.search(r"namespace: .{1,6}[0-9a-f]{8}-", text)
    assert not (root / "site/hsds").exists()

from pathlib import Path

from generator.publish.broken_links import find_broken_links
from tests.publish.conftest import write


def broken(site: Path, base: str = "/", **pages: str) -> list[str]:
    names = {name.replace("_", "/") + "/index.html" if name != "home" else "index.html": name for name in pages}
    write(site, {file: pages[name] for file, name in names.items()})
    return [problem.message.split("”")[0].split("“")[1] for problem in find_broken_links(site, base)]


def test_links_that_resolve_are_no_problem(tmp_path: Path) -> None:
    home = (
        '<a href="a/b/">x</a><a href="a/b">x</a><a href="./">x</a><a href="?q=1#top">x</a><img src="a/b/%E5%9B%BE.png">'
    )
    inner = '<h2 id="节&amp;">x</h2><a href="../../">x</a><a href="#节&amp;">x</a><a href="../../a/b/?x=1&amp;y">x</a>'
    write(tmp_path, {"a/b/图.png": ""})
    assert broken(tmp_path, home=home, a_b=inner) == []


def test_links_to_other_hosts_and_data_are_not_followed(tmp_path: Path) -> None:
    links = ("https://example.org/x", "//example.org", "mailto:a@example.org", "tel:12345", "data:image/png,x")
    assert broken(tmp_path, home="".join(f'<a href="{link}">x</a>' for link in links)) == []


def test_a_missing_page_file_and_anchor_are_named(tmp_path: Path) -> None:
    home = '<a class="x" href="gone/">x</a><script src="gone.js"></script><a href="a/#no">x</a><a href="#none">x</a>'
    assert broken(tmp_path, home=home, a="<p id='yes'>") == ["a/index.html#no", "gone", "gone.js", "index.html#none"]


def test_a_link_that_leaves_the_site_is_broken(tmp_path: Path) -> None:
    assert broken(tmp_path, home='<a href="../etc/">x</a>') == ["../etc/"]


def test_links_from_the_hosts_root_must_be_below_the_sites_path(tmp_path: Path) -> None:
    assert broken(tmp_path, "/sub/", home='<a href="/sub/">x</a><a href="/a/">x</a>', a="") == ["/a/"]


def test_one_missing_target_is_one_problem_however_many_pages_link_to_it(tmp_path: Path) -> None:
    assert broken(tmp_path, a='<a href="../x/">x</a>', b='<a href="../x/">x</a>') == ["x"]


def test_comments_and_scripts_hold_no_links(tmp_path: Path) -> None:
    assert broken(tmp_path, home="<!-- <a href='x/'> --><script>'<a href=\"y/\">'</script>") == []

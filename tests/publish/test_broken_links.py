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


def test_an_unchanged_page_is_not_read_again_but_its_links_are_followed(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "links.json"
    write(site, {"a/index.html": '<a href="../b/#x">b</a>', "b/index.html": "<p id=x>"})
    digests = {"a/index.html": "1", "b/index.html": "1"}
    assert find_broken_links(site, "/", digests, kept) == ()
    write(site, {"b/index.html": "<p id=y>", "a/index.html": "<a href='none/'>never read</a>"})
    told = find_broken_links(site, "/", {**digests, "b/index.html": "2"}, kept)
    assert [problem.message.split("”")[0].split("“")[1] for problem in told] == ["b/index.html#x"]
    told = find_broken_links(site, "/sub/", digests, kept)
    assert "a/none" in told[0].message, "below another path all are read again"


def test_a_damaged_list_of_links_is_not_believed(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "links.json"
    write(site, {"index.html": '<a href="b/">b</a>'})
    kept.write_text('{"version": 1, "base": "/", "targets": [], "pages": {"index.html": ["1", [7], []]}}')
    assert len(find_broken_links(site, "/", {"index.html": "1"}, kept)) == 1

"""Web addresses in texts, and machines that may be asked."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from generator.model.outgoing_links import find_web_addresses, gather_addresses, is_public


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见 https://a.cn/x。", ["https://a.cn/x"]),
        ("（https://a.cn/x）和<http://b.cn/>", ["https://a.cn/x", "http://b.cn/"]),
        ("[链接](https://a.cn/x_(y)) 后面", ["https://a.cn/x_(y)"]),
        ("**https://a.cn/x**, ftp://a.cn/ http://u:p@a.cn/ https://", ["https://a.cn/x"]),
    ],
)
def test_an_address_ends_where_a_reader_would_end_it(text: str, found: list[str]) -> None:
    assert list(find_web_addresses(text)) == found


def test_an_address_comes_once_with_all_its_files_and_nobody_asks_at_examples() -> None:
    texts = [("b", "https://a.cn/x#1"), ("a", "https://a.cn/x"), ("c", "https://www.example.org/ http://a.test/")]
    assert gather_addresses(texts) == {"https://a.cn/x": ("a", "b")}


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_private_networks_are_not_public(number: str, public: bool) -> None:
    assert is_public(ip_address(number)) is public

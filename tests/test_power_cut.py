"""The power is cut while a site is published: what the disk holds then is the old site or the new one, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.disks import mount, unmount
from tests.instances import files_of, make_site
from tests.repositories import edit

DAY = "2026-11-25"
MEGABYTES = 96
RUN = """
import os, sys
where, cut, *words = sys.argv[1:]
taken = 0

def take(event, given):
    # As the power would be cut before the next step: what the kernel still has in memory is lost.
    global taken
    if event in ("os.rename", "os.remove", "os.symlink") and any(str(each).startswith(where) for each in given):
        taken += 1
        os.system(cut.format(f"{taken:03}"))

sys.argv[1:] = words
from generator.cli import main
sys.addaudithook(take)
main()
"""
STEPS = """
import sys
where, log, *words = sys.argv[1:]

def note(event, given):
    if event == "ctypes.dlsym" and given[1] == "syncfs":
        print("all lies on the disk", file=steps, flush=True)
    elif event == "os.rename" and str(given[1]).startswith(where):
        print(str(given[1]).removeprefix(where), file=steps, flush=True)

sys.argv[1:] = words
from generator.cli import main
steps = open(log, "a")
sys.addaudithook(note)
main()
"""


def can_cut(place: Path) -> bool:
    """Root alone may mount, and containers often have no devices."""
    if not shutil.which("mkfs.ext4"):
        return False
    image, at = make_disk(place / "trial", 8), place / "at"
    at.mkdir()
    return mount("-o", "loop", str(image), str(at)) and unmount(at)


def make_disk(image: Path, megabytes: int) -> Path:
    with image.open("wb") as file:
        file.truncate(megabytes * 1024 * 1024)
    owner = f"root_owner={os.geteuid()}:{os.getegid()}"
    subprocess.run(["mkfs.ext4", "-q", "-F", "-E", owner, str(image)], check=True)
    return image


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    at.mkdir(exist_ok=True)
    assert mount("-o", "loop", str(image), str(at))
    try:
        yield at
    finally:
        assert unmount(at)


def test_whenever_the_power_is_cut_the_disk_holds_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    """Where no disk image can be mounted, its reason is held instead: the site is on the disk before its name is."""
    cut_the_power(tmp_path) if can_cut(tmp_path) else follow_the_steps(tmp_path)


def cut_the_power(place: Path) -> None:
    root, image = make_site(place / "instance", "minimal"), make_disk(place / "disk", MEGABYTES)
    with mounted(image, place / "mount") as disk:
        publish(root, disk)
        old = shown(disk)
        os.sync()
        edit(root, "mkdocs.yml", "site_name: ", "site_name: 第二版")
        publish(root, disk, RUN, f"cp --sparse=always {image} {image}.{{}}")
        shutil.copyfile(image, f"{image}.end")  # at once after the command, as the kernel has been told nothing more
        new = shown(disk)
    assert old and new and old != new
    cuts = sorted(place.glob("disk.*"))
    assert len(cuts) > 5
    seen = []
    for cut in cuts:
        with mounted(cut, place / "after") as disk:
            seen.append("old" if shown(disk) == old else "new" if shown(disk) == new else "broken")
    assert seen == sorted(seen, reverse=True)
    assert (seen[0], seen[-1], set(seen)) == ("old", "new", {"old", "new"})


def follow_the_steps(place: Path) -> None:
    """That a program which ends anywhere leaves one of both is held by tests/kills."""
    root, disk = make_site(place / "instance", "minimal"), place / "plain"
    publish(root, disk, STEPS, str(place / "steps"))
    steps = (place / "steps").read_text("utf-8").splitlines()
    named = [at for at, step in enumerate(steps) if step in (f"/www/releases/0001-{DAY}", "/www/current")]
    assert len(named) == 2, steps
    assert "all lies on the disk" in steps[: named[0]], steps


def publish(root: Path, disk: Path, code: str = "", *given: str) -> None:
    words = ["publish", str(disk / "www"), "--root", str(root), "--as-of", DAY]
    run = [code, str(disk), *given] if code else ["from generator.cli import main; main()"]
    done = subprocess.run([sys.executable, "-c", *run, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def shown(disk: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with suppress(OSError):
        found = files_of(disk / "www/current/")
    return found

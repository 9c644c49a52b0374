"""The guide for those who keep a site: its commands, all of them, in their order, in one shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.demonstration import HOUSE
from tests.repositories import commit, git, make_instance

GUIDE = HOUSE / "content" / "guides" / "upkeep.md"
PROJECT = "data/projects/p2026-001.yaml"
PROGRAM = ("Makefile", "requirements.lock", "pyproject.toml")
INTERRUPTED = (
    # What installing fetches is there already, and nothing is newer than it.
    ("make -C", "ln -s {house}/.venv {srv}/chengxu/.venv; touch -d 2000-01-01 {srv}/chengxu/*.*"),
    ("mingshan derive", "sed -i s/jishu/xinxi/ data/reviewers/reviewers.csv"),
    ("git fetch", "sed -i 's/^phone: .*/phone: 022-示例号码0101/' {project}; git commit -qam ours; sh {place}/theirs"),
    ("mingshan check", "if mingshan check; then exit 9; fi; sed -i '/^<<<<<<</,/^=======/d; /^>>>>>>>/d' {project}"),
    ("mingshan rollback", "mingshan publish {srv}/mingshan"),
    ("git revert", "sed -i 's/^phone: .*/phone: 022-示例号码0109/' {project}; git commit -qam wrong"),
)
"""What happens before a command, in their order: somebody edits, publishes, is in the way."""


def test_every_command_of_the_guide_does_what_the_guide_says(tmp_path: Path) -> None:
    """A machine that has git, make and a forge's address; meanwhile somebody else changes the same line."""
    begin_forge(tmp_path)
    shown = tmp_path / "srv" / "mingshan" / "current" / "projects" / "p2026-001" / "index.html"
    answer = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script(tmp_path)],
        env={**os.environ, "HOME": str(tmp_path), **who(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout[-2000:] + answer.stderr[-2000:]
    assert "CONFLICT" in answer.stdout
    assert "022-示例号码0102" in shown.read_text("utf-8"), "theirs was right, and what came later was taken back"
    assert git(tmp_path / "forge/minzheng/xinde.git", "rev-parse", "main") == git(
        tmp_path / "srv/shiyan", "rev-parse", "main"
    )


def begin_forge(place: Path) -> None:
    """The program and an instance on a forge, and somebody else's copy of the instance."""
    forge, program = place / "forge" / "minzheng", place / "program"
    program.mkdir()
    for name in PROGRAM:
        shutil.copy(HOUSE / name, program)
    git(program, "init", "-q", "-b", "main")
    commit(program, "begin")
    instance = make_instance(place / "instance")
    for bare, source in (("mingshan", program), ("chengshi", instance)):
        git(place, "clone", "-q", "--bare", str(source), str(forge / f"{bare}.git"))
    git(place, "init", "-q", "--bare", "-b", "main", str(forge / "xinde.git"))
    git(instance, "remote", "add", "origin", str(forge / "chengshi.git"))
    change = f"sed -i 's/^phone: .*/phone: 022-示例号码0102/' {PROJECT}"
    (place / "theirs").write_text(f"cd {instance}; {change}; git commit -qam theirs; git push -q origin main", "utf-8")


def script(place: Path) -> str:
    """The commands as they stand, with this machine's folders, and what comes between them."""
    names = {"house": str(HOUSE), "srv": str(place / "srv"), "project": PROJECT, "place": str(place)}
    lines, coming = [], list(INTERRUPTED)
    for line in "".join(re.findall(r"```console\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)).splitlines():
        if coming and line.startswith(coming[0][0]) and "--root" not in line:
            lines.append(coming.pop(0)[1].format(**names))
        ours = line.replace("https://git.example.gov.cn", f"{place}/forge").replace("/srv/", f"{place}/srv/")
        lines.append(f"{ours} || true" if line.startswith("git merge") else ours)
    assert not coming
    return "\n".join(lines)


def who(place: Path) -> dict[str, str]:
    """What git wants to know, and nothing of the machine's own settings."""
    names = {
        f"GIT_{role}_{part}": "example@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    return {**names, "GIT_CONFIG_GLOBAL": str(place / "none"), "GIT_CONFIG_NOSYSTEM": "1"}

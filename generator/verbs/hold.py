"""A commit that is held to a project that shows it today, without what has expired or was withdrawn meanwhile."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from generator.base.git import ask_git
from generator.base.house import house_folder
from generator.build.pipeline import Say, open_project, read_catalogue
from generator.link.expired_consents import hide_expired
from generator.model.consent import consented
from generator.model.problem import Problem, has_errors
from generator.model.project import Project
from generator.publish.hold import HOLD_FILE, Hold, read_hold
from generator.publish.release_problems import hold_of_unknown_commit


def find_hold(project: Project, folder: Path) -> Hold | Problem | None:
    """The decision that counts now: the published folder's before the instance's; None where what is new is shown."""
    for place in (folder, project.root):
        hold = read_hold(place)
        if isinstance(hold, Problem) or (hold is not None and not hold.is_over(project.root, project.as_of)):
            return hold
    return None


def open_held(project: Project, hold: Hold, say: Say) -> Project | tuple[Problem, ...]:
    """The instance as the commit has it, drawn beside its own site.

    Who agrees to be shown is asked of the newest data: nobody comes back by a decision about something else.
    """
    say(f"按退回的决定，仍显示 {hold.commit[:10]} 的内容")
    agreed = consented(hide_expired(read_catalogue(project, say).catalogue, project.as_of))
    root = _checked_out(project, hold.commit)
    if root is None:
        return (hold_of_unknown_commit(HOLD_FILE),)
    held, problems = open_project(root, project.as_of, None, project.base)
    settings = replace(held.settings, held=_words(root, hold))
    return problems if has_errors(problems) else replace(held, settings=settings, agreed=agreed)


def _checked_out(project: Project, commit: str) -> Path | None:
    """A clone of its own below the cache: the instance's work tree and its list of work trees stay as they are."""
    prefix = ask_git(project.root, "rev-parse", "--show-prefix").rstrip("\n")
    top = ask_git(project.root, "rev-parse", "--show-toplevel").rstrip("\n")
    full = ask_git(project.root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}").strip()
    if not (top and full):
        return None
    clone = project.cache / "held"
    if ask_git(clone, "rev-parse", "HEAD").strip() != full:
        shutil.rmtree(clone, ignore_errors=True)
        ask_git(project.root, "clone", "--quiet", "--shared", "--no-checkout", "--", top, str(clone))
        ask_git(clone, "checkout", "--quiet", "--detach", full)
    root = clone / prefix
    if project.root == house_folder():  # the engine's own templates are today's, as the engine is
        shutil.rmtree(root / "theme", ignore_errors=True)
    return root if (root / "mkdocs.yml").is_file() else None


def _words(root: Path, hold: Hold) -> str:
    day = ask_git(root, "show", "-s", "--format=%cs", "HEAD").strip()
    last = f"，最迟到 {hold.until}" if hold.until else ""
    return f"本站暂时显示 {day} 的内容：之后的修改有错，正在改正{last}。已到期和已撤回的内容不显示。"

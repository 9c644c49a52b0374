"""A record that must not be kept: out of every commit, kept release and archive, leaving only its tombstone."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.base.git import ask_git
from generator.base.git_remains import find_remains
from generator.base.git_rewriting import Unwanted, holds_commit, rewrite_history
from generator.build.pipeline import Problems, Say, read_catalogue
from generator.model.cells import text_in
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.purge_problems import (
    purge_incomplete,
    purge_of_nothing,
    purge_of_published,
    purge_outside_git,
    purge_over_changes,
    purge_unapproved,
    rewriting_failed,
)
from generator.publish.releases import current_release, delete_release, list_archived, read_commit
from generator.publish.site_folder import SITE_FOLDER_MARK
from generator.read.packed_words import unpack_words

_TOMBSTONE = "tombstone"


def purge(project: Project, approval: str, unwanted: Unwanted, folder: Path | None, say: Say) -> Problems:
    """Rewrite the history of a clone and delete every kept release made from what was there before.

    Nothing is promised to anybody that holds against it: the newest three releases go too, if they hold it.
    """
    refused = _refuse(project, approval, unwanted, say)
    if refused:
        return (refused,)
    say("改写历史：每一次提交、每一个分支和标签")
    if not rewrite_history(project.root, unwanted):
        return (rewriting_failed(),)
    _clear_made(project)
    remains = find_remains(project.root, unwanted, unpack_words)
    if remains:
        return (purge_incomplete(remains),)
    say("历史里已经没有了；生成时用的缓存、生成过的网站也已清空")
    if folder is not None:
        _purge_releases(project.root, folder.resolve(), say)
    _tell_mirrors(project.root, say)
    return ()


def _clear_made(project: Project) -> None:
    """What is made anew by the next build: the store and a site that was built to be looked at."""
    shutil.rmtree(project.cache, ignore_errors=True)
    if (project.site / SITE_FOLDER_MARK).is_file():
        shutil.rmtree(project.site)


def _refuse(project: Project, approval: str, unwanted: Unwanted, say: Say) -> Problem | None:
    """Why nothing may be rewritten yet; None when it may."""
    if not (unwanted.paths or unwanted.words):
        return purge_of_nothing()
    if not ask_git(project.root, "rev-parse", "HEAD").strip():
        return purge_outside_git()
    if ask_git(project.root, "status", "--porcelain", "--untracked-files=no").strip():
        return purge_over_changes()
    listed = ask_git(project.root, "ls-files", "-z").split("\0")
    if still := [path for path in listed if unwanted.names(path)]:
        return purge_of_published(still[0])
    tombstones = read_catalogue(project, say).catalogue.with_role(_TOMBSTONE)
    if approval not in tombstones or not text_in(tombstones[approval], "approval"):
        return purge_unapproved(approval)
    return None


def _purge_releases(root: Path, folder: Path, say: Say) -> None:
    """A release from a commit that is still part of the history never held what was taken out of it."""
    served = current_release(folder)
    stale = [name for name in list_archived(folder) if not holds_commit(root, read_commit(folder, name))]
    for name in stale:
        if name != served:
            delete_release(folder, name)
            say(f"已删除 {name} 和它的压缩包")
    if served in stale:
        say(f"现在显示的 {served} 还是改写以前的：马上运行 mingshan publish，再运行一次本命令的同一行")


def _tell_mirrors(root: Path, say: Say) -> None:
    for name in ask_git(root, "remote").split():
        say(f"推到 {name}：git push --force --mirror {name}")
    say("请各镜像、各副本删去旧的，重新克隆；代码平台的缓存、别人的分叉收不回来，要逐个请他们删")

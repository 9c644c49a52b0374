"""A record that must not be kept: out of every commit, kept release and archive, leaving only its tombstone."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.base.git import ask_git
from generator.base.git_rewriting import Unwanted, find_remains, holds_commit, rewrite_history
from generator.build.pipeline import Problems, Say, read_catalogue
from generator.model.cells import text_in
from generator.model.problem import Location, Problem
from generator.model.project import Project
from generator.publish.purge_problems import PURGE_REFUSED, PURGE_REMAINS
from generator.publish.releases import current_release, delete_release, list_archived, read_commit

_TOMBSTONE = "tombstone"


def purge(project: Project, approval: str, unwanted: Unwanted, folder: Path | None, say: Say) -> Problems:
    """Rewrite the history of a clone and delete every kept release made from what was there before.

    Nothing is promised to anybody that holds against it: the newest three releases go too, if they hold it.
    """
    refused = _refuse(project, approval, unwanted, say)
    if refused:
        return (_problem(refused),)
    say("改写历史：每一次提交、每一个分支和标签")
    if not rewrite_history(project.root, unwanted):
        return (_problem("git 没有做完，代码库还是原来的样子。"),)
    remains = find_remains(project.root, unwanted)
    if remains:
        message = f"还有 {len(remains)} 处没有删干净：{'、'.join(remains[:5])}。"
        return (Problem(PURGE_REMAINS, Location("."), message, "把还在的文件写进命令，再做一次。"),)
    shutil.rmtree(project.cache, ignore_errors=True)
    say("历史里已经没有了；生成时用的缓存也已清空")
    if folder is not None:
        _purge_releases(project.root, folder.resolve(), say)
    _tell_mirrors(project.root, say)
    return ()


def _refuse(project: Project, approval: str, unwanted: Unwanted, say: Say) -> str:
    """Why nothing may be rewritten yet; empty when it may."""
    if not (unwanted.paths or unwanted.words):
        return "没有说要删什么：写文件的路径，或者用 --words 给出要抹去的话。"
    if not ask_git(project.root, "rev-parse", "HEAD").strip():
        return "这里不是 git 代码库。"
    if ask_git(project.root, "status", "--porcelain", "--untracked-files=no").strip():
        return "有还没有提交的修改。"
    listed = ask_git(project.root, "ls-files", "-z").split("\0")
    if still := [path for path in listed if unwanted.names(path)]:
        return f"最新的一版里还有 {still[0]}，要先照常提交一次：删去它，并在墓碑里写明批准。"
    tombstones = read_catalogue(project, say).catalogue.with_role(_TOMBSTONE)
    if approval not in tombstones or not text_in(tombstones[approval], "approval"):
        return f"没有编号为 {approval} 的墓碑，或者墓碑没有写批准。"
    return ""


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


def _problem(message: str) -> Problem:
    return Problem(PURGE_REFUSED, Location("."), message, "照操作指南“删除与撤回”一步一步做。")

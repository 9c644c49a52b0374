"""What keeps a release from being published, held, signed or shown again."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

PUBLISH_FOLDER = Rule(
    "publish-folder",
    Severity.ERROR,
    RUNNING,
    21,
    title="发布目录里有别的内容",
    cause="发布目录由程序管理，里面有不是它放进去的文件，所以没有动。",
    mending="换一个空目录，让网站服务器指向其中的 current。",
    bad="mingshan publish /srv/www（里面已有别的网站）",
    good="mingshan publish /srv/mingshan",
)


def strange_folder(folder: str, current: str) -> Problem:
    """A folder in which somebody else keeps things."""
    return Problem(
        PUBLISH_FOLDER,
        Location(folder),
        "这个目录里有不是由发布程序放进去的内容，没有动它。",
        f"换一个空目录；网站服务器指向其中的 {current}。",
    )


PUBLISH_RUNNING = Rule(
    "publish-running",
    Severity.ERROR,
    RUNNING,
    22,
    title="另一个发布过程正在运行",
    cause="上一次发布还没有结束，或者定时任务正在跑。",
    mending="等它结束再试。",
    bad="两个人同时运行 mingshan publish",
    good="等前一个结束，再运行 mingshan publish",
)


def publish_running(folder: str) -> Problem:
    """Two releases at once would each remove what the other keeps."""
    return Problem(PUBLISH_RUNNING, Location(folder), "另一个发布过程正在运行。", "等它结束再试。")


_REASONS = {errno.ENOSPC: "磁盘满了", errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "磁盘是只读的"}


PUBLISH_FAILED = Rule(
    "publish-failed",
    Severity.ERROR,
    RUNNING,
    23,
    title="发布没有写成",
    cause="磁盘满了、没有权限，或者发布目录里有东西挡着。访问者看到的仍是原来的一版。",
    mending="检查磁盘空间和目录权限，然后重新发布。",
    bad="磁盘已满时运行 mingshan publish",
    good="清出空间以后再运行 mingshan publish",
)


def unwritable_folder(folder: Path, error: OSError) -> Problem:
    """A folder that may not be written to; visitors still see the release they saw."""
    return Problem(
        PUBLISH_FAILED,
        Location(folder.name),
        f"发布目录写不进去（{_REASONS.get(error.errno or 0, '里面有东西挡着，或者磁盘出错')}），网站仍是原来的一版。",
        "检查磁盘空间和目录权限，然后重新发布。",
    )


NO_SUCH_RELEASE = Rule(
    "no-such-release",
    Severity.ERROR,
    RUNNING,
    24,
    title="没有这一版可以退回",
    cause="只保留最近三版；还没有发布过，或者写的版本名不对，就没有可以退回的。",
    mending="从提示里列出的版本中选；不写版本名就是退回上一版。",
    bad="mingshan rollback 还没有发布过的目录",
    good="mingshan rollback /srv/mingshan",
)


def no_such_release(folder: str, wanted: str, releases: Iterable[str]) -> Problem:
    """There is no such release; or, where none was `wanted`, none before the one that is shown."""
    what = f"没有“{wanted}”这一版" if wanted else "没有更早的一版"
    hint = f"现有：{'、'.join(releases) or '一版也没有'}。"
    return Problem(NO_SUCH_RELEASE, Location(folder), f"{what}，没有改动。", hint)


ROLLBACK_CONSENT = Rule(
    "rollback-consent",
    Severity.ERROR,
    RUNNING,
    29,
    title="要退回的那一版里有本人同意已到期的内容",
    cause="那一版发布时本人还同意公开，现在同意已经到期或撤回。退回去，姓名和照片又会被看到。",
    mending="用 git 取回那时的数据，照今天的日期重新发布；到期的内容会自动不显示。",
    bad="mingshan rollback /srv/mingshan 0001-2025-06-01",
    good="git revert 有错的那次改动，再 mingshan publish /srv/mingshan",
)


def consent_ended_since(folder: str, wanted: str, ended: Iterable[str] | None) -> Problem:
    """An earlier release shows somebody whose consent has ended since; None where nobody knows who agreed."""
    named = "、".join(ended or ())
    what = f"有本人同意已到期或已撤回的内容（{named}）" if named else "没有登记有没有本人同意已到期的内容"
    return Problem(
        ROLLBACK_CONSENT,
        Location(folder),
        f"“{wanted}”这一版里{what}，没有退回。",
        "用 git 取回那时的数据，照今天的日期重新运行 mingshan publish：到期的内容会自动不显示。",
    )


HOLD_UNREADABLE = Rule(
    "hold-unreadable",
    Severity.ERROR,
    RUNNING,
    94,
    title="退回的决定读不懂",
    cause="held.json 说网站暂时显示哪一次提交、到什么时候为止。写法不对或者提交找不到，就不知道该显示什么，没有发布。",
    mending="照例子改正 held.json；不再退回的，删去它。",
    bad='{"commit": "上一版"}',
    good='{"commit": "3f2a9c1", "until": "2026-12-05", "mended_by": ""}',
)


def hold_unreadable(file: str) -> Problem:
    """Nothing may be published while nobody knows what is to be shown."""
    return _unknown_hold(file, "写法不对", "照说明写 commit、until、mended_by 三项。")


def hold_of_unknown_commit(file: str) -> Problem:
    """The commit is not in this copy of the repository."""
    return _unknown_hold(file, "里写的提交找不到", "检查 commit；副本不全的，先运行 git fetch --unshallow。")


def _unknown_hold(file: str, what: str, hint: str) -> Problem:
    message = f"退回的决定{what}，没有发布，网站仍是原来的一版。"
    return Problem(HOLD_UNREADABLE, Location(file), message, hint)


HOLD_ENDED = Rule(
    "hold-ended",
    Severity.ERROR,
    RUNNING,
    95,
    title="退回的那一版里有人不再同意，又不能重新生成",
    cause="退回的那一版不是从 git 的提交发布的，不能照今天重新生成；其中有的同意已到期或撤回，却还在显示。",
    mending="改正数据并提交，删去发布目录里的 held.json，马上重新发布。",
    bad="没有提交就发布，后来退回，再后来同意到期",
    good="改正以后：rm /srv/mingshan/held.json && mingshan publish /srv/mingshan",
)


def hold_ended(folder: str, file: str, served: str, ended: Iterable[str] | None) -> Problem:
    """What is held shows somebody who no longer agrees and cannot be made anew; None where nobody knows who agreed."""
    what = "、".join(ended) if ended else "没有登记"
    return Problem(
        HOLD_ENDED,
        Location(folder),
        f"按退回的决定仍显示 {served}，其中有本人不再同意显示的内容（{what}），又不能重新生成。",
        f"改正数据并提交，删去发布目录里的 {file}，马上重新发布。",
    )


SIGNING_FAILED = Rule(
    "signing-failed",
    Severity.ERROR,
    RUNNING,
    25,
    title="压缩包没有签成名",
    cause="签名用的密钥文件不在、设了口令，或者机器上没有 ssh-keygen。",
    mending="检查密钥文件；没有口令的密钥才能在定时任务里用。",
    bad="mingshan publish /srv/mingshan --sign-with 不存在的密钥",
    good="mingshan publish /srv/mingshan --sign-with /etc/mingshan/key",
)


def unsigned_archive(key: Path, said: str) -> Problem:
    """An archive that should carry a signature and could not be given one."""
    return Problem(
        SIGNING_FAILED,
        Location(key.name),
        f"压缩包没有签成名（ssh-keygen：{said.splitlines()[-1]}）。",
        "检查密钥文件是否存在、是否设了口令，以及是否装有 ssh-keygen。",
    )


UNKNOWN_REVISION = Rule(
    "unknown-revision",
    Severity.ERROR,
    RUNNING,
    26,
    title="git 里没有这个版本",
    cause="分支名、提交号打错了，或者只取了最近一次提交的副本，里面没有更早的。",
    mending="写提交号、分支名或标签；副本不全的，先运行 git fetch --unshallow。",
    bad="mingshan diff mian",
    good="mingshan diff main",
)


def no_revision(name: str) -> Problem:
    """A name that git does not know; in a shallow copy the commit may only be missing."""
    return Problem(
        UNKNOWN_REVISION,
        Location(".git"),
        f"git 里没有“{name}”这个版本。",
        "写提交号、分支名或标签；只取了最近一次提交的副本，先运行 git fetch --unshallow。",
    )


RELEASE_RULES = (
    PUBLISH_FOLDER,
    PUBLISH_RUNNING,
    PUBLISH_FAILED,
    NO_SUCH_RELEASE,
    ROLLBACK_CONSENT,
    HOLD_UNREADABLE,
    HOLD_ENDED,
    SIGNING_FAILED,
    UNKNOWN_REVISION,
)

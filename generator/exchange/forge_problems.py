"""What keeps a comment from standing below its request."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

COMMENT_FAILED = Rule(
    "comment-failed",
    Severity.ERROR,
    RUNNING,
    27,
    title="评论没有写成",
    cause="把检查结果写到拉取请求下面时出了错：令牌没有权限、地址不对，或者网络不通。检查本身不受影响。",
    mending="检查 GITHUB_API_URL、GITHUB_REPOSITORY 和 GITHUB_TOKEN；令牌要有写评论的权限。",
    bad="令牌只有读取权限",
    good="令牌有写评论的权限（pull-requests: write）",
)


def forge_address_wrong() -> Problem:
    """The review itself stands in the log of the check all the same, here and below."""
    return _comment_failed("接口地址不是网址")


def forge_refused(code: int) -> Problem:
    """The forge answered with a code of HTTP that says no."""
    return _comment_failed(f"代码库回答 {code}")


def forge_unreachable() -> Problem:
    """Nobody answered."""
    return _comment_failed("连不上代码库")


def forge_not_understood() -> Problem:
    """An answer of another shape than the forge's own description of it."""
    return _comment_failed("代码库的回答看不懂")


def _comment_failed(why: str) -> Problem:
    return Problem(
        COMMENT_FAILED,
        Location("GITHUB_API_URL"),
        f"评论没有写成（{why}）。",
        "检查 GITHUB_API_URL、GITHUB_REPOSITORY 和 GITHUB_TOKEN；令牌要有写评论的权限。",
    )


FORGE_RULES = (COMMENT_FAILED,)

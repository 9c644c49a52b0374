"""The path of a changed file to what it is for: who must look at it, and what it can do."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum


class ChangedKind(StrEnum):
    """What a file is; the value stands in `review.json`."""

    ARTICLE = "article"
    ATTACHMENT = "attachment"
    PICTURE = "picture"
    DATA = "data"
    GOVERNING = "governing"
    SETTINGS = "settings"
    TRUST = "trust"
    DECLARATION = "declaration"
    NATIONAL = "national"
    TEMPLATE = "template"
    ASSET = "asset"
    WORKFLOW = "workflow"
    OWNERS = "owners"
    GIT = "git"
    PROGRAM = "program"
    OTHER = "other"


FILE_KIND_TITLES = {
    ChangedKind.ARTICLE: "文章",
    ChangedKind.ATTACHMENT: "附件",
    ChangedKind.PICTURE: "图片",
    ChangedKind.DATA: "数据",
    ChangedKind.GOVERNING: "审核用的数据",
    ChangedKind.SETTINGS: "设置",
    ChangedKind.TRUST: "放宽的设置",
    ChangedKind.DECLARATION: "数据的声明",
    ChangedKind.NATIONAL: "全国通用的规则",
    ChangedKind.TEMPLATE: "模板",
    ChangedKind.ASSET: "样式和脚本",
    ChangedKind.WORKFLOW: "自动流程",
    ChangedKind.OWNERS: "审核分工",
    ChangedKind.GIT: "git 的设置",
    ChangedKind.PROGRAM: "程序",
    ChangedKind.OTHER: "其他文件",
}
OF_THE_PUBLIC = frozenset({ChangedKind.ARTICLE, ChangedKind.ATTACHMENT, ChangedKind.PICTURE, ChangedKind.DATA})
"""What people of the field hand in; everything else is for those who maintain the program."""

GOVERNING_ROLES = ("privacy_exception", "reviewer", "change_reason", "rule", "danger", "help_line")
"""Roles whose records decide what is checked, who looks, and where people in danger are sent."""
_KINDS = (
    (r"mkdocs\.yml", ChangedKind.SETTINGS),
    (r"trusted\.yaml", ChangedKind.TRUST),
    (r"(?:.*/)?\.git(?:attributes|modules|ignore)", ChangedKind.GIT),
    (r"(?:\.github/|\.gitea/|\.gitee/|docs/)?CODEOWNERS", ChangedKind.OWNERS),
    (
        r"\.(?:github|gitea|gitee|forgejo)/(?:workflows|actions)/.*|\.gitlab-ci\.yml|\.workflow/.*|\.ci/.*",
        ChangedKind.WORKFLOW,
    ),
    (r"data/(?:.*/)?dataset\.yaml", ChangedKind.DECLARATION),
    (r"data/.*", ChangedKind.DATA),
    (r"content/.*\.md", ChangedKind.ARTICLE),
    (r"content/.*\.(?:png|jpe?g|gif|webp|avif|svg)", ChangedKind.PICTURE),
    (r"content/.*", ChangedKind.ATTACHMENT),
    (r"theme/(?:templates|overrides|print)/.*", ChangedKind.TEMPLATE),
    (r"theme/.*", ChangedKind.ASSET),
    (r"generator/national/.*", ChangedKind.NATIONAL),
    (
        r"(?:generator|tests|bench|\.githooks)/.*|Makefile|(?:.*/)?(?:pyproject\.toml|requirements[^/]*)"
        r"|.*\.(?:py|pyi|pth|js|mjs|sh|toml|lock|cfg)",
        ChangedKind.PROGRAM,
    ),
)


def file_kind(path: str, governing: Collection[str] = ()) -> ChangedKind:
    """What a path below the root is; `governing` are folders of records that decide about others."""
    if any(path.startswith(f"{folder}/") for folder in governing) and not path.endswith("/dataset.yaml"):
        return ChangedKind.GOVERNING
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, path)), ChangedKind.OTHER)

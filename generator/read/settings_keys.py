"""The table of settings: what each is when absent, and how it is read from a YAML node."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.formats import is_web_address
from generator.model.licence import LICENCES
from generator.model.project import BEARERS, LEAVE
from generator.model.role import role_named

LARGEST_PAGE = 1000
_AGENCY = re.compile(r"[A-Z][A-Za-z0-9_]{0,40}(?:\.[A-Z][A-Za-z0-9_]{0,40})*")
_PREFIX = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,40}")
_SITE_CODE = re.compile(r"\d{10}|bm\d{8}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class SettingKey(NamedTuple):
    """One setting; `read` gives None for a node that is not what is `wanted`."""

    title: str
    default: Any
    read: Callable[[Node], Any]
    wanted: str


def _text(node: Node) -> str | None:
    """A scalar; one with a type mark says nothing here and is told of with the rest of the file."""
    return node.value.strip() if isinstance(node, ScalarNode) else None


def _site_url(node: Node) -> str | None:
    """With `/` at the end, as MkDocs makes it."""
    text = _text(node)
    return text if not text or text.endswith("/") else f"{text}/"


def _site_code(node: Node) -> str | None:
    """What the register of government sites gave: ten digits, or `bm` and eight for ministries."""
    text = _text(node)
    return text if not text or _SITE_CODE.fullmatch(text) else None


def _flag(node: Node) -> bool | None:
    return {"true": True, "false": False}.get((_text(node) or "").lower())


def _whole(least: int, most: int) -> Callable[[Node], int | None]:
    def read(node: Node) -> int | None:
        text = _text(node) or ""
        size = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else least - 1
        return size if least <= size <= most else None

    return read


def _texts(node: Node) -> tuple[str, ...] | None:
    if not isinstance(node, SequenceNode) or not all(isinstance(item, ScalarNode) for item in node.value):
        return None
    return tuple(item.value.strip() for item in node.value if item.value.strip())


def _groups(node: Node) -> tuple[tuple[str, ...], ...] | None:
    groups = [_texts(item) for item in node.value] if isinstance(node, SequenceNode) else [None]
    return tuple(group for group in groups if group) if all(group and len(group) > 1 for group in groups) else None


def _labelled_texts(node: Node) -> Mapping[str, str] | None:
    if not isinstance(node, MappingNode):
        return None
    pairs = [(key.value, _text(value)) for key, value in node.value if isinstance(key, ScalarNode)]
    texts = {label: text for label, text in pairs if text is not None}
    return texts if len(texts) == len(node.value) else None


def _first_days(node: Node) -> Mapping[str, date] | None:
    """Days by the role of those who bear duties."""
    written = _labelled_texts(node)
    texts = None if written is None else {role_named(name): text for name, text in written.items()}
    if texts is None or not texts.keys() <= set(BEARERS):
        return None
    try:
        return {name: date.fromisoformat(text) for name, text in texts.items()}
    except ValueError:
        return None


FORMS_KEYS = ("backend", "repo", "branch", "api_root", "base_url", "auth_endpoint", "app_id")
FORGES = ("github", "gitlab", "gitea")
FORMS_WANTED = f"一组“名称: 内容”，名称有 {'、'.join(FORMS_KEYS)}，backend 是 {'、'.join(FORGES)} 之一"


def _forms(node: Node) -> Mapping[str, str] | None:
    """Where browser forms write: one of the forges, and addresses that are web addresses."""
    texts = _labelled_texts(node)
    if texts is None or not texts.keys() <= set(FORMS_KEYS) or texts.get("backend", "") not in ("", *FORGES):
        return None
    addresses = (texts.get(name, "") for name in ("api_root", "base_url"))
    return texts if all(not each or is_web_address(each) for each in addresses) else None


def _web_address(node: Node) -> str | None:
    text = _text(node)
    return text if not text or is_web_address(text) else None


def _uuid(node: Node) -> str | None:
    """As the standard writes it: small letters, four dashes."""
    text = (_text(node) or "").lower()
    return text if not text or _UUID.fullmatch(text) else None


def _agency(node: Node) -> str | None:
    text = _text(node)
    return text if not text or _AGENCY.fullmatch(text) else None


def _prefix(node: Node) -> str | None:
    text = _text(node)
    return text if not text or _PREFIX.fullmatch(text) else None


def _licence(node: Node) -> str | None:
    text = _text(node)
    return text if not text or text in LICENCES else None


SITE_KEYS: Mapping[str, SettingKey] = {
    "site_name": SettingKey("站名", "", _text, "一行文字"),
    "site_url": SettingKey("网址", "", _site_url, "一个网址"),
    "site_description": SettingKey("站点说明", "", _text, "一段文字"),
}
"""MkDocs' own keys that we read."""

OUR_KEYS: Mapping[str, SettingKey] = {
    "authority": SettingKey("主办单位", "", _text, "一行文字"),
    "demonstration": SettingKey("演示站", False, _flag, " true 或 false"),
    "report_url": SettingKey("报错网址", "", _text, "一个网址"),
    "repository": SettingKey("代码库网址", "", _text, "一个网址"),
    "data_licence": SettingKey("数据许可", "", _licence, f" {'、'.join(LICENCES)} 之一，没有定的空着"),
    "grant_prefix": SettingKey("资助编号的前缀", "", _prefix, "字母、数字和短横线，如 360G-shili"),
    "sdmx_agency": SettingKey("统计机构的代号", "", _agency, "大写字母开头的字母、数字和下划线，如 SHILI"),
    "namespace": SettingKey("编号的来源", "", _uuid, "一个 UUID，如 00000000-0000-4000-8000-000000000000"),
    "contact": SettingKey("页脚联系信息", {}, _labelled_texts, "一组“标签: 文字”"),
    "leave_url": SettingKey("快速离开的去处", LEAVE, _web_address, "一个网址"),
    "hotline": SettingKey("求助热线", "", _text, "一个电话号码"),
    "window_packs": SettingKey("窗口资料包", False, _flag, " true 或 false"),
    "needs_ledger": SettingKey("公开需求台账", False, _flag, " true 或 false"),
    "page_size": SettingKey("列表每页条数", 50, _whole(1, LARGEST_PAGE), f" 1 到 {LARGEST_PAGE} 的整数"),
    "duties_since": SettingKey("公开义务从哪天起登记", {}, _first_days, f"一组“{'、'.join(BEARERS)}: 日期”"),
    "smallest_count": SettingKey("统计最小公布数", 5, _whole(3, 100), " 3 到 100 的整数"),
    "dominance_percent": SettingKey("金额保护百分比", 10, _whole(1, 99), " 1 到 99 的整数"),
    "forms": SettingKey("在线填报", {}, _forms, FORMS_WANTED),
    "most_removals": SettingKey("一次最多删除条数", 10, _whole(1, 9999), " 1 到 9999 的整数"),
    "jump_factor": SettingKey("须说明的变动倍数", 10, _whole(2, 1000), " 2 到 1000 的整数"),
    "synonyms": SettingKey("同义词", (), _groups, "由若干组词组成的列表，每组至少两个词，如 - [自闭症, 孤独症]"),
}
"""The keys of `extra.mingshan`."""

GOVERNMENT_KEYS = {"SiteIDCode": SettingKey("网站标识码", "", _site_code, "十位数字，或者 bm 加八位数字")}
"""Of `extra.government`, which only pages' heads and feet read, what has one form."""

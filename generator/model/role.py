"""What a dataset is for: a role is a word the code knows, and the fields it counts on, by their standard names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_TEXT = ("string",)
DAY = ("date",)
NUMBER = ("integer", "number", "year")
LIST = ("list",)


class Needed(NamedTuple):
    """A field a role cannot do without: its standard name, the types it may have, the role it refers to if any."""

    name: str
    types: tuple[str, ...]
    target: str = ""


class Role(NamedTuple):
    """`name` is what a declaration writes as `directory.role`; at most one dataset of an instance has it.

    Fields that are not `needed` are known to the code by their standard names too, and read as absent where they are
    not declared.
    """

    name: str
    title: str
    needed: tuple[Needed, ...] = ()


class Roles(tuple[str, ...]):
    """Roles that something is made from, where names of datasets may stand too: which of them it is must be told."""


_PERIOD, DIVISION, _VALUE = Needed("period", _TEXT), Needed("division", _TEXT), Needed("value", NUMBER)
_TABLE_FIELDS = (_PERIOD, DIVISION, Needed("measure", _TEXT), _VALUE)

_TABLE: tuple[Role, ...] = (
    Role(
        "authority_disclosure",
        "民政部门的公开",
        (Needed("division", _TEXT, "place"), Needed("rule", _TEXT, "rule"), Needed("url", _TEXT)),
    ),
    Role("award", "荣誉", (Needed("kind", _TEXT), Needed("organization", _TEXT, "organization"))),
    Role("bulletin", "工作简报", (Needed("kind", _TEXT),)),
    Role("call", "征集活动", (Needed("kind", _TEXT), Needed("opens_on", DAY), Needed("closes_on", DAY))),
    Role("call_criterion", "评审标准", (Needed("call", _TEXT, "call"), Needed("weight", NUMBER))),
    Role("call_level", "入选等次", (Needed("call", _TEXT, "call"), Needed("places", NUMBER))),
    Role("call_section", "征集要求的章节", (Needed("call", _TEXT, "call"), Needed("title", _TEXT))),
    Role("case", "典型案例", (Needed("status", _TEXT), Needed("call", _TEXT, "call"), Needed("text", _TEXT))),
    Role("case_figure", "案例数字的出处", (Needed("case", _TEXT, "case"), _VALUE, Needed("unit", _TEXT))),
    Role("case_image", "案例图片", (Needed("case", _TEXT, "case"),)),
    Role("category", "帮扶类别", (Needed("name", _TEXT),)),
    Role("change_reason", "变动说明", (Needed("kind", _TEXT), Needed("record", _TEXT))),
    Role("code_succession", "代码沿革", (Needed("column", _TEXT), Needed("new", _TEXT), Needed("since", DAY))),
    Role("collection", "案例集", (Needed("title", _TEXT), Needed("cases", LIST, "case"))),
    Role("crossed_need", "以前按类别和对象交叉的需求台账", (_PERIOD, DIVISION, Needed("category", _TEXT), _VALUE)),
    Role("danger", "危险", (Needed("position", NUMBER), Needed("first", _TEXT, "help_line"))),
    Role(
        "disclosure",
        "项目的公开记录",
        (Needed("project", _TEXT, "project"), Needed("kind", _TEXT), Needed("published_on", DAY)),
    ),
    Role("evaluation", "项目评估", (Needed("project", _TEXT, "project"),)),
    Role("event", "活动", (Needed("kind", _TEXT),)),
    Role(
        "fundraising",
        "公开募捐活动",
        (Needed("project", _TEXT, "project"), Needed("name", _TEXT), Needed("starts_on", DAY)),
    ),
    Role(
        "fundraising_change",
        "募捐方案的变更",
        (Needed("project", _TEXT, "project"), Needed("kind", _TEXT), Needed("changed_on", DAY)),
    ),
    Role("fundraising_partner", "募捐合作方", (Needed("project", _TEXT, "project"), Needed("name", _TEXT))),
    Role("grant", "激励落实", (Needed("organization", _TEXT, "organization"),)),
    Role("group", "帮扶对象", (Needed("name", _TEXT), Needed("kind", _TEXT))),
    Role("group_statistic", "按对象统计的表", _TABLE_FIELDS),
    Role("help_line", "求助电话", (Needed("name", _TEXT),)),
    Role("household_type", "家庭情形", (Needed("name", _TEXT),)),
    Role("incentive", "激励政策", (Needed("kind", _TEXT),)),
    Role(
        "lookup",
        "到别处再查的记录",
        (Needed("rule", _TEXT, "rule"), Needed("subject", _TEXT), Needed("due", DAY), Needed("result", _TEXT)),
    ),
    Role("month_statistic", "按月统计的表", _TABLE_FIELDS),
    Role("need", "各区的需求台账", (_PERIOD, DIVISION, Needed("category", _TEXT), _VALUE)),
    Role("need_group", "各区按对象的需求台账", (_PERIOD, DIVISION, Needed("group", _TEXT), _VALUE)),
    Role(
        "need_kind", "难处的种类", (Needed("category", _TEXT, "category"), Needed("name", _TEXT), Needed("terms", LIST))
    ),
    Role(
        "offer",
        "帮扶资源",
        (
            _PERIOD,
            Needed("division", _TEXT, "place"),
            Needed("category", _TEXT, "category"),
            Needed("organization", _TEXT, "organization"),
        ),
    ),
    Role("organization", "组织", (Needed("name", _TEXT),)),
    Role(
        "organization_event",
        "组织的变更和评价",
        (Needed("organization", _TEXT, "organization"), Needed("kind", _TEXT), Needed("decided_on", DAY)),
    ),
    Role("place", "地方", (Needed("name", _TEXT), Needed("level", _TEXT))),
    Role(
        "pack_receipt",
        "窗口收到资料包",
        (Needed("window", _TEXT, "window"), _PERIOD, Needed("received_on", DAY)),
    ),
    Role("place_statistic", "按地方统计的表", (*_TABLE_FIELDS, Needed("category", _TEXT))),
    Role("platform", "募捐和求助平台", (Needed("name", _TEXT), Needed("kind", _TEXT), Needed("designated_on", DAY))),
    Role("privacy_exception", "隐私检查的例外", (Needed("file", _TEXT), Needed("kind", _TEXT), Needed("mark", _TEXT))),
    Role("project", "项目", (Needed("name", _TEXT), Needed("organization", _TEXT, "organization"))),
    Role(
        "report",
        "组织的公开记录",
        (Needed("organization", _TEXT, "organization"), Needed("kind", _TEXT), Needed("published_on", DAY)),
    ),
    Role("reviewer", "审核分工", (Needed("division", _TEXT, "place"),)),
    Role("rule", "公开义务", (Needed("subject", _TEXT), Needed("trigger", _TEXT), Needed("valid_from", DAY))),
    Role("saying", "平常的话", (Needed("needs", LIST, "need_kind"), Needed("danger", _TEXT, "danger"))),
    Role("stage_statistic", "按办理环节统计的表", (*_TABLE_FIELDS, Needed("category", _TEXT))),
    Role("threshold", "支出和费用比例", (Needed("measure", _TEXT),)),
    Role("table_edition", "统计表公布记录", (Needed("day", DAY), Needed("kind", _TEXT), Needed("table", _TEXT))),
    Role("tile", "方格地图", (Needed("column", NUMBER), Needed("row", NUMBER))),
    Role("tombstone", "墓碑", (Needed("kind", _TEXT), Needed("record", _TEXT), Needed("approval", _TEXT))),
    Role("township_need", "街道需求台账的约数", (_PERIOD, DIVISION, Needed("category", _TEXT), _VALUE)),
    Role("township_need_group", "街道按对象的需求台账的约数", (_PERIOD, DIVISION, Needed("group", _TEXT), _VALUE)),
    Role("township_group_statistic", "按街道和对象统计的约数", (*_TABLE_FIELDS, Needed("group", _TEXT))),
    Role("township_statistic", "按街道和类别统计的约数", (*_TABLE_FIELDS, Needed("category", _TEXT))),
    Role("training", "培训"),
    Role("waiting_band", "等待时间分档", (Needed("name", _TEXT),)),
    Role("waiting_statistic", "等待时间的统计表", _TABLE_FIELDS),
    Role("window", "服务窗口", (Needed("division", _TEXT, "place"), Needed("kind", _TEXT))),
    Role("word_group", "词组", (Needed("words", LIST),)),
    Role("zone", "统计专用区域", (Needed("name", _TEXT),)),
)

ROLES: Mapping[str, Role] = {role.name: role for role in _TABLE}
"""Every role the code knows, by name."""

FORMER_NAMES: Mapping[str, str] = {
    "aid_groups": "group_statistic",
    "aid_months": "month_statistic",
    "aid_places": "place_statistic",
    "aid_stages": "stage_statistic",
    "aid_waiting": "waiting_statistic",
    "awards": "award",
    "bulletins": "bulletin",
    "call_criteria": "call_criterion",
    "call_levels": "call_level",
    "call_sections": "call_section",
    "calls": "call",
    "case_figures": "case_figure",
    "case_images": "case_image",
    "cases": "case",
    "categories": "category",
    "change_reasons": "change_reason",
    "collections": "collection",
    "disclosure": "rule",
    "disclosures": "disclosure",
    "district_tiles": "tile",
    "divisions": "place",
    "evaluations": "evaluation",
    "events": "event",
    "grants": "grant",
    "groups": "group",
    "household_types": "household_type",
    "incentives": "incentive",
    "needs": "need",
    "organizations": "organization",
    "privacy_exceptions": "privacy_exception",
    "projects": "project",
    "reports": "report",
    "reviewers": "reviewer",
    "statistical_zones": "zone",
    "supply": "offer",
    "thresholds": "threshold",
    "trainings": "training",
    "waiting_bands": "waiting_band",
    "windows": "window",
}
"""The role that a dataset of this name had by its name alone, before declarations said what they are for."""


def role_named(word: str) -> str:
    """A role, also where it is still written as the name its dataset had; any other word stays as it is."""
    return FORMER_NAMES.get(word, word)

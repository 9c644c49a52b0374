"""What a dataset is for: a role is a word the code knows, and the fields it counts on, by their standard names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

TEXT = ("string",)
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


PERIOD, DIVISION, VALUE = Needed("period", TEXT), Needed("division", TEXT), Needed("value", NUMBER)
TABLE = (PERIOD, DIVISION, Needed("measure", TEXT), VALUE)

_TABLE: tuple[Role, ...] = (
    Role("award", "荣誉", (Needed("kind", TEXT), Needed("organization", TEXT, "organization"))),
    Role("bulletin", "工作简报", (Needed("kind", TEXT),)),
    Role("call", "征集活动", (Needed("kind", TEXT), Needed("opens_on", DAY), Needed("closes_on", DAY))),
    Role("call_criterion", "评审标准", (Needed("call", TEXT, "call"), Needed("weight", NUMBER))),
    Role("call_level", "入选等次", (Needed("call", TEXT, "call"), Needed("places", NUMBER))),
    Role("call_section", "征集要求的章节", (Needed("call", TEXT, "call"), Needed("title", TEXT))),
    Role("case", "典型案例", (Needed("status", TEXT), Needed("call", TEXT, "call"), Needed("text", TEXT))),
    Role("case_figure", "案例数字的出处", (Needed("case", TEXT, "case"), VALUE, Needed("unit", TEXT))),
    Role("case_image", "案例图片", (Needed("case", TEXT, "case"),)),
    Role("category", "帮扶类别", (Needed("name", TEXT),)),
    Role("change_reason", "变动说明", (Needed("kind", TEXT), Needed("record", TEXT))),
    Role("collection", "案例集", (Needed("title", TEXT), Needed("cases", LIST, "case"))),
    Role("danger", "危险", (Needed("position", NUMBER), Needed("first", TEXT, "help_line"))),
    Role(
        "disclosure",
        "项目的公开记录",
        (Needed("project", TEXT, "project"), Needed("kind", TEXT), Needed("published_on", DAY)),
    ),
    Role("evaluation", "项目评估", (Needed("project", TEXT, "project"),)),
    Role("event", "活动", (Needed("kind", TEXT),)),
    Role("grant", "激励落实", (Needed("organization", TEXT, "organization"),)),
    Role("group", "帮扶对象", (Needed("name", TEXT), Needed("kind", TEXT))),
    Role("group_statistic", "按对象统计的表", TABLE),
    Role("help_line", "求助电话", (Needed("name", TEXT),)),
    Role("household_type", "家庭情形", (Needed("name", TEXT),)),
    Role("incentive", "激励政策", (Needed("kind", TEXT),)),
    Role("month_statistic", "按月统计的表", TABLE),
    Role("need", "需求台账", (PERIOD, DIVISION, Needed("category", TEXT), VALUE)),
    Role(
        "need_kind", "难处的种类", (Needed("category", TEXT, "category"), Needed("name", TEXT), Needed("terms", LIST))
    ),
    Role(
        "offer",
        "帮扶资源",
        (
            PERIOD,
            Needed("division", TEXT, "place"),
            Needed("category", TEXT, "category"),
            Needed("organization", TEXT, "organization"),
        ),
    ),
    Role("organization", "组织", (Needed("name", TEXT),)),
    Role("place", "地方", (Needed("name", TEXT), Needed("level", TEXT))),
    Role("place_statistic", "按地方统计的表", (*TABLE, Needed("category", TEXT))),
    Role("privacy_exception", "隐私检查的例外", (Needed("file", TEXT), Needed("kind", TEXT), Needed("mark", TEXT))),
    Role("project", "项目", (Needed("name", TEXT), Needed("organization", TEXT, "organization"))),
    Role(
        "report",
        "组织的公开记录",
        (Needed("organization", TEXT, "organization"), Needed("kind", TEXT), Needed("published_on", DAY)),
    ),
    Role("reviewer", "审核分工", (Needed("division", TEXT, "place"),)),
    Role("rule", "公开义务", (Needed("subject", TEXT), Needed("trigger", TEXT), Needed("valid_from", DAY))),
    Role("saying", "平常的话", (Needed("needs", LIST, "need_kind"), Needed("danger", TEXT, "danger"))),
    Role("stage_statistic", "按办理环节统计的表", (*TABLE, Needed("category", TEXT))),
    Role("threshold", "支出和费用比例", (Needed("measure", TEXT),)),
    Role("tile", "方格地图", (Needed("column", NUMBER), Needed("row", NUMBER))),
    Role("training", "培训"),
    Role("waiting_band", "等待时间分档", (Needed("name", TEXT),)),
    Role("waiting_statistic", "等待时间的统计表", TABLE),
    Role("window", "服务窗口", (Needed("division", TEXT, "place"), Needed("kind", TEXT))),
    Role("zone", "统计专用区域", (Needed("name", TEXT),)),
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

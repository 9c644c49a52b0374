"""Codelists to the forms by which the public writes to the repository: `.github/ISSUE_TEMPLATE/*.yml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from generator.model.addresses import ERROR_FORM, ERROR_PAGE
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.json_value import Written

ISSUE_FORMS_FOLDER = ".github/ISSUE_TEMPLATE"
_HEAD = "# 由 mingshan derive 按代码表生成，请勿手工修改。\n"
PUBLIC = (
    "**这里写的内容任何人都能看到，删了也会留下记录。** "
    "请不要写任何人的姓名、身份证号、手机号、住址和病情，也不要贴这样的照片。"
)
PROMISE = "我没有写任何人的姓名、身份证号、手机号、住址和病情，照片里也没有"
UNSURE = "全市，或者说不清"
COMPLAINTS = ("窗口服务", "电话没人接或打不通", "该公开的没有公开", "网站看不懂或用不了", "其他")

Form = Written


def issue_forms(catalogue: Catalogue) -> Mapping[str, str]:
    """Texts by file; without places and categories there is nothing to choose from, and no forms."""
    districts, categories = _districts(catalogue), _titles(catalogue, "category")
    if not (districts and categories):
        return {}
    forms: Mapping[str, Form] = {
        f"{ERROR_FORM}.yml": _error(districts),
        "propose-resource.yml": _resource(districts, categories, _titles(catalogue, "group")),
        "submit-case.yml": _case(districts, categories),
        "complain.yml": _complaint(districts),
        "config.yml": {"blank_issues_enabled": False},
    }
    return {f"{ISSUE_FORMS_FOLDER}/{name}": _HEAD + _dump(form) for name, form in forms.items()}


def _error(districts: Sequence[str]) -> Form:
    return _form(
        ("反馈错误", "网页上的内容不对、过时，或者链接打不开。", "纠错"),
        (
            _input(ERROR_PAGE, "哪一页", "网页的网址；从网页下面的“反馈错误”进来的，已经填好。", required=True),
            _text("wrong", "哪里不对", "照抄网页上的原话，再说哪里不对。", required=True),
            _text("right", "应当是什么，怎么知道的", "例如打电话问过、去过窗口、看到了文件。"),
            _choice("district", "哪个区", (UNSURE, *districts)),
        ),
    )


def _resource(districts: Sequence[str], categories: Sequence[str], groups: Sequence[str]) -> Form:
    return _form(
        ("推荐帮扶资源", "您知道一个能帮到困难群众的项目、服务或单位，目录里还没有。", "推荐资源"),
        (
            _input("name", "叫什么", "例如“午间助餐”。", required=True),
            _input("provider", "谁提供的", "单位的全称。", required=True),
            _choice("districts", "在哪些区", (UNSURE, *districts), several=True, required=True),
            _choice("kinds", "哪一类帮扶", categories, several=True, required=True),
            *((_choice("whom", "帮扶谁", groups, several=True),) if groups else ()),
            _text("apply", "怎样申请", "找谁、带什么、多久有结果。"),
            _input("phone", "咨询电话", "只写单位的电话。"),
            _text("source", "从哪里知道的", "网址、通知，或者您就是这个单位的。"),
        ),
    )


def _case(districts: Sequence[str], categories: Sequence[str]) -> Form:
    return _form(
        ("提交典型案例", "慈善力量参与社会救助的好做法；写到人的，先取得本人书面同意。", "典型案例"),
        (
            _input("title", "案例标题", required=True),
            _input("organization", "申报单位", "单位的全称。", required=True),
            _input("project", "对应的项目", "本站项目页的网址；没有的空着。"),
            _choice("district", "哪个区", (UNSURE, *districts), required=True),
            _choice("category", "哪一类帮扶", categories, required=True),
            _text(
                "story", "做了什么", "难处是什么、怎样做、成效怎样。人物一律用化名，并注明“（化名）”。", required=True
            ),
        ),
        ("写到的每个人都已书面同意，同意书由申报单位保管，没有上传",),
    )


def _complaint(districts: Sequence[str]) -> Form:
    return _form(
        ("投诉和建议", "对窗口、公开内容或网站有意见。个人的事请打当地的热线电话，不要写在这里。", "投诉建议"),
        (
            _choice("about", "关于什么", COMPLAINTS, required=True),
            _choice("district", "哪个区", (UNSURE, *districts), required=True),
            _input("page", "哪一页", "和某一页有关的，写网址。"),
            _text("what", "发生了什么，希望怎样", required=True),
        ),
    )


def _form(said: tuple[str, str, str], fields: Sequence[Form], promises: Sequence[str] = ()) -> Form:
    """`said` is the name, what the form is for, and the label that its issues get."""
    name, description, label = said
    options = [{"label": promise, "required": True} for promise in (PROMISE, *promises)]
    return {
        "name": name,
        "description": description,
        "title": f"{name}：",
        "labels": [label],
        "body": [
            {"type": "markdown", "attributes": {"value": PUBLIC}},
            *fields,
            {"type": "checkboxes", "id": "privacy", "attributes": {"label": "提交以前", "options": options}},
        ],
    }


def _input(name: str, label: str, description: str = "", *, required: bool = False) -> Form:
    return _field("input", name, {"label": label, "description": description}, required)


def _text(name: str, label: str, description: str = "", *, required: bool = False) -> Form:
    return _field("textarea", name, {"label": label, "description": description}, required)


def _choice(name: str, label: str, options: Sequence[str], *, several: bool = False, required: bool = False) -> Form:
    return _field("dropdown", name, {"label": label, "multiple": several, "options": list(options)}, required)


def _field(kind: str, name: str, attributes: Form, required: bool) -> Form:
    given = {key: value for key, value in attributes.items() if value}
    return {"type": kind, "id": name, "attributes": given, "validations": {"required": required}}


def _titles(catalogue: Catalogue, role: str) -> tuple[str, ...]:
    return tuple(record_title(catalogue, record) for record in catalogue.with_role(role).values())


def _districts(catalogue: Catalogue) -> tuple[str, ...]:
    places = catalogue.with_role("place").values()
    return tuple(record_title(catalogue, place) for place in places if place.values.get("level") == "district")


def _dump(form: Form) -> str:
    return yaml.safe_dump(dict(form), allow_unicode=True, sort_keys=False, width=10_000)

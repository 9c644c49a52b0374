"""A dataset and its role to the faults of what the role counts on: a field that is missing or of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.dataset import Dataset
from generator.model.declaration_keys import Fault
from generator.model.role import ROLES, Needed

_KINDS = {"string": "文字", "date": "日期", "integer": "数字", "list": "列表"}


def find_contract_faults(dataset: Dataset) -> Iterator[Fault]:
    """Each field that the role needs and the declaration lacks, with the lines that mend it."""
    role = ROLES.get(dataset.directory.role)
    for needed in role.needed if role else ():
        field = dataset.known_fields.get(needed.name)
        if field is None:
            yield Fault(("directory", "role"), _missing(dataset, needed))
        elif field.type not in needed.types:
            yield Fault(("directory", "role"), f"用途 {dataset.directory.role} 要求字段 {field.name} 是{_kind(needed)}")


def _missing(dataset: Dataset, needed: Needed) -> str:
    name, role, type_ = needed.name, dataset.directory.role, needed.types[0]
    own = f"；这里另有叫法的，在 directory 里写 fields: {{{name}: 您的字段}}"
    return f"用途 {role} 要有字段 {name}（{_kind(needed)}）：在 schema.fields 里加 {{name: {name}, type: {type_}}}{own}"


def _kind(needed: Needed) -> str:
    return _KINDS[needed.types[0]]


def find_role_faults(dataset: Dataset, known: Mapping[str, Dataset]) -> Iterator[Fault]:
    """A role has one dataset, and its references lead to datasets of the roles it names."""
    name = dataset.directory.role
    if name not in ROLES:
        return
    others = sorted(each.name for each in known.values() if each.directory.role == name)
    if others and others[0] != dataset.name:
        yield Fault(("directory", "role"), f"用途 {name} 已由数据集 {others[0]} 担任，一个站点只能有一个：删去这一行")
    for needed in ROLES[name].needed:
        field = dataset.known_fields.get(needed.name)
        target = known.get(field.target or "") if field else None
        if field and needed.target and target and target.directory.role != needed.target:
            said = f"字段 {field.name} 应当引用用途是 {needed.target} 的数据集"
            yield Fault(("directory", "role"), f"{said}：在{target.title}的 directory 里写 role: {needed.target}")


def find_consent_faults(dataset: Dataset) -> Iterator[Fault]:
    """A consent says until when, and what goes then; what goes cannot be what a record must have."""
    terms = dataset.directory.consent
    if terms is None:
        return
    if not terms.until:
        lines = f"consent: {{scope: {terms.scope}, basis: 同意方式的字段, until: 到期日的字段, hides: [要隐去的字段]}}"
        yield Fault(("directory", "consent"), f"要写明同意到哪天、到期隐去什么，写成 {lines}")
        return
    if dataset.columns[terms.until].type != "date":
        yield Fault(("directory", "consent", "until"), f"字段 {terms.until} 不是日期")
    for name in terms.hides:
        if dataset.columns[name].required or name in dataset.primary_key:
            yield Fault(("directory", "consent", "hides"), f"字段 {name} 必须填写，到期不能隐去：写到人的放在别的字段")

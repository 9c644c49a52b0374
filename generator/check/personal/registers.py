"""The headings of a sheet to whether organisations stand in it, which publish how they are reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.check.personal.contacts import is_private_mailbox
from generator.check.personal.exposures import Exposure, ExposureKind

_ORGANISATIONS = re.compile(
    r"(?:机构|单位|企业|公司|医院|药店|学校|大学|幼儿园|养老院|组织|基金会|协会|部门|窗口|服务站|社团|网点|商户|兴趣点|POI)(?:中文)?(?:名称|全称|名|简称|类型|类别|级别|等级|编码|代码)"
    r"|统一社会信用代码|组织机构代码|登记管理机关|法定代表人|主管部门|业务主管单位"
    r"|(?<![a-z])(?:organi[sz]ations?|agency|company|institution|department|provider|charity|school|hospital|pharmacy)"
    r"(?:$|[ _-]?(?:name|type|code|id|title)(?![a-z]))"
    r"|^(?:jurisdiction_code|founding_date|year_incorporated|tax_id|tax_status|legal_status|poi_?name"
    r"|web ?site|web|home ?page|(?:opening[ _]?)?hours(?:\[\w+\])?|官网|网址|营业时间|办公时间|开放时间)$",
    re.IGNORECASE,
)
_CALLED_SO = re.compile(
    r"(?:公司|医院|诊所|卫生院|药店|药房|学校|小学|中学|大学|学院|幼儿园|养老院|中心|协会|商会|基金会|联合会|促进会|慈善会|服务社|事务所|工作站|服务站"
    r"|居委会|村委会|委员会|街道办|办事处|民政局|银行|支行|研究所|研究院|出版社|合作社|救助站|福利院)(?:[（(][^（）()]{1,12}[）)])?\Z"
)
_FEW, _MOST = 3, 0.7
_PERSONS = re.compile(
    r"姓名|身份证|证件号|户主|受助|受益|求助|申请人|患者|监护人|家属|学生|老人|儿童|孤儿|困难|低保|籍贯|民族|性别|年龄|出生|婚姻"
    r"|(?<![a-z])(?:first|last|given|family|full)[ _-]?name|surname|patient|applicant|student|beneficiary"
    r"|(?<![a-z])(?:age|sex|gender|birth\w*|passport)(?![a-z])",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"电话|热线|座机|固话|传真|联系|地址|住所|邮箱|邮件|网址|网站"
    r"|(?<![a-z])(?:tel|phones?|telephone|fax|e-?mail|contacts?|add?ress|website)(?![a-z])|(?<=contact)(?:email|phone)",
    re.IGNORECASE,
)


def lists_organisations(headings: Iterable[str]) -> bool:
    """Whether a row of headings is that of a register of organisations: it names them, and nothing of a person."""
    cells = [each.strip().lstrip("\ufeff") for each in headings if len(each) <= 40]
    return any(map(_ORGANISATIONS.search, cells)) and not speaks_of_persons(cells)


def names_organisations(cells: Sequence[str]) -> bool:
    """Whether nearly all cells of a column are what an organisation is called."""
    named = sum(bool(_CALLED_SO.search(cell, max(0, len(cell) - 20))) and len(cell) <= 40 for cell in cells)
    return named >= _FEW and named >= len(cells) * _MOST


def speaks_of_persons(headings: Iterable[str]) -> bool:
    """Whether a row of headings has one that only a list of persons has."""
    return any(_PERSONS.search(each) for each in headings if len(each) <= 40)


def tells_how_to_reach(heading: str) -> bool:
    """Whether a column of such a register says how they are reached."""
    return len(heading) <= 40 and bool(_REACHED.search(heading))


def is_an_offices(exposure: Exposure) -> bool:
    """A desk's telephone, its address, a mailbox that is no person's own; a mobile number is always somebody's."""
    if exposure.kind is ExposureKind.EMAIL:
        return not is_private_mailbox(exposure.value)
    return exposure.kind in (ExposureKind.LANDLINE, ExposureKind.ADDRESS)

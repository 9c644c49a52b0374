"""What exposes a person: the rules that keep personal information out of the repository."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.check.personal.exposures import NAMES, ExposureKind
from generator.model.chapters import PRIVACY
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

IDENTITY_NUMBER = Rule(
    "identity-number",
    Severity.ERROR,
    PRIVACY,
    1,
    title="写了身份证号",
    cause=(
        "把登记表、申请表原样粘贴过来，就会带上身份证号。程序按 18 位（和旧的 15 位）号码的规律查找，"
        "去掉空格和短横线也能认出来。"
    ),
    mending="删去整个号码，不要只遮住几位。要区分不同的人，用“甲”“乙”或化名。已经推送过的，马上告诉维护者。",
)
MOBILE = Rule(
    "mobile",
    Severity.ERROR,
    PRIVACY,
    2,
    title="写了手机号",
    cause="手机号连着一个人。个人的号码公开以后会收到骚扰，也会让别人知道谁在受助。",
    mending="换成单位的固定电话。确实是单位值班手机的，经审核后登记为隐私检查的例外。",
)
LANDLINE = Rule(
    "landline",
    Severity.ERROR,
    PRIVACY,
    3,
    title="写了像是住宅的电话",
    cause="正文里的固定电话，如果没有写在组织、项目或窗口的电话一栏，程序分不清是单位的还是住家的。",
    mending="单位的热线写进组织、项目或窗口的电话一栏，正文里就不再提示；住家的删去。",
)
BANK_CARD = Rule(
    "bank-card",
    Severity.ERROR,
    PRIVACY,
    4,
    title="写了银行卡号",
    cause="收款账户、发放名单里常带卡号。卡号通过了校验规则，多半是真的。",
    mending="删去整个号码。募捐的收款账户写在组织自己的网站上，这里放链接。",
)
ADDRESS = Rule(
    "address",
    Severity.ERROR,
    PRIVACY,
    5,
    title="写了到门牌的住址",
    cause="写到楼栋、门牌号，邻居一看就知道是谁家。服务点对公众开放的地址，写在地址一栏不会提示。",
    mending="只写到区或街道（镇、乡）。",
)
BIRTH_DATE = Rule(
    "birth-date",
    Severity.ERROR,
    PRIVACY,
    6,
    title="写了出生日期",
    cause="出生年月日和住处、病情连在一起，很容易认出是谁。",
    mending="改写成年龄段，例如“七十多岁”。",
)
NAME = Rule(
    "name",
    Severity.ERROR,
    PRIVACY,
    7,
    title="写了受助人的姓名",
    cause="文章里出现像姓名的字，并且看上去是受助的人，又没有注明是化名。",
    mending="用化名，名字后面写“（化名）”。本人书面同意公开姓名的，在页首信息的同意范围里写 name。",
)
SITUATION = Rule(
    "situation",
    Severity.ERROR,
    PRIVACY,
    8,
    title="几样情况连在一起，能认出是谁",
    cause="病情、姓名和住处单独看不要紧，写在一句话里，同村的人就知道是谁。",
    mending="用化名并注明“（化名）”，不写村和小区的名称，病情只写大类。",
)
LOCATION = Rule(
    "location",
    Severity.WARNING,
    PRIVACY,
    9,
    title="照片里记着拍摄地点",
    cause="手机拍照会把经纬度写进照片。案例照片发布时会去掉它，附件里的图片不会；代码库的历史里也还在，从中能查到受助人的家。",
    mending="提交前去掉：手机相册“分享”时关闭位置；Windows 在文件属性的“详细信息”里选“删除属性和个人信息”。",
    bad="手机相册里的原图（带拍摄地点）",
    good="分享时关闭“位置”以后存下的照片",
    also=(Severity.ERROR,),
)


def place_in_picture(file: str, mark: str, *, is_published_as_it_is: bool) -> Problem:
    """Of a case's photographs the site takes the place out; the history of the file keeps it."""
    published, cleaned = "这里的图片原样公开，坐标会跟着公开。", "网页上的照片会去掉它，但文件历史里还在。"
    return Problem(
        LOCATION.at(Severity.ERROR) if is_published_as_it_is else LOCATION,
        Location(file),
        f"照片里记着拍摄地点的坐标（标记 {mark}）。{published if is_published_as_it_is else cleaned}",
        "提交前去掉：手机相册“分享”时关闭位置；Windows 在文件属性的“详细信息”里选“删除属性和个人信息”。",
    )


def with_exception(problem: Problem, folder: str) -> Problem:
    """The same, and how to except it in the dataset kept in `folder`."""
    how = f"核实过不是个人信息的，把文件、类别和标记登记到{folder}，写明理由和核实的岗位。"
    return replace(problem, hint=f"{problem.hint}{how}")


EXCEPTION_UNUSED = Rule(
    "exception-unused",
    Severity.WARNING,
    PRIVACY,
    10,
    title="有一条例外没有用上",
    cause=(
        "审核过的例外（例如单位值班手机）只对那一处内容有效。内容改了或删了，这条例外就该撤掉，免得给别的内容开了口子。"
    ),
    mending="内容已经改好的，从隐私检查的例外里删去这一条；文件名或标记写错的，照检查报告改正。",
    bad="x1,content/about.md,mobile,00000,单位值班手机,示例审核岗,2026-11-20",
    good="x1,content/about.md,mobile,（检查报告里的标记）,单位值班手机,示例审核岗,2026-11-20",
)


def exception_unused(place: Location, record: str) -> Problem:
    """An exception whose text has changed or gone clears nothing, and should not stand ready for another."""
    return Problem(
        EXCEPTION_UNUSED,
        place,
        "这条例外没有对上任何检查结果：内容已经改了，或文件、标记写错了。",
        "内容已经改好的，删去这一条；写错的，照检查报告改正。",
        record,
    )


RAW_DATA_IN_TREE = Rule(
    "raw-data-in-tree",
    Severity.ERROR,
    PRIVACY,
    13,
    title="原始数据放进了站点文件夹",
    cause="这份表一户一行、带有姓名或证件，或者能直接拿来做统计。放在这里，一次提交就公开了。",
    mending="马上移到仓库外面。已经提交或推送过的，请告诉维护者从历史里清除。做统计表用 mingshan protect。",
    bad="tianjin/个案.csv：姓名,身份证号,电话,区",
    good="D:/bangfu/个案.csv（放在站点文件夹外面）",
)


def raw_data_in_tree(file: str) -> Problem:
    """Raw data lies where it may be published with one commit."""
    return Problem(
        RAW_DATA_IN_TREE,
        Location(file),
        "这份表像是未经保护的原始数据（一户一行、带有姓名或证件，或者能直接用来做统计表），不能放在站点的文件夹里。",
        "马上移到仓库外面；如果已经提交或推送过，请告诉维护者从历史里清除。做统计表用 mingshan protect。",
    )


ACCOUNT = Rule(
    "account",
    Severity.ERROR,
    PRIVACY,
    21,
    title="写了银行账号",
    cause="句子里说到账号、开户、收款，又写了一长串数字。发放名单和收据最容易带进来。",
    mending="删去整个账号。募捐的收款账户写在组织自己的网站上，这里放链接。",
)
PERMIT = Rule(
    "permit",
    Severity.ERROR,
    PRIVACY,
    22,
    title="写了港澳台居民的证件号",
    cause="来往内地通行证、台胞证、居民居住证的号码和身份证号一样，连着一个人。",
    mending="删去整个号码。要区分不同的人，用“甲”“乙”或化名。",
)
PASSPORT = Rule(
    "passport",
    Severity.ERROR,
    PRIVACY,
    23,
    title="写了护照号",
    cause="句子里说到护照，又写了像护照号的字母和数字。",
    mending="删去整个号码。要区分不同的人，用“甲”“乙”或化名。",
)
PLATE = Rule(
    "plate",
    Severity.ERROR,
    PRIVACY,
    24,
    title="写了车牌号",
    cause="凭车牌能找到车主。",
    mending="删去车牌号，写“一辆面包车”就够了。单位的服务车辆确实要写的，经审核后登记为例外。",
)
PERSONAL_EMAIL = Rule(
    "personal-email",
    Severity.ERROR,
    PRIVACY,
    25,
    title="写了没有登记为单位邮箱的电子邮箱",
    cause="邮箱名常常就是姓名、手机号或 QQ 号。程序只认得写在组织、项目的邮箱一栏里的邮箱是单位的。",
    mending="换成单位的邮箱，并写进组织的电子邮箱一栏；个人的删去。",
)
MESSENGER = Rule(
    "messenger",
    Severity.ERROR,
    PRIVACY,
    26,
    title="写了 QQ 号或微信号",
    cause="加上就能找到本人。",
    mending="删去；单位的公众号写明“公众号”，不会提示。",
)
PROBLEMS_BY_KIND: Mapping[ExposureKind, Rule] = {
    ExposureKind(rule.code): rule
    for rule in (
        IDENTITY_NUMBER,
        MOBILE,
        LANDLINE,
        BANK_CARD,
        ACCOUNT,
        PERMIT,
        PASSPORT,
        PLATE,
        PERSONAL_EMAIL,
        MESSENGER,
        ADDRESS,
        BIRTH_DATE,
        NAME,
        SITUATION,
    )
}
"""Each kind of what a text gives away is a rule of its own."""
CONSENT_ENDING = Rule(
    "consent-ending",
    Severity.ADVICE,
    PRIVACY,
    14,
    title="本人的同意快到期或已到期",
    cause="同意书写了有效期。过了那天，写到本人的内容（如正文、照片、姓名）自动不再显示；这里提前告诉您。",
    mending="续签同意书并更新到期日；不续的，删去写到本人的内容；案例还要把状态改为 withdrawn。",
)


def consent_ending(place: Location, record: str, what: str, day: str, until: str, *, is_over: bool) -> Problem:
    """`what` rests on the consent that ends on `day`; the field `until` says so."""
    when = f"已于{day}到期，{what}已不显示" if is_over else f"将于{day}到期"
    return Problem(
        CONSENT_ENDING,
        place,
        f"本人同意{when}。",
        f"续签同意书并更新 {until}；不续的，删去{what}。",
        record,
    )


RULES = (
    IDENTITY_NUMBER,
    MOBILE,
    LANDLINE,
    BANK_CARD,
    ADDRESS,
    BIRTH_DATE,
    NAME,
    SITUATION,
    LOCATION,
    EXCEPTION_UNUSED,
    RAW_DATA_IN_TREE,
    CONSENT_ENDING,
    ACCOUNT,
    PERMIT,
    PASSPORT,
    PLATE,
    PERSONAL_EMAIL,
    MESSENGER,
)
MENDING = {
    ExposureKind.IDENTITY_NUMBER: "删去整个号码；要区分不同的人，用“甲”“乙”或化名。",
    ExposureKind.MOBILE: "删去号码，或换成单位的固定电话。",
    ExposureKind.LANDLINE: "删去号码；单位的热线请写在组织、项目或窗口的电话一栏，写过的不再提示。",
    ExposureKind.BANK_CARD: "删去整个号码；收款账户请写在组织自己的网站上。",
    ExposureKind.ACCOUNT: "删去整个账号；收款账户请写在组织自己的网站上，这里放链接。",
    ExposureKind.PERMIT: "删去整个号码；要区分不同的人，用“甲”“乙”或化名。",
    ExposureKind.PASSPORT: "删去整个号码；要区分不同的人，用“甲”“乙”或化名。",
    ExposureKind.PLATE: "删去车牌号；要说车，写“一辆面包车”就够了。",
    ExposureKind.EMAIL: "换成单位的邮箱，并写在组织的电子邮箱一栏，写过的不再提示；个人的删去。",
    ExposureKind.MESSENGER: "删去个人的 QQ 号、微信号；单位的公众号请写明“公众号”。",
    ExposureKind.ADDRESS: "只写到区或街道（镇、乡）。",
    ExposureKind.BIRTH_DATE: "改写成年龄段，如“七十多岁”。",
    ExposureKind.NAME: "用化名，并在名字后面注明“（化名）”；本人同意公开姓名的，在同意公开的内容里写 name。",
    ExposureKind.SITUATION: "用化名并注明“（化名）”，不写村和小区的名称，病情只写大类。",
}


def exposure_found(place: Location, kind: ExposureKind, where: str, mark: str, record: str | None) -> Problem:
    """What was found is not repeated: only where in the place it stands, its kind, and a mark to except it by."""
    message = f"{where}里有{NAMES[kind]}（内容已遮盖，标记 {mark}）。"
    return Problem(PROBLEMS_BY_KIND[kind], place, message, MENDING[kind], record)


def found_in_history(problem: Problem, file: str, commit: str) -> Problem:
    """The same in a file as a commit had it, which has changed since or is gone."""
    where = f"提交 {commit} 里的这份文件（后来改掉或删去了），"
    return replace(problem, location=Location(file), message=f"{where}{problem.message}")

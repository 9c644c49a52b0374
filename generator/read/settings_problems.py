"""What is wrong with `mkdocs.yml` and `trusted.yaml`: settings of no use, of another kind, or not allowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity
from generator.model.trust import NEVER_TRUSTED, TRUST_FILE
from generator.read.names_in_messages import shown, suggestion

UNKNOWN_SETTING = Rule(
    "unknown-setting",
    Severity.ERROR,
    RUNNING,
    10,
    title="没有这一项设置",
    cause="extra.mingshan 里的名称打错了，写的内容不会起作用。",
    mending="照提示里的正确名称改。",
)


def unknown_setting(place: Location, name: str, titles: Mapping[str, str]) -> Problem:
    """A misspelt setting would leave its default standing without a word; `titles` are those of all there are."""
    message = f"extra.mingshan 里没有“{shown(name)}”这一项设置。"
    return Problem(UNKNOWN_SETTING, place, message, suggestion(name, titles))


SETTING_KIND = Rule(
    "setting-kind",
    Severity.ERROR,
    RUNNING,
    11,
    title="设置的内容不对",
    cause="该写数字的写了文字，该写是非的写了别的，或者超出了范围。",
    mending="照提示改写。",
)


def settings_not_a_block(place: Location) -> Problem:
    """Our settings as a word or a list: all their defaults stand instead."""
    return wrong_kind(place, "extra.mingshan", "一组“名称: 内容”")


def wrong_kind(place: Location, what: str, wanted: str) -> Problem:
    """A setting that is not what it should be; its default stands instead."""
    return Problem(SETTING_KIND, place, f"{what}应当是{wanted}。", f"改写成{wanted}。")


NO_PROJECT = Rule(
    "no-project",
    Severity.ERROR,
    RUNNING,
    12,
    title="这个文件夹不是站点",
    cause="里面没有 mkdocs.yml，多半是在别的文件夹里运行了命令。",
    mending="用 --root 指定站点所在的文件夹；还没有站点的，运行 mingshan init。",
    bad="mingshan check",
    good="mingshan check --root xinzhan",
)


def no_project(file: str) -> Problem:
    """A folder without `mkdocs.yml` is not an instance of the generator."""
    return Problem(
        NO_PROJECT,
        Location(file),
        "这个文件夹里没有 mkdocs.yml，不是一个明善站点。",
        "用 --root 指定站点所在的文件夹，或运行 mingshan init 建立一个新站点。",
    )


SETTING_REFUSED = Rule(
    "setting-refused",
    Severity.ERROR,
    RUNNING,
    31,
    title="这项设置不在允许的范围里",
    cause=(
        "mkdocs.yml 谁都可以在请求里改。能让网站读别的文件、运行别的程序、向别处请求内容的键、插件和扩展，"
        "不在允许的名单里就不采用。"
    ),
    mending="删去这一项。确实要用的，由维护者写进站点根目录的 trusted.yaml，合并以后才能用。",
)


def key_refused(place: Location, within: str, name: str) -> Problem:
    """A key that nobody allowed, of the file or of what stands `within` it."""
    return _refused(place, f"{within} 里不能写“{shown(name)}”。")


def other_value_refused(place: Location, name: str, only: str) -> Problem:
    """A key that may have one value only, and has another."""
    return _refused(place, f"{name} 只能是 {only}。")


def addition_refused(place: Location, kind: str, name: str) -> Problem:
    """A plug-in or an extension (its `kind` in words) that nobody allowed."""
    return _refused(place, f"{kind}“{shown(name)}”不在允许的名单里。")


def options_unreadable(place: Location, kind: str, name: str) -> Problem:
    """Options of a plug-in or an extension that are no names with contents."""
    return _refused(place, f"{kind} {name} 的选项应当是一组“名称: 内容”。")


def code_in_setting(place: Location, name: str) -> Problem:
    """HTML where words are wanted."""
    return _refused(place, f"{shown(name) or '名称'}里不能有 < 号：设置里只写文字，不写网页代码。")


def language_refused(place: Location, name: str) -> Problem:
    """The name of a language, or of a direction, that is none."""
    return _refused(place, f"{name} 应当是 zh 这样的代号。")


def value_impossible(place: Location) -> Problem:
    """It is written like a day or a number, and there is no such."""
    return _refused(place, "有一项写得像日期或数，却没有这样的日期或数；请给它加上引号。")


def _refused(place: Location, said: str) -> Problem:
    """Something in the settings that would make the generator do more than draw what people wrote."""
    hint = f"删去这一项；确实要用的，由维护者写进 {TRUST_FILE}，合并到主分支以后才能用。"
    return Problem(SETTING_REFUSED, place, said, hint)


ADDRESS_SCHEME = Rule(
    "address-scheme",
    Severity.ERROR,
    RUNNING,
    32,
    title="网址的开头不对",
    cause="javascript:、data: 一类的网址点下去会运行代码；// 开头的会把人带到别的网站而看不出来。",
    mending="写以 https:// 开头的完整网址，或者站内文件的相对路径；邮箱写 mailto:，电话写 tel:。",
)


def address_scheme(place: Location, schemes: Iterable[str]) -> Problem:
    """An address that a browser would run, or that leads to another host without saying so."""
    kinds = "、".join(f"{scheme}:" for scheme in sorted(schemes))
    hint = f"写站内文件的路径，或以 {kinds} 开头的网址。"
    return Problem(ADDRESS_SCHEME, place, "这个网址的开头不在允许的名单里。", hint)


TRUST_REFUSED = Rule(
    "trust-refused",
    Severity.ERROR,
    RUNNING,
    36,
    title="trusted.yaml 没有采用",
    cause="这份文件放宽 mkdocs.yml 和页首信息能写什么，所以只听主分支的：请求放宽不了对它自己的要求。",
    mending="单独提交这一份，由维护者合并。不能放宽的，删去。",
    bad="keys: [hooks]",
    good="keys: [validation]",
    also=(Severity.WARNING,),
)


def trust_unmerged() -> Problem:
    """What was changed here is not what the main branch says."""
    said = "这里的 trusted.yaml 和主分支的不一样，没有采用：放宽什么，只听主分支的。"
    hint = "先单独提交这一份，由维护者合并，再用它放宽的设置；维护者自己试用，写 --base HEAD。"
    return Problem(TRUST_REFUSED.at(Severity.WARNING), Location(TRUST_FILE), said, hint)


def trust_without_base() -> Problem:
    """A repository without a main branch in sight: nobody knows whose word the file is."""
    hint = "用 --base 写明主分支或它的提交号，或者先 git fetch origin main。"
    return Problem(TRUST_REFUSED, Location(TRUST_FILE), "不知道主分支是哪一个，没有采用 trusted.yaml。", hint)


def trust_unknown(place: Location, key: str) -> Problem:
    """A kind that nothing can be allowed of."""
    kinds = "、".join(NEVER_TRUSTED)
    said = f"“{shown(key)}”不能这样放宽。"
    return Problem(TRUST_REFUSED, place, said, f"每项写成一个列表；可以放宽的有 {kinds}。")


def trust_never(place: Location, word: str) -> Problem:
    """What no instance can be allowed."""
    said = f"“{shown(word)}”不能放宽：它会让网站运行别人的程序。"
    return Problem(TRUST_REFUSED, place, said, "删去这一项。")


SETTINGS_RULES = (
    SETTING_REFUSED,
    ADDRESS_SCHEME,
    TRUST_REFUSED,
    UNKNOWN_SETTING,
    SETTING_KIND,
    NO_PROJECT,
)

"""Words in a text to the names of the people it is about, and to illness, name and home told together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.home_addresses import names_a_home
from generator.check.personal.surnames import DOUBLE, SINGLE, SURNAMES_WORDS, WHOLE_WORDS

_FAMILY = rf"(?:{'|'.join(DOUBLE)}|[{SINGLE}])"
_GIVEN = r"[\u4e00-\u9fff]{1,2}?"
_NAME = rf"({_FAMILY}{_GIVEN})"
_WHO = (
    r"受助人|受益人|受助学生|受助老人|受助儿童|求助人|申请人|救助对象|帮扶对象|服务对象|患者|病人|患儿|孤儿|学生|老人|老党员|户主|监护人|家属|低保户|特困户|困难户|困难群众"
    r"|残疾人|姓名|当事人|居民|村民|儿童|女孩|男孩|孩子|母亲|父亲|奶奶|爷爷|妻子|丈夫|儿子|女儿|孙女|孙子|特困人员|低保对象"
)
_AFTER_NAME = (
    r"(?=[，,。、；：:（(）)\s“”的患因是家说住来把又也还回去笑哭握拉抱坐站走被给对独无有没领收得拿考和与在从每]"
    r"|$|今年|现年|一家|夫妇|告诉|出院|去世|身患|已经)"
)
_LABELLED = re.compile(rf"(?:{_WHO})(?:名叫|名字叫|叫|为|是|：|:|\s|——){{0,2}}{_NAME}{_AFTER_NAME}")
_CALLED = re.compile(rf"(?:名叫|[他她]叫|名字叫|名字是|叫做|姓名[是为：:]?|取名)\s?{_NAME}{_AFTER_NAME}")
_TITLED = re.compile(
    rf"(?<![\u4e00-\u9fff]){_NAME}(?:同学|小朋友|老人|老师傅|大爷|大妈|大娘|奶奶|爷爷|阿姨|叔叔|女士|先生|一家|夫妇|母子|母女|父子|父女|的(?:母亲|父亲|妈妈|爸爸|儿子|女儿|妻子|丈夫|家人|家属|奶奶|爷爷|病情|手术|住院))"
)
_VISITED = re.compile(
    rf"(?:看望|慰问|探望|走访|资助|救助|陪伴|帮助|来到|走进|联系上)(?:了|过)?{_NAME}(?=一家|老人|家[里中，。]|同学|小朋友|夫妇|女士|先生|的家)"
)
_LOOSE = re.compile(
    rf"(?:^|(?<=[，。；、：:“（(\s\n])){_NAME}(?=[，,、（(]|今年|现年|\d{{1,3}}岁|患|因|身患|家住|住在|男[，,]|女[，,]|是一?[名位个]|的(?:母亲|父亲|儿子|女儿|丈夫|妻子|孩子))"
)
_ILLNESS = re.compile(
    r"癌|肿瘤|白血病|尿毒症|透析|瘫痪|脑瘫|精神分裂|精神疾病|精神障碍|抑郁症|艾滋|肝硬化|肝炎|心脏病|先心病|脑梗|中风|糖尿病|肺结核|红斑狼疮|血友病|渐冻"
    r"|残疾|智力障碍|自闭症|孤独症|阿尔茨海默|帕金森|失明|聋哑|重病|大病|骨髓|再生障碍|患病|身患|确诊"
)
_PSEUDONYM = re.compile(r"\s?[（(](?:均为|皆为|系)?(?:化名|为化名|假名)")
_ALL_PSEUDONYMS = re.compile(r"(?:均|皆|都|一律)(?:为|是|使用|用)?(?:了)?化名|人名(?:为|是)化名|姓名(?:为|系)化名")
_NOT_GIVEN = re.compile(
    r"[某氏姓家老等们的了是在和与及或因患已曾就都被把让给有没不很也又还再能会要去来到说这那其何几每各同该此本我你他她它X×*]"
    r"|^[小大]?.?[妈爷哥姐弟妹伙组伯叔婶姨娘嫂奶姑]|^[小大]$"
)
"""What no given name is made of: 王某, 李老, 张家, 陈的, 赵大妈."""


def find_names(text: str) -> Iterator[Exposure]:
    """Names of people who are helped, told by the words around them; a name marked as invented is none."""
    if _ALL_PSEUDONYMS.search(text):
        return
    taken: set[int] = set()
    for pattern in (_LABELLED, _CALLED, _VISITED, _TITLED):
        for found in pattern.finditer(text):
            if found.start(1) not in taken and _is_name(text, found):
                taken.add(found.start(1))
                yield Exposure(ExposureKind.NAME, found.start(1), found.end(1), found[1])


def find_situations(text: str) -> Iterator[Exposure]:
    """A name, an illness and a named village or estate in one paragraph: neighbours know who it is."""
    if not _ILLNESS.search(text) or _ALL_PSEUDONYMS.search(text):
        return
    for paragraph in re.finditer(r"[^\n]+", text):
        if _ILLNESS.search(paragraph[0]) and names_a_home(paragraph[0]):
            for found in _LOOSE.finditer(paragraph[0]):
                if _is_name(paragraph[0], found):
                    at = paragraph.start()
                    yield Exposure(ExposureKind.SITUATION, at + found.start(1), at + found.end(1), found[1])
                    break


def _is_name(text: str, found: re.Match[str]) -> bool:
    name = found[1]
    family = 2 if name[:2] in DOUBLE else 1
    return (
        name[:2] not in SURNAMES_WORDS
        and name not in WHOLE_WORDS
        and not _NOT_GIVEN.search(name[family:])
        and not _PSEUDONYM.match(text, found.end(1))
    )

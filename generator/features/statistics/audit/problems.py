"""What a release gives away: the rules of the audit."""

from __future__ import annotations

from collections.abc import Mapping

from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, RuleChapter, Severity

AUDIT = RuleChapter(
    9,
    "统计表会不会泄露个人情况",
    (
        "公布以前，程序像一个有心人那样把表里表外的数放在一起推算（mingshan audit）。凡是能算出很小的数（默认是少于 "
        "5 户或人）的，都不让发布。"
    ),
)
AUDIT_SMALL = Rule(
    "audit-small",
    Severity.ERROR,
    AUDIT,
    1,
    title="公布了很小的数",
    cause="人数只有 1 到 4 个，熟人一看就知道说的是谁。",
    mending="不要手工改这一格，用 mingshan protect 重新处理整张表。",
    bad="河西区 医疗救助 3 户",
    good="河西区 医疗救助 （不公布）",
)
AUDIT_ALONE = Rule(
    "audit-alone",
    Severity.ERROR,
    AUDIT,
    2,
    title="只缺一个数，减一减就知道",
    cause="同一个合计下面只有一个数没有公布，用合计减去其他的，就得到它。",
    mending="用 mingshan protect 重新处理；它会再盖住一个数，让两个都算不出来。",
    bad="合计 50，甲 30，乙 17，丙（不公布）",
    good="合计 50，甲 30，乙（不公布），丙（不公布）",
)
AUDIT_COMBINED = Rule(
    "audit-combined",
    Severity.ERROR,
    AUDIT,
    3,
    title="几个合计连着减，能算出来",
    cause="每个合计下面都缺不止一个数，可是横着减、竖着减连起来，就能解出其中一个。",
    mending="用 mingshan protect 重新处理整张表，手工很难盖得周全。",
    bad="横向、竖向各缺两个数，四个合计都公布",
    good="再盖住一个数，或只公布上一级的合计",
)
AUDIT_NARROW = Rule(
    "audit-narrow",
    Severity.ERROR,
    AUDIT,
    4,
    title="推算出的范围太窄",
    cause="虽然算不出准数，但能知道它在很小的范围里，例如 1 到 3 之间，等于说出来了。",
    mending="用 mingshan protect 重新处理整张表。",
    bad="丙（不公布），可推出在 1 到 3 之间",
    good="丙（不公布），可推出在 1 到 20 之间",
)
AUDIT_REST = Rule(
    "audit-rest",
    Severity.ERROR,
    AUDIT,
    5,
    title="两个数一减，剩下的很小",
    cause="求助 20 户、受理 18 户，一减就知道 2 户没有受理。没有得到帮助的人也会被认出来。",
    mending="用 mingshan protect 重新处理整张表。",
    bad="求助 20 户，受理 18 户",
    good="求助 20 户，受理（不公布）",
)
AUDIT_SUM = Rule(
    "audit-sum",
    Severity.ERROR,
    AUDIT,
    6,
    title="合计和各项对不上",
    cause="公布的合计不等于各项相加。要么有一个数错了，要么合计没有一起更新。",
    mending="核对这几个数；用 mingshan protect 处理的表不会出现这种情况，所以不要手工改它的结果。",
    bad="甲 30，乙 20，合计 60",
    good="甲 30，乙 20，合计 50",
)
AUDIT_CONTRADICTION = Rule(
    "audit-contradiction",
    Severity.ERROR,
    AUDIT,
    7,
    title="几个数互相矛盾",
    cause="没有哪一组真实的数，能同时满足已经公布的这些数。必有写错的。",
    mending="核对有关的数，再用 mingshan protect 重新处理。",
    bad="全市 40 户，其中河西区 61 户",
    good="全市 101 户，其中河西区 61 户",
)
AUDIT_MONEY = Rule(
    "audit-money",
    Severity.ERROR,
    AUDIT,
    8,
    title="户数没有公布，金额却公布了",
    cause="户数少才不公布，金额公布了，等于说出那几户得了多少钱。",
    mending="金额也一起不公布：用 mingshan protect 重新处理。",
    bad="户数（不公布），金额 12,000 元",
    good="户数（不公布），金额（不公布）",
)
AUDIT_LEFT_OUT = Rule(
    "audit-left-out",
    Severity.ERROR,
    AUDIT,
    9,
    title="少一行藏不住",
    cause="表里没有这一行，可是用合计减去别的行，就知道它有几户。",
    mending="不要删行。写出这一行，标明不公布，再用 mingshan protect 处理。",
    bad="合计 50，甲 30，乙 17（没有丙）",
    good="合计 50，甲 30，乙（不公布），丙（不公布）",
)
AUDIT_MARK = Rule(
    "audit-mark",
    Severity.ERROR,
    AUDIT,
    10,
    title="标记把不公布的数分成了几种",
    cause="有的标“人数较少（C）”，有的标“为保护别的数（D）”，等于说出了哪些数小，和别的数放在一起就能算准。",
    mending="不公布的数都标 Q、C。旧文件用 mingshan protect --remark 文件 改标记，数字一个也不动。",
    bad="丙 C（人数较少），乙 D，合计 8",
    good="丙 C，乙 C，合计 8",
)
AUDIT_OVERLAP = Rule(
    "audit-overlap",
    Severity.ERROR,
    AUDIT,
    11,
    title="几张表放在一起能算出来",
    cause="单看一张表、一个期间没有问题，可是半年表和全年表、两张有重叠的表放在一起一减，就知道了。",
    mending="有重叠的表一起用 mingshan protect 处理。",
    bad="全年 30，上半年 28，下半年（不公布）",
    good="全年 30，上半年（不公布），下半年（不公布）",
)
AUDIT_DIFFERENCE = Rule(
    "audit-difference",
    Severity.ERROR,
    AUDIT,
    12,
    title="和以前公布的一对照就知道",
    cause="这一版没有公布的数，以前公布过；或者两版一减，就得到它。公开过的东西收不回来。",
    mending="用 mingshan protect --previous 旧表 重新处理，它会把以前公布过的也算进去。",
    bad="上一版：乙 17；这一版：乙（不公布），合计差 2",
    good="mingshan protect yuanshi.csv --table aid --previous 上一版.csv",
)
AUDIT_REVISION = Rule(
    "audit-revision",
    Severity.ERROR,
    AUDIT,
    13,
    title="改动的差数太小",
    cause="以前公布 30，现在改成 32，差 2，等于说出了这两户。",
    mending="小的更正攒到下一期一起改，或者不公布这个数。",
    bad="30 改成 32",
    good="30 不改，下一期再更正",
)
AUDIT_MORE = Rule(
    "audit-more",
    Severity.ERROR,
    AUDIT,
    14,
    title="同样的问题还有很多",
    cause="一张表查出几十处以上，多半是没有处理过的原始汇总表。",
    mending="在本单位的电脑上用 mingshan audit --format json 看全部；整张表用 mingshan protect 重新处理。",
    bad="直接提交汇总表",
    good="提交 mingshan protect 的结果",
)
AUDIT_UNROUNDED = Rule(
    "audit-unrounded",
    Severity.ERROR,
    AUDIT,
    15,
    title="约数不是照规矩取的",
    cause="约数表里有准数，或者合计、月份、旁边有半年数的全年数另外取了约数。几个约数加起来一对，就能还原。",
    mending="整张表用 mingshan protect 来做，不要手工改。",
    bad="友谊路街道 医疗救助 约 12",
    good="友谊路街道 医疗救助 约 10",
)
AUDIT_WHOLE = Rule(
    "audit-whole",
    Severity.ERROR,
    AUDIT,
    16,
    title="有约数的一列不完整",
    cause="区里的准数没有公布，各街道的约数加起来却差不多就是它；或者少列了一个街道。",
    mending="先做区一级的表，再用 mingshan protect --previous 区一级的表 做约数表。",
    bad="河西区（不公布），各街道约 5、约 0、约 10",
    good="河西区（不公布），各街道也不公布",
)
AUDIT_ROUNDED = Rule(
    "audit-rounded",
    Severity.ERROR,
    AUDIT,
    17,
    title="约数能还原得太准",
    cause="区里人数太少，或者几个约数放在一起，某个街道可能的户数不到 5 个。",
    mending="这一列不列；用 mingshan protect 来做，它只看公布的准数，人数够的才列。",
    bad="三个街道都约 5，区里正好 3 户",
    good="三个街道都约 5，区里正好 14 户",
)
AUDIT_BESIDE = Rule(
    "audit-beside",
    Severity.ERROR,
    AUDIT,
    18,
    title="同一处又有约数又有准数",
    cause="同一个街道、同一年，一张表公布准数，另一张公布约数，约数就没有用了。",
    mending="约数从一个新的年度开始。",
    bad="2026年友谊路街道：13；又：约 15",
    good="2026年友谊路街道：13；2027年：约 15",
)
AUDIT_CORRECTION = Rule(
    "audit-correction",
    Severity.ERROR,
    AUDIT,
    19,
    title="约数改了，区里只差几户",
    cause="准数差得少，约数怎么变，就说出改的是哪个街道的哪几户。",
    mending="迟到的个案算进下一期；一定要改的，等区里的差数不小于 10 和街道的个数。",
    bad="区里 61 改成 64，友谊路街道约 10 改成约 15",
    good="区里 61 改成 64，各街道的约数不动",
)
AUDIT_JOINT = Rule(
    "audit-joint",
    Severity.ERROR,
    AUDIT,
    24,
    title="金额和公开的标准放在一起，能算出户数",
    cause="每户给多少有公开的标准。几类的金额加在一起公布了，户数的合计也公布了，解一解就知道每一类各有几户。",
    mending="用 mingshan protect 重新处理：标准写在 dataset.yaml 的 standards 里，程序会把说出户数的金额也盖住。",
    bad="四户，共 14,000 元；医疗每户 5,000 元，助学每户 2,000 元",
    good="四户，金额不公布",
)
AUDIT_AGAIN = Rule(
    "audit-again",
    Severity.ERROR,
    AUDIT,
    30,
    title="合计和各项一比，就知道几户算了几次",
    cause="一户可以算在几项里，合计只算一次：各项相加比合计多 2，就是只有这么几户算在几项里。",
    mending="用 mingshan protect 重新处理：rows 写 distinct 的表，它会把这样的数也盖住。",
    bad="医疗 20 户，照料 12 户，合计 30 户",
    good="医疗 20 户，照料（不公布），合计 30 户",
)
AUDIT_ELSEWHERE = Rule(
    "audit-elsewhere",
    Severity.ERROR,
    AUDIT,
    31,
    title="合计减去一项，剩下的很小",
    cause="一户可以算在几项里，合计只算一次：合计 20 户、其中医疗 18 户，就知道只有 2 户没有医疗。",
    mending="用 mingshan protect 重新处理整张表。",
    bad="医疗 18 户，照料 9 户，合计 20 户",
    good="医疗（不公布），照料 9 户，合计 20 户",
)
AUDIT_TOGETHER = Rule(
    "audit-together",
    Severity.ERROR,
    AUDIT,
    32,
    title="几张约数表放在一起，还原得太准",
    cause="同一个街道，各类别相加和各类对象相加是同一个数；几列约数放在一起，某一格可能的户数不到 5 个。",
    mending="两张约数表里只公布一张；用 mingshan protect 来做，它会拒绝后做的那一张。",
    bad="六个类别都约 0，十二类对象里只有一类约 5",
    good="六个类别约 0 到约 15，各类对象约 0 到约 10",
)
AUDIT_STORY = Rule(
    "audit-story",
    Severity.ERROR,
    AUDIT,
    33,
    title="案例、项目记录和统计表放在一起，能算出来",
    cause="公开的案例说出了一户在哪里、什么时候、得到哪一类帮扶：那一格至少是 1。把它减去，剩下的几户就知道得太准。",
    mending="统计表用 mingshan protect 重新处理；统计表公布在先的，案例的地区只写到区或市。",
    bad="医疗（不公布），可推出在 0 到 5 之间；案例：甲街道，医疗",
    good="医疗（不公布），可推出在 0 到 20 之间；案例：甲街道，医疗",
)
AUDIT_PAST = Rule(
    "audit-past",
    Severity.ERROR,
    AUDIT,
    35,
    title="以前的一版说出去了，收不回来",
    cause="以前有一版公布了很小的数，或者户数不公布的金额。换回原来的内容、删去整个文件，都收不回来：旁人手里有。",
    mending=(
        "在公布记录里记一行 told：在本单位的电脑上运行 mingshan audit --format json，照抄 table、cell、low、high，"
        "写上理由、由谁决定。记了就不再报；以后的各版不能比它说得更多。"
    ),
    bad="前天公布丙 2 户，昨天换回没有丙的那一版，公布记录里没有 told",
    good="公布记录加一行：told，aid_waiting，丙的 cell，low 2，high 2，为什么：发布后发现，由统计岗决定",
)


def more_weaknesses(place: Location, table: str, count: int) -> Problem:
    """A table gives away more than anybody would mend by hand; `count` of it are not told."""
    return Problem(
        AUDIT_MORE,
        place,
        f"这张表还有 {count} 处同样的问题没有在这里列出。",
        "在本单位的电脑上用 mingshan audit --format json 查看全部；整张表用 mingshan protect 重新处理。",
        table,
    )


STATISTICS_BY_KIND: Mapping[WeaknessKind, Rule] = {
    WeaknessKind(rule.code.removeprefix("audit-")): rule
    for rule in (
        AUDIT_SMALL,
        AUDIT_ALONE,
        AUDIT_COMBINED,
        AUDIT_NARROW,
        AUDIT_REST,
        AUDIT_SUM,
        AUDIT_CONTRADICTION,
        AUDIT_MONEY,
        AUDIT_LEFT_OUT,
        AUDIT_AGAIN,
        AUDIT_ELSEWHERE,
        AUDIT_MARK,
        AUDIT_OVERLAP,
        AUDIT_STORY,
        AUDIT_DIFFERENCE,
        AUDIT_JOINT,
        AUDIT_REVISION,
        AUDIT_UNROUNDED,
        AUDIT_WHOLE,
        AUDIT_ROUNDED,
        AUDIT_TOGETHER,
        AUDIT_BESIDE,
        AUDIT_CORRECTION,
        AUDIT_PAST,
    )
}
"""Each way in which a release gives somebody away is a rule of its own."""


def weakness_found(weakness: Weakness, place: Location, message: str, remedy: str) -> Problem:
    """`message` and `remedy` are those of `messages.py`, which say every kind of weakness."""
    return Problem(STATISTICS_BY_KIND[weakness.kind], place, message, remedy, weakness.table)


AUDIT_RULES = (*STATISTICS_BY_KIND.values(), AUDIT_MORE)

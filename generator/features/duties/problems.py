"""Projects, reports and corrections that contradict each other: the rules of duties."""

from __future__ import annotations

from generator.model.rule import Rule, RuleChapter, Severity

_DUTIES = RuleChapter(
    4,
    "项目公开和更正",
    "项目、组织和公开记录互相矛盾，或者公开期限算不出来。",
)
DISCLOSURE_BEFORE_START = Rule(
    "disclosure-before-start",
    Severity.ERROR,
    _DUTIES,
    1,
    title="公开日期早于项目开始",
    cause="项目还没有开始，不会有可以公开的进展。不是公布日期写错，就是开始日期写错。",
    mending="核对公布日期和项目（募捐）的开始日期，改正写错的一个。",
)
FINAL_BEFORE_END = Rule(
    "final-before-end",
    Severity.WARNING,
    _DUTIES,
    2,
    title="项目还没有结束就公布了“全面公开”",
    cause="项目结束以后三个月内要做一次全面公开。在结束之前公布的，只能算阶段进展，不能代替它。",
    mending="项目已经提前结束的，写上实际结束日期；还没有结束的，把这一条改为“阶段”。",
)
PROJECT_BEFORE_ORGANIZATION = Rule(
    "project-before-organization",
    Severity.ERROR,
    _DUTIES,
    3,
    title="项目开始早于组织成立",
    cause="组织成立之前不会有它的项目。常见的是把前身的项目记在了新组织名下，或年份写错。",
    mending="核对两个日期；前身的项目，请写前身的组织。",
)
REPORT_BEFORE_YEAR_END = Rule(
    "report-before-year-end",
    Severity.ERROR,
    _DUTIES,
    4,
    title="那一年还没有结束，报告已经公布",
    cause="年度报告要等一年过完才写得出来。多半是“所属年度”写成了公布的那一年。",
    mending="所属年度写报告说的那一年，例如 2026 年公布的一般是 2025 年度。",
)
STATUS_WITHOUT_DATE = Rule(
    "status-without-date",
    Severity.WARNING,
    _DUTIES,
    5,
    title="改了状态没有写日期",
    cause="状态写成“已结束”或“暂停”，却没有写是哪一天。公开的最后期限从那一天算起，不写就算不出来。",
    mending="补上实际结束日期或暂停日期。",
)
CAMPAIGN_WITHOUT_QUALIFICATION = Rule(
    "campaign-without-qualification",
    Severity.WARNING,
    _DUTIES,
    6,
    title="公开募捐没有资格",
    cause=(
        "项目写的是公开募捐，而实施组织和合作组织都没有登记公开募捐资格。依法只有取得资格的慈善组织才能公开募捐，"
        "或与它合作。"
    ),
    mending="核对募捐方式。与有资格的组织合作的，把那个组织写进合作组织；组织的资格没有登记的，先补上。",
)
AMOUNT_FALLS = Rule(
    "amount-falls",
    Severity.WARNING,
    _DUTIES,
    7,
    title="累计数变小了",
    cause="按“累计数”公开的收入、支出、人数，后一次不会比前一次少。变小了，多半是这次写的是本期数。",
    mending="这次写的是本期数的，把数字口径改成“本期数”；前一次写错的，另加一条更正，写明原因。",
)
SPENDING_ABOVE_RECEIPTS = Rule(
    "spending-above-receipts",
    Severity.WARNING,
    _DUTIES,
    8,
    title="支出比收入多",
    cause="到这次公开为止，公布过的支出合计比收入合计还多。可能漏写了收入，也可能用了组织的其他资金。",
    mending="漏写的补上；用了本组织其他资金的，在内容摘要里写明，收入照实写。",
)
CORRECTION_WITHOUT_NOTE = Rule(
    "correction-without-note",
    Severity.WARNING,
    _DUTIES,
    9,
    title="更正没有说明",
    cause="更正已经公开的数字，要告诉公众改了什么、为什么改。",
    mending="在“更正说明”里写一两句话。",
)
CORRECTION_OF_NOTHING = Rule(
    "correction-of-nothing",
    Severity.ERROR,
    _DUTIES,
    10,
    title="要更正的那一条找不到",
    cause="“更正哪一条”写的编号在同一份文件里没有。原来的记录不能删去，更正和原记录要并排放着。",
    mending="写被更正记录的编号；原记录被删了的，请恢复。",
)
CORRECTION_OF_OTHER_KIND = Rule(
    "correction-of-other-kind",
    Severity.ERROR,
    _DUTIES,
    11,
    title="更正和原记录不是同一种",
    cause="更正进展的写进展，更正审计的写审计。种类不同，公众不知道哪个数作废了。",
    mending="两条写成同一种，或者改正“更正哪一条”的编号。",
)
CORRECTION_BEFORE_ORIGINAL = Rule(
    "correction-before-original",
    Severity.ERROR,
    _DUTIES,
    12,
    title="更正早于原记录",
    cause="先有原记录，后有更正。日期反了，多半有一个写错。",
    mending="核对两条的公布日期，改正写错的一个。",
)
RULE_UNKNOWN_WORD = Rule(
    "rule-unknown-word",
    Severity.ERROR,
    _DUTIES,
    13,
    title="公开规则里有不认得的词",
    cause=(
        "data/disclosure 里的规则用固定的词写主体、起算办法和履行方式。词打错了，这条规则就不起作用，逾期也不会提醒。"
    ),
    mending="照提示里列出的词改。这些规则由市级管理人员维护。",
)
RULE_INCOMPLETE_TIMING = Rule(
    "rule-incomplete-timing",
    Severity.ERROR,
    _DUTIES,
    14,
    title="公开规则的期限算不出来",
    cause="起算办法和期限对不上，例如每年固定日期的没有写日期，或写了不存在的一天（02-30）。",
    mending="每年固定日期的，写各期最迟日期；从某件事起算的，写月数或日数。",
)
RULES_OVERLAP = Rule(
    "rules-overlap",
    Severity.ERROR,
    _DUTIES,
    15,
    title="两条规则同时有效",
    cause="法规修改以后，新旧两条规则在同一天都有效，同一件事会被提醒两次。",
    mending="在旧规则上写“失效前一日”，就是新规则施行日期的前一天。",
)
LOOK_AT_NOBODY = Rule(
    "look-at-nobody",
    Severity.ERROR,
    _DUTIES,
    16,
    title="查的是谁，本站找不到",
    cause="再查的记录里写的编号，在这条义务约束的组织、项目或者地区里没有，查的结果不会显示在任何地方。",
    mending="照待查清单里的编号写；不要改清单里已经填好的栏目。",
)
LOOK_INCOMPLETE = Rule(
    "look-incomplete",
    Severity.ERROR,
    _DUTIES,
    17,
    title="再查的记录没有写全",
    cause="查到了的要有网址和公布日期，别人才能去看；书面询问要有文号；有异议要有收到的日期。缺一样，就只是一句话。",
    mending="补上提示里说的栏目。查到了而没有网址的，写“没查成”。",
)
LOOK_NOT_COUNTED = Rule(
    "look-not-counted",
    Severity.WARNING,
    _DUTIES,
    18,
    title="这次再查不算数",
    cause="还没有过最迟日期就查的，或者没有到那条义务规定的地方查的，不能说明逾期；页面上仍然写“本站无记录”。",
    mending="过了最迟日期，到规定的地方再查一次，另记一条。",
)
FUNDRAISING_UNKNOWN = Rule(
    "fundraising-unknown",
    Severity.ERROR,
    _DUTIES,
    19,
    title="写的是哪一次募捐，这个项目里没有",
    cause="公开记录、方案变更和合作方都写明是哪一次募捐；编号写错了，它不会算到任何一次募捐上。",
    mending="照同一份文件 fundraisings 列表里的编号写。",
)
FUNDRAISING_UNNAMED = Rule(
    "fundraising-unnamed",
    Severity.WARNING,
    _DUTIES,
    20,
    title="没有写是哪一次募捐",
    cause="这个项目有几次公开募捐，每一次要分别公开。没有写是哪一次的，哪一次都不算。",
    mending="在“哪一次募捐”里写募捐编号。",
)
FILING_NUMBER_SHARED = Rule(
    "filing-number-shared",
    Severity.ERROR,
    _DUTIES,
    21,
    title="两次募捐写了同一个备案编号",
    cause="每一项公开募捐活动单独备案，不得用同一个编号开展多项活动（民政部令第74号第十二条）。",
    mending="核对备案编号，改正写错的一个；确实只是一次募捐的，并成一条。",
)
PLATFORM_FOR_PERSONS = Rule(
    "platform-for-persons",
    Severity.ERROR,
    _DUTIES,
    22,
    title="在个人求助平台上公开募捐",
    cause=(
        "个人求助平台上发布的是求助信息，不是慈善募捐（慈善法第一百二十四条）；慈善组织通过互联网公开募捐，"
        "应当在民政部指定的互联网公开募捐服务平台进行（第二十七条）。"
    ),
    mending="核对平台；帮个人在求助平台上发布信息的，不是公开募捐，不写在这里。",
)
PLATFORM_NOT_DESIGNATED = Rule(
    "platform-not-designated",
    Severity.WARNING,
    _DUTIES,
    23,
    title="募捐那时平台还不是指定的，或者已经不是",
    cause="平台代码表里写明每一家从哪天起由民政部指定、到哪天为止。募捐的日子不在里面，多半有一个写错。",
    mending="核对募捐日期和平台；代码表缺了或者过时的，在自己的平台代码表里补上并写明出处。",
)
FUNDRAISING_INSIDE = Rule(
    "fundraising-inside",
    Severity.ADVICE,
    _DUTIES,
    24,
    title="募捐还写在项目里",
    cause="现在一个项目可以有几次公开募捐，每一次是一条自己的记录。写在项目里的旧写法照样读、照样算，只是只能写一次。",
    mending="运行 mingshan upgrade 先看会改什么，再加 --write；也可以照指南自己改写。",
)
LOOK_DAY_CHANGED = Rule(
    "look-day-changed",
    Severity.ADVICE,
    _DUTIES,
    25,
    title="最迟日期变了，查过的不再算",
    cause=(
        "再查是对某一天的期限查的。后来更正了项目、组织的日期或者规则，期限移到了另一天，或者这件事不用公开了，"
        "原来查过没有的就不再算，页面上又写“本站无记录”。"
    ),
    mending="核对改过的日期。改得对的，过了新的期限再查一次，另记一条；原来的记录不用改。",
)
PENALTY_WITHOUT_END = Rule(
    "penalty-without-end",
    Severity.WARNING,
    _DUTIES,
    26,
    title="处罚没有写公示到哪天为止",
    cause="处罚过了公示期就不再显示。没有写到哪天为止的，会一直显示在组织的页面上。",
    mending="照处罚公示的期限写“到哪天为止”。",
)
AUTHORITY_DISCLOSURE_OF_OTHERS = Rule(
    "authority-disclosure-of-others",
    Severity.ERROR,
    _DUTIES,
    27,
    title="写的不是民政部门自己的义务",
    cause="“民政部门应当公开的”只列民政部门自己的义务。写了慈善组织或者项目的义务，这一条不会显示在任何地方。",
    mending="写民政部门的那条义务，它们列在“民政部门应当公开的”那一页；组织的公开记录写在组织的报告里。",
)
RULES = (
    DISCLOSURE_BEFORE_START,
    FINAL_BEFORE_END,
    PROJECT_BEFORE_ORGANIZATION,
    REPORT_BEFORE_YEAR_END,
    STATUS_WITHOUT_DATE,
    CAMPAIGN_WITHOUT_QUALIFICATION,
    AMOUNT_FALLS,
    SPENDING_ABOVE_RECEIPTS,
    CORRECTION_WITHOUT_NOTE,
    CORRECTION_OF_NOTHING,
    CORRECTION_OF_OTHER_KIND,
    CORRECTION_BEFORE_ORIGINAL,
    RULE_UNKNOWN_WORD,
    RULE_INCOMPLETE_TIMING,
    RULES_OVERLAP,
    LOOK_AT_NOBODY,
    LOOK_INCOMPLETE,
    LOOK_NOT_COUNTED,
    FUNDRAISING_UNKNOWN,
    FUNDRAISING_UNNAMED,
    FILING_NUMBER_SHARED,
    PLATFORM_FOR_PERSONS,
    PLATFORM_NOT_DESIGNATED,
    FUNDRAISING_INSIDE,
    LOOK_DAY_CHANGED,
    PENALTY_WITHOUT_END,
    AUTHORITY_DISCLOSURE_OF_OTHERS,
)

"""Raw figures that cannot be protected, and published ones that give somebody away."""

from __future__ import annotations

from generator.features.help.explanations.explanation import Chapter, Explanation

RAW = Chapter(
    "做统计表",
    "用 mingshan protect 把原始数据做成可以公布的统计表时的问题。原始数据只留在经办人的电脑上。",
    {
        "raw-in-repository": Explanation(
            "原始数据放在仓库里",
            "原始数据一户一行，放在站点或 git 仓库的文件夹里，随时可能被提交、被公开，所以没有读取。",
            "移到仓库外面只有经办人能看到的地方。万一已经提交过，马上告诉维护者。",
            "mingshan protect tianjin/yuanshi.csv --table aid",
            "mingshan protect D:/bangfu/yuanshi.csv --table aid",
        ),
        "raw-data": Explanation(
            "原始数据里有一格不对",
            "期间、地区不在代码表里，数字不是数字，或者两个数互相矛盾（有金额却没有户数）。提示只说位置，不重复内容。",
            "照提示的行号打开原始表核对；地区写代码或没有重名的名称，期间写 2026-03 或 2026H1。",
            "2026-03 | 河西 | 很多",
            "2026-03 | 河西区 | 61",
        ),
        "raw-total": Explanation(
            "合计和各项相加不一样",
            "表里自己写了合计，而它和各项相加对不上，不知道该信哪一个。",
            "核对原始表；合计也可以不写，由程序来算。",
            "和平区 40，河西区 61，合计 100",
            "和平区 40，河西区 61，合计 101",
        ),
        "no-rows": Explanation(
            "表里没有数据",
            "只有列名，下面没有内容；或者选错了工作表。",
            "列名下面每行写一条。",
            "期间 | 地区 | 户数",
            "期间 | 地区 | 户数\n2026-03 | 河西区 | 61",
        ),
        "no-table": Explanation(
            "没有这张统计表",
            "--table 后面写的名称，本站没有声明；或者它用的代码表有错误。",
            "从提示里列出的名称中选。",
            "mingshan protect yuanshi.csv --table bangfu",
            "mingshan protect yuanshi.csv --table aid_waiting",
        ),
        "missing-columns": Explanation(
            "统计表缺列",
            "期间、地区、类别这些列和每个指标都要有，缺了就不知道数是谁的。",
            "照提示补上缺的列。",
            "期间 | 户数",
            "期间 | 地区 | 户数",
        ),
        "unknown-code": Explanation(
            "内容不在代码表里",
            "地区、类别写成了代码表里没有的代码，或者期间的长短和这张表不一样。",
            "写代码表里的代码；期间照提示的样子写。",
            "2026H1,9999,medical,asked,12,A,F",
            "2026H1,1201,medical,asked,12,A,F",
        ),
        "unknown-measure": Explanation(
            "没有这个指标",
            "指标的代码打错了，或者这张表不统计它。",
            "从提示里列出的指标中选。",
            "2026H1,1201,medical,visits,12,A,F",
            "2026H1,1201,medical,asked,12,A,F",
        ),
        "not-a-figure": Explanation(
            "应当是数的一格不是数",
            "写了“约”“多”、单位或负数。",
            "只写数字；不公布的空着或写 ＊。",
            "2026H1,1201,medical,asked,many,A,F",
            "2026H1,1201,medical,asked,12,A,F",
        ),
        "mark-mismatch": Explanation(
            "标记和数字不一致",
            "标着不公布却写了数，或者没有数也没有标明不公布。",
            "不公布的数空着，obs_status 写 Q；公布的数 obs_status 写 A。",
            "2026H1,1201,medical,asked,3,Q,C",
            "2026H1,1201,medical,asked,,Q,C",
        ),
        "repeated-figure": Explanation(
            "同一个数写了两遍",
            "期间、地区、类别都相同的行出现了两次。",
            "删去其中一行。",
            "2026H1,1201,medical,asked,12,A,F\n2026H1,1201,medical,asked,13,A,F",
            "2026H1,1201,medical,asked,13,A,F",
        ),
    },
)

AUDIT = Chapter(
    "统计表会不会泄露个人情况",
    "公布以前，程序像一个有心人那样把表里表外的数放在一起推算（mingshan audit）。凡是能算出很小的数（默认是少于 5 户或人）的，都不让发布。",
    {
        "audit-small": Explanation(
            "公布了很小的数",
            "人数只有 1 到 4 个，熟人一看就知道说的是谁。",
            "不要手工改这一格，用 mingshan protect 重新处理整张表。",
            "河西区 医疗救助 3 户",
            "河西区 医疗救助 （不公布）",
        ),
        "audit-alone": Explanation(
            "只缺一个数，减一减就知道",
            "同一个合计下面只有一个数没有公布，用合计减去其他的，就得到它。",
            "用 mingshan protect 重新处理；它会再盖住一个数，让两个都算不出来。",
            "合计 50，甲 30，乙 17，丙（不公布）",
            "合计 50，甲 30，乙（不公布），丙（不公布）",
        ),
        "audit-combined": Explanation(
            "几个合计连着减，能算出来",
            "每个合计下面都缺不止一个数，可是横着减、竖着减连起来，就能解出其中一个。",
            "用 mingshan protect 重新处理整张表，手工很难盖得周全。",
            "横向、竖向各缺两个数，四个合计都公布",
            "再盖住一个数，或只公布上一级的合计",
        ),
        "audit-narrow": Explanation(
            "推算出的范围太窄",
            "虽然算不出准数，但能知道它在很小的范围里，例如 1 到 3 之间，等于说出来了。",
            "用 mingshan protect 重新处理整张表。",
            "丙（不公布），可推出在 1 到 3 之间",
            "丙（不公布），可推出在 1 到 20 之间",
        ),
        "audit-rest": Explanation(
            "两个数一减，剩下的很小",
            "求助 20 户、受理 18 户，一减就知道 2 户没有受理。没有得到帮助的人也会被认出来。",
            "用 mingshan protect 重新处理整张表。",
            "求助 20 户，受理 18 户",
            "求助 20 户，受理（不公布）",
        ),
        "audit-sum": Explanation(
            "合计和各项对不上",
            "公布的合计不等于各项相加。要么有一个数错了，要么合计没有一起更新。",
            "核对这几个数；用 mingshan protect 处理的表不会出现这种情况，所以不要手工改它的结果。",
            "甲 30，乙 20，合计 60",
            "甲 30，乙 20，合计 50",
        ),
        "audit-contradiction": Explanation(
            "几个数互相矛盾",
            "没有哪一组真实的数，能同时满足已经公布的这些数。必有写错的。",
            "核对有关的数，再用 mingshan protect 重新处理。",
            "全市 40 户，其中河西区 61 户",
            "全市 101 户，其中河西区 61 户",
        ),
        "audit-money": Explanation(
            "户数没有公布，金额却公布了",
            "户数少才不公布，金额公布了，等于说出那几户得了多少钱。",
            "金额也一起不公布：用 mingshan protect 重新处理。",
            "户数（不公布），金额 12,000 元",
            "户数（不公布），金额（不公布）",
        ),
        "audit-left-out": Explanation(
            "少一行藏不住",
            "表里没有这一行，可是用合计减去别的行，就知道它有几户。",
            "不要删行。写出这一行，标明不公布，再用 mingshan protect 处理。",
            "合计 50，甲 30，乙 17（没有丙）",
            "合计 50，甲 30，乙（不公布），丙（不公布）",
        ),
        "audit-mark": Explanation(
            "标记本身说出了范围",
            "标成“人数较少（C）”就等于说是 1 到 4，和别的数放在一起就能算准。",
            "用 mingshan protect 重新处理；它会选用不泄露的标记。",
            "丙 C（人数较少），乙 D，合计 8",
            "丙 D，乙 D，合计 8",
        ),
        "audit-overlap": Explanation(
            "几张表放在一起能算出来",
            "单看一张表、一个期间没有问题，可是半年表和全年表、两张有重叠的表放在一起一减，就知道了。",
            "有重叠的表一起用 mingshan protect 处理。",
            "全年 30，上半年 28，下半年（不公布）",
            "全年 30，上半年（不公布），下半年（不公布）",
        ),
        "audit-difference": Explanation(
            "和以前公布的一对照就知道",
            "这一版没有公布的数，以前公布过；或者两版一减，就得到它。公开过的东西收不回来。",
            "用 mingshan protect --previous 旧表 重新处理，它会把以前公布过的也算进去。",
            "上一版：乙 17；这一版：乙（不公布），合计差 2",
            "mingshan protect yuanshi.csv --table aid --previous 上一版.csv",
        ),
        "audit-revision": Explanation(
            "改动的差数太小",
            "以前公布 30，现在改成 32，差 2，等于说出了这两户。",
            "小的更正攒到下一期一起改，或者不公布这个数。",
            "30 改成 32",
            "30 不改，下一期再更正",
        ),
        "audit-more": Explanation(
            "同样的问题还有很多",
            "一张表查出几十处以上，多半是没有处理过的原始汇总表。",
            "用 mingshan audit --format json 看全部；整张表用 mingshan protect 重新处理。",
            "直接提交汇总表",
            "提交 mingshan protect 的结果",
        ),
    },
)

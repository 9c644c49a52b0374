"""Cases, calls, collections, evaluations and honours that are not what their rules ask for."""

from __future__ import annotations

from generator.features.help.explanations.explanation import Chapter, Explanation

ARTICLES = Chapter(
    "案例、征集和表彰",
    "案例正文、同意书、征集规则、评估和表彰的问题。",
    {
        "case-text-missing": Explanation(
            "案例没有正文",
            "只写了页首信息，下面没有文章。",
            "在第二行 --- 的下面写正文，小标题照征集要求。",
        ),
        "case-withdrawn-text": Explanation(
            "撤回的案例还留着正文或图片",
            "本人收回同意、或内容有误而撤回的案例，网址保留，只说明撤回，正文和图片不能再留。",
            "删去正文、images 和 attachments，连同文件夹里的图片；写上撤回日期和原因。",
        ),
        "case-withdrawn-reason": Explanation(
            "撤回的案例没有写日期或原因",
            "看过这个案例的人会再来找，要告诉他们哪天撤回、为什么。",
            "写上 withdrawn_on 和 withdrawn_reason。",
        ),
        "case-section-missing": Explanation(
            "正文缺一节",
            "征集要求每个案例都写这几节，评审时逐节打分，缺了就没法比。",
            "照提示加一行小标题，下面写这一节。",
        ),
        "case-section-unknown": Explanation(
            "小标题不在征集要求里",
            "多写了一节，或者小标题和要求差一两个字。",
            "改成征集要求的小标题；多出来的内容并到相近的一节。",
        ),
        "case-section-length": Explanation(
            "这一节太长或太短",
            "征集对每一节的字数有规定，只数汉字。太短说不清，太长没人看完。",
            "太短的补上做法和例子；太长的删去重复和空话，细节放进附件。",
        ),
        "case-markup": Explanation(
            "正文里有网页代码",
            "从网页或公众号复制来的文字夹带了代码。会运行的代码（script、iframe 等）不允许发布，其他的会原样显示成文字。",
            "删去代码，只留文字。加粗写 **文字**，小标题写 ## 文字。",
        ),
        "case-image-unlisted": Explanation(
            "正文里的图片没有登记",
            "每张图片要有替代文字（给看不见的人读）和署名，并且在案例自己的文件夹里。别的网站的图片不能用。",
            "把图片放进案例文件夹，在页首信息的 images 里写文件名、替代文字和署名。",
        ),
        "case-outside-call": Explanation(
            "案例和征集对不上",
            "写的征集不是征案例的，或者申报日期不在征集的起止日期里。",
            "核对征集编号和申报日期；过了期的，改应下一次征集。",
        ),
        "case-level": Explanation(
            "入选等次写得不对",
            "没有入选的案例不能写等次；等次要是征集文件里有的。",
            "没有入选的，删去等次；入选的，写征集 levels 里的编号。",
        ),
        "collection-unselected": Explanation(
            "汇编收进了还没有入选的案例",
            "汇编只收入选的案例。评审结果还没有写进案例，或者收错了编号。",
            "等评审结果写入以后再收进来，或从汇编里去掉这个编号。",
        ),
        "call-weights": Explanation(
            "评审标准的权重合计不是 100",
            "各条标准的权重相加要等于 100，分数才能比较。",
            "调整各条的 weight。",
        ),
        "call-limits": Explanation(
            "征集的字数或名额互相矛盾",
            "一节的最少字数比最多字数还大，或者各等次名额加起来比入围名额还多。",
            "核对两个数，改正写错的一个。",
        ),
        "evaluation-feedback": Explanation(
            "回访的数字互相矛盾",
            "满意的人比回访的还多，或者已答复的意见比收到的还多。",
            "核对两个数，改正写错的一个。",
        ),
        "evaluation-own": Explanation(
            "自己评自己，不是第三方",
            "评估方法写的是第三方评估，评估单位却是实施组织自己。",
            "评估方法改为“自评”，或核对评估单位的名称。",
        ),
        "award-brand": Explanation(
            "确认的品牌项目，项目文件里没有写",
            "表彰里确认了品牌项目，而项目文件的“品牌项目”还是否，两处不一致。",
            "在项目文件里写 brand: 是；或者核对项目编号。",
        ),
        "award-person": Explanation(
            "写了个人姓名",
            "只有表彰先进个人才写个人，并且要有本人同意公开姓名的书面意见。",
            "本人同意的，在 consent_scope 里写 name；不同意的，只写所在组织。表彰组织或项目的，写编号。",
        ),
        "award-nobody": Explanation(
            "没有写表彰给谁",
            "表彰组织或项目，要写是哪一个。",
            "写组织编号（organization）或项目编号（project）。",
        ),
        "consent-incomplete": Explanation(
            "同意情况没有写全",
            "写到具体的人，要有本人或监护人的书面同意，写明哪天取得、同意公开什么。用化名的也要同意，因为写的还是他。",
            "照同意书填写取得日期和同意公开的内容；没有同意书的，删去写到的人。",
        ),
        "consent-ending": Explanation(
            "本人的同意快到期或已到期",
            "同意书写了有效期。过了那天，写到本人的内容（如正文、照片、姓名）自动不再显示；这里提前告诉您。",
            "续签同意书并更新到期日；不续的，删去写到本人的内容；案例还要把状态改为 withdrawn。",
        ),
        "figure-unbacked": Explanation(
            "正文里的数字没有写出处",
            "案例里的人数、金额、次数，公众会问从哪里来。写了出处，页面上就能点过去核对。",
            "在页首信息的 figures 里写上这个数字，并写明出自哪条公开记录（disclosure）、哪个统计页（page），或怎样算出（note）。",
        ),
        "figure-without-source": Explanation(
            "登记的数字没有写出处",
            "figures 里写了数字，却没有写出自哪里。",
            "写 disclosure（公开记录）、page（统计页）或 note（怎样算出）中的一项。",
        ),
        "figure-not-in-source": Explanation(
            "出处里没有这个数字",
            "写作出处的公开记录里，找不到这个数字：数字写错了，或者记录编号写错了，或者是几条相加得来的。",
            "核对数字和编号；相加得来的，在 note 里写明怎么算。",
        ),
        "figure-page-missing": Explanation(
            "写作出处的网页本站没有",
            "page 写的网址打错了，或者那一页已经没有了。",
            "写网址中域名后面的部分，以 / 结尾。",
        ),
    },
)

"""Records that do not go together: keys, references, declarations, how many there are."""

from __future__ import annotations

from generator.features.help.explanations.explanation import Chapter, Explanation

RECORDS = Chapter(
    "编号、引用和条数",
    "单看一格没有错，和别的记录放在一起就对不上。",
    {
        "duplicate-id": Explanation(
            "编号重复",
            "两条记录用了同一个编号，网址就会撞在一起。复制一条来改、忘了换编号时最常见；只差大小写的也算相同。",
            "给后来的一条换一个没有用过的编号。同一条写了两遍的，删去一条。",
            "data/notes/n1.yaml 和 data/notes/N1.yaml",
            "data/notes/n1.yaml 和 data/notes/n2.yaml",
        ),
        "duplicate-value": Explanation(
            "不能重复的内容重复了",
            "有些内容每条记录各不相同，例如统一社会信用代码。两条相同，必有一条写错，或者是同一条写了两遍。",
            "核对哪一条写错了；同一条写了两遍的，删去一条。",
        ),
        "reference-missing": Explanation(
            "引用的记录找不到",
            "这里写的是另一条记录的编号，而那边没有这个编号：可能打错了、写成了名称，或者那条记录还没有建。",
            "照提示改成正确的编号；那边还没有的，先把那一条建好。",
        ),
        "hierarchy-loop": Explanation(
            "上下级绕成了圈",
            "一级一级往上找，又回到了自己。两条记录互相写成上级时就会这样。",
            "检查“上级”写得对不对；最上面一级的上级空着。",
        ),
        "path-mismatch": Explanation(
            "内容和文件所在的位置不一致",
            "文件夹或文件名已经说明了期、地区或编号，表里又写了一遍，两处却不一样。导入时也可能与您指定的期、地区不同。",
            "看哪一处是对的：改正表里的，或者把文件移到正确的位置。表里的这一列可以不写。",
        ),
        "record-count": Explanation(
            "记录的条数不合理",
            "这种数据大致有多少条是事先知道的（例如全市有几个区）。一下子少了或多了，多半是文件缺了一截或放重了。",
            "检查文件是否完整。条数确实变了，请技术人员修改 dataset.yaml 里的 records。",
        ),
        "declaration": Explanation(
            "数据的声明写得不对",
            "dataset.yaml 说明一种数据有哪些项、怎样显示。名称打错、用了没有的类型，整种数据就没法读。",
            "照提示逐条改；每一项的意思见“怎样声明一种数据”。这份文件一般由技术人员维护。",
        ),
        "no-datasets": Explanation(
            "没有任何数据",
            "data 文件夹是空的，或者里面没有 dataset.yaml。",
            "检查 --root 指的文件夹对不对；新建站点请运行 mingshan init。",
            "mingshan check --root 空文件夹",
            "mingshan init xinzhan\nmingshan check --root xinzhan",
        ),
        "address-collision": Explanation(
            "两个页面用了同一个网址",
            "一份手写的页面和一条记录、或两条记录，得出了同一个网址，后一个会盖掉前一个。",
            "给其中一处换一个编号或文件名。",
        ),
        "attachment-missing": Explanation(
            "写到的附件不在那里",
            "记录里写了文件名，而那个位置没有这份文件：没有上传、改了名，或者大小写不一样。",
            "把文件放到那里，或改正文件名；大小写也要一致。",
            "attachments: [files/2026-zhengji/没有这一份.docx]",
            "attachments: [files/2026-zhengji/申报表.docx]",
        ),
        "companion-unnamed": Explanation(
            "文章文件夹里有没写到的文件",
            "只有在页首信息里写到的图片和附件才会发布。没写到的文件不会公开，但会留在代码库里。",
            "要公开的图片写进 images，其他文件写进 attachments；不需要的请删去。",
            "content/cases/2026/shili/多余.txt（页首信息里没有写到）",
            "attachments: [多余.txt]",
        ),
        "unexplained-removal": Explanation(
            "一次删去很多条，没有说明原因",
            "一次提交删去同一种数据好几条，常常是误删或者上传了旧文件。公开过的内容突然消失，公众会问为什么。",
            "不是有意删的，请恢复。确实要删，在 data/change_reasons/ 里写明原因。已经结束的，宜保留并注明状态。",
            "一次删去 40 条帮扶资源，没有说明",
            "kind: supply\nreason: 本期目录改由街道分别填报，区级不再重复列出，以区民政局通知为准",
        ),
        "unexplained-jump": Explanation(
            "数字一下子变了很多倍，没有说明原因",
            "金额、人数一下子变成原来的很多倍（默认是十倍）或几分之一，多半是多写少写了几位，或把元写成了万元。",
            "先核对数字。确实没有错，在 data/change_reasons/ 里写明原因。",
        ),
    },
)

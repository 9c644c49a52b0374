"""Files that cannot be read as they are: their names, their encoding, the way YAML and CSV are written."""

from __future__ import annotations

from generator.features.help.explanations.explanation import Chapter, Explanation

FILES = Chapter(
    "文件和写法",
    "文件放错了地方、存错了格式，或者 YAML、CSV 的写法不对，程序读不懂。",
    {
        "encoding": Explanation(
            "文件不是 UTF-8 编码",
            "Excel 直接“另存为 CSV”、旧版记事本直接保存，用的都是 GBK。程序会照 GBK 试着读，但少数字可能变成乱码，所以提醒一声。",
            "Excel 里选“另存为 → CSV UTF-8（逗号分隔）”；记事本里选“另存为 → 编码 UTF-8”。内容不用改。",
            "Excel：文件 → 另存为 → CSV（逗号分隔）(*.csv)",
            "Excel：文件 → 另存为 → CSV UTF-8（逗号分隔）(*.csv)",
        ),
        "empty-file": Explanation(
            "文件是空的",
            "文件建好了还没有写内容，或者上传、保存时中断了。导入工作簿时，也可能是内容在隐藏的工作表里。",
            "把内容填进去再提交；不需要这份文件就删去。",
        ),
        "file-too-large": Explanation(
            "文件太大",
            "一份文件只写一条记录或一张不大的表。文件特别大，多半是把图片、扫描件或整库导出放错了地方。",
            "检查是不是放错了文件。数据确实很多时，按地区或期间分成几份。",
            "data/notes/n2.yaml（50 MB）",
            "data/notes/n2.yaml（几 KB，只写这一条记录）",
        ),
        "unreadable-file": Explanation(
            "文件打不开",
            "文件没有读取权限、已经损坏，或者它根本不是普通文件。",
            "检查文件能不能用记事本打开；打不开的，重新上传一份。",
            "一份没有读取权限的 data/notes/n2.yaml",
            "重新上传、能用记事本打开的 data/notes/n2.yaml",
        ),
        "missing-file": Explanation(
            "声明里写的数据文件不存在",
            "这种数据的说明（dataset.yaml）说数据在某份文件里，而那份文件没有，或者改了名。",
            "把文件放回原处，文件名和说明里的 path 一字不差；文件确实改了名，就改说明里的 path。",
            "path: notes.csv（而 data/notes/ 里没有 notes.csv）",
            "path: notes.csv（data/notes/notes.csv 放回来了）",
        ),
        "unread-file": Explanation(
            "文件名不对，不会被读取",
            "每种数据对文件名有规定，例如一条记录一份“编号.yaml”。写成 .yml、放进了别的文件夹、多了一层文件夹，程序就不认得。",
            "照提示里的样子改文件名。不是数据的文件（说明、草稿）请移到别处。",
        ),
        "unknown-kind": Explanation(
            "这种文件不能直接读取",
            "数据文件夹里只读 CSV 和 YAML。Excel 工作簿、Word 文档放进去不会被读取，因为别人看不出改了哪里。",
            "Excel 表请用“mingshan import”导入，或者另存为 CSV UTF-8；其他文件移到 content 文件夹。",
            "data/notes/n2.xlsx",
            "data/notes/n2.yaml",
        ),
        "unsafe-name": Explanation(
            "文件或文件夹的名称里有不允许的字符",
            '名称里的 < > : " | ? * \\ 和控制字符，在 Windows 上或网址里会出错；首尾的空格和点也一样。',
            "改成只有汉字、英文字母、数字、短横线的名称。",
            "data/notes/<新>.yaml",
            "data/notes/xin.yaml",
        ),
        "symlink": Explanation(
            "链接指向了数据文件夹之外",
            "这是一个符号链接（类似快捷方式），指向别处的文件、文件夹或者已经没有的文件。跟着它读，可能把不该公开的东西公开出去。",
            "删去链接，把真正的文件放到这里。",
            "data/notes/n2.yaml → /etc/hostname",
            "data/notes/n2.yaml（文件本身）",
        ),
        "yaml-syntax": Explanation(
            "YAML 写法不对",
            "引号没有成对、冒号后面少了空格、缩进没有对齐，或者内容以特殊符号开头，程序从这里起就读不懂了。",
            "看提示里的行号，从那一行和它的上一行查起：引号成对、冒号后面有一个空格、同一层左边对齐。拿不准的文字整段加上引号。",
        ),
        "yaml-tab": Explanation(
            "用了制表符（Tab）缩进",
            "YAML 只认空格，不认 Tab 键打出来的空白，两种看上去一样。",
            "把这一行开头的 Tab 换成空格，每层两个空格。",
        ),
        "yaml-shape": Explanation(
            "应当写一个值的地方写了列表或多项",
            "多打了方括号、短横线或冒号，一段文字就变成了列表或下一层的内容。",
            "删去多余的符号。文字里本来就有冒号加空格、或以 [ { 开头的，整段加上英文引号。",
        ),
        "yaml-depth": Explanation(
            "层次太深",
            "一条记录最多三层。层次太深，多半是括号或缩进打多了。",
            "删去多余的括号和缩进，照着同类记录的样子写。",
            "name: [[[[[示例一]]]]]",
            "name: 示例一",
        ),
        "yaml-documents": Explanation(
            "一份文件里写了几条记录",
            "一行三个短横线（---）会把文件分成两份，程序不知道该读哪一份。",
            "每份文件只写一条记录，其余的另存为单独的文件。",
        ),
        "duplicate-key": Explanation(
            "同一项写了两次",
            "复制粘贴以后忘了改名，或者补写时没看到前面已经有了。程序不知道该信哪一个。",
            "只保留对的一处，另一处删去或改成正确的名称。",
        ),
        "unknown-key": Explanation(
            "没有这一项",
            "项的名称打错了，或者写了这种数据没有的内容。写错名称的内容不会显示在网站上，所以要改。",
            "照提示里的正确名称改；每种数据有哪些项，见数据字典。",
        ),
        "alias": Explanation(
            "用了 YAML 的引用（* 号或 & 号）",
            "以 * 或 & 开头的内容在 YAML 里有特殊意思（引用别处的内容），本站不读取引用。",
            "把要引用的内容原样写在这里；* 号本来就是文字的，整段加上英文引号。",
        ),
        "tag": Explanation(
            "内容前面有 ! 号开头的标记",
            "以 ! 开头的内容在 YAML 里表示“类型”，本站不读取。",
            "删去这个标记；! 号本来就是文字的，整段加上英文引号。",
        ),
        "control-character": Explanation(
            "有看不见的控制字符",
            "从别的软件复制来的文字里夹带了控制字符，或者双引号里的反斜杠被当成了代码。",
            "删去它，重新打一遍这几个字；文字里确实要有反斜杠时，改用单引号。",
        ),
        "front-matter": Explanation(
            "文章开头没有页首信息",
            "案例这样的文章，开头要有一块夹在两行“---”之间的页首信息，写标题、单位、同意情况；没有它就不知道这是谁的文章。",
            "第一行写 ---，接着一行一项，再写一行 ---，下面才是正文。用 mingshan new case 可以得到现成的样子。",
            "## 背景\n\n张奶奶（化名）独自生活。",
            "---\ntitle: 示例助餐案例\norganization: shili\n---\n\n## 背景\n\n张奶奶（化名）独自生活。",
        ),
        "delimiter": Explanation(
            "表格不是用逗号分隔的",
            "有的电脑上 Excel 存出的 CSV 用分号或 Tab 分隔。程序照样读了，只是提醒。",
            "Excel 里选“另存为 → CSV UTF-8（逗号分隔）”，以后就不再提醒。",
        ),
        "missing-header": Explanation(
            "第一行不是列名",
            "表格第一行应当写列名。直接从数据开始，程序不知道每一列是什么，整份表没有读取。",
            "在最上面加一行列名，照提示里的写；也可以用 mingshan template 得到空白表。",
        ),
        "missing-column": Explanation(
            "缺少必填的列",
            "列名被删了、改了名，或者另存时少了一列。",
            "补上这一列；列名写中文名称或英文代号都可以。",
        ),
        "unknown-column": Explanation(
            "没有这一列",
            "列名打错了，或者自己加了一列。认不出的列不会显示在网站上。",
            "照提示改成正确的列名；自己加的备注列请删去。",
        ),
        "duplicate-column": Explanation(
            "一列写了两次",
            "同一列用中文名称和英文代号各写了一遍，或者复制时重复了。",
            "只保留一列。",
        ),
        "ragged-row": Explanation(
            "这一行的单元格数目不对",
            "单元格里的文字有英文逗号，又没有用引号括起来，就会被拆成两格；手工改 CSV 时多写、少写逗号也会这样。",
            "用 Excel 打开再存一次最省事。手工改的话，有逗号的文字用英文双引号括起来。",
        ),
        "unclosed-quote": Explanation(
            "双引号没有成对",
            "单元格里有英文双引号，而 CSV 用双引号来括住一格，程序找不到这一格的结尾。",
            '改用中文引号“ ”；或者把里面的双引号写成两个（""），整格再用一对双引号括起来。',
        ),
        "too-many-problems": Explanation(
            "问题太多，其余的没有列出",
            "一份文件的问题超过 100 个，多半是放错了文件，或者整列错位。",
            "先看前几个问题，常常改一处就全好了；全都相似时，检查是不是放错了文件。",
        ),
    },
)

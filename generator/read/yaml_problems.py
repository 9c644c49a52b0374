"""What is wrong with a YAML file or the front matter of an article: the rules of its grammar."""

from __future__ import annotations

from generator.model.chapters import CHAPTERS_FILES
from generator.model.rule import Rule, Severity

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    CHAPTERS_FILES,
    10,
    title="YAML 写法不对",
    cause="引号没有成对、冒号后面少了空格、缩进没有对齐，或者内容以特殊符号开头，程序从这里起就读不懂了。",
    mending=(
        "看提示里的行号，从那一行和它的上一行查起：引号成对、冒号后面有一个空格、同一层左边对齐。"
        "拿不准的文字整段加上引号。"
    ),
)
YAML_TAB = Rule(
    "yaml-tab",
    Severity.ERROR,
    CHAPTERS_FILES,
    11,
    title="用了制表符（Tab）缩进",
    cause="YAML 只认空格，不认 Tab 键打出来的空白，两种看上去一样。",
    mending="把这一行开头的 Tab 换成空格，每层两个空格。",
)
YAML_SHAPE = Rule(
    "yaml-shape",
    Severity.ERROR,
    CHAPTERS_FILES,
    12,
    title="应当写一个值的地方写了列表或多项",
    cause="多打了方括号、短横线或冒号，一段文字就变成了列表或下一层的内容。",
    mending="删去多余的符号。文字里本来就有冒号加空格、或以 [ { 开头的，整段加上英文引号。",
)
YAML_DEPTH = Rule(
    "yaml-depth",
    Severity.ERROR,
    CHAPTERS_FILES,
    13,
    title="层次太深",
    cause="一条记录最多三层。层次太深，多半是括号或缩进打多了。",
    mending="删去多余的括号和缩进，照着同类记录的样子写。",
    bad="name: [[[[[示例一]]]]]",
    good="name: 示例一",
)
YAML_DOCUMENTS = Rule(
    "yaml-documents",
    Severity.ERROR,
    CHAPTERS_FILES,
    14,
    title="一份文件里写了几条记录",
    cause="一行三个短横线（---）会把文件分成两份，程序不知道该读哪一份。",
    mending="每份文件只写一条记录，其余的另存为单独的文件。",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    CHAPTERS_FILES,
    15,
    title="同一项写了两次",
    cause="复制粘贴以后忘了改名，或者补写时没看到前面已经有了。程序不知道该信哪一个。",
    mending="只保留对的一处，另一处删去或改成正确的名称。",
)
UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    CHAPTERS_FILES,
    16,
    title="没有这一项",
    cause="项的名称打错了，或者写了这种数据没有的内容。写错名称的内容不会显示在网站上，所以要改。",
    mending="照提示里的正确名称改；每种数据有哪些项，见数据字典。",
)
ALIAS = Rule(
    "alias",
    Severity.ERROR,
    CHAPTERS_FILES,
    17,
    title="用了 YAML 的引用（* 号或 & 号）",
    cause="以 * 或 & 开头的内容在 YAML 里有特殊意思（引用别处的内容），本站不读取引用。",
    mending="把要引用的内容原样写在这里；* 号本来就是文字的，整段加上英文引号。",
)
TAG = Rule(
    "tag",
    Severity.ERROR,
    CHAPTERS_FILES,
    18,
    title="内容前面有 ! 号开头的标记",
    cause="以 ! 开头的内容在 YAML 里表示“类型”，本站不读取。",
    mending="删去这个标记；! 号本来就是文字的，整段加上英文引号。",
)
FRONT_MATTER = Rule(
    "front-matter",
    Severity.ERROR,
    CHAPTERS_FILES,
    20,
    title="文章开头没有页首信息，或者看不懂",
    cause=(
        "案例这样的文章，开头要有一块夹在两行“---”之间的页首信息，写标题、单位、同意情况；没有它就不知道这是谁的文章。"
        "普通页面的页首信息写错了（例如冒号是中文的），会原样印在网页上。"
    ),
    mending="第一行写 ---，接着一行一项，再写一行 ---，下面才是正文。用 mingshan new case 可以得到现成的样子。",
    bad="## 背景\n\n张奶奶（化名）独自生活。",
    good="---\ntitle: 示例助餐案例\norganization: shili\n---\n\n## 背景\n\n张奶奶（化名）独自生活。",
)
YAML_RULES = (
    YAML_SYNTAX,
    YAML_TAB,
    YAML_SHAPE,
    YAML_DEPTH,
    YAML_DOCUMENTS,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    ALIAS,
    TAG,
    FRONT_MATTER,
)

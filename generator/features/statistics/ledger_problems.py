"""What keeps the audit from seeing everything that was ever public: the rules of the ledger of tables."""

from __future__ import annotations

from generator.features.statistics.audit.problems import AUDIT
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

_ENTER = "mingshan protect --enter 会把现在的和 git 里以前的各版都补记进去；记好以后再检查一遍。"
AUDIT_HISTORY_PARTIAL = Rule(
    "audit-history-partial",
    Severity.ERROR,
    AUDIT,
    20,
    title="看不全以前公布过的各版，没有查完",
    cause=(
        "没有统计表公布记录，git 的历史也不全（只下载了最近的版本，或者不是 git 仓库）。"
        "旁人手里可能有以前的各版，一减就知道。"
    ),
    mending="在有完整历史的电脑上运行 mingshan protect --enter，把公布过的各版记进统计表公布记录，以后在哪里都能查全。",
    bad="git clone --depth 1 …",
    good="mingshan protect --enter",
)
EDITION_UNLISTED = Rule(
    "edition-unlisted",
    Severity.ERROR,
    AUDIT,
    21,
    title="公布了，公布记录里没有",
    cause="统计表不是用 mingshan protect -o 写的，或者写好以后又改过；以后的各版就不知道要和它对照。",
    mending="用 mingshan protect -o 写文件，公布记录会一起写好；已经公布了的，运行 mingshan protect --enter 补记。",
    bad="手工改 data/statistics/…/2026H2.csv",
    good="mingshan protect yuanshi.csv --table … -o data/statistics/…/2026H2.csv",
)
EDITION_LOST = Rule(
    "edition-lost",
    Severity.ERROR,
    AUDIT,
    22,
    title="公布记录里有的一版找不到了",
    cause="以前公布过的一版，内容既不是现在的文件，也没有留底；不知道和它对照会说出什么，没有查完。",
    mending=(
        "在有完整 git 历史的电脑上运行 mingshan protect --enter，它会找回；找不回的从备份里放进 kept_editions 文件夹；"
        "依法删去的，把那一行改成 erased，删去指纹。"
    ),
    bad="删去 kept_editions 里的文件",
    good="留着 kept_editions 里的文件",
)
EDITION_UNREAD = Rule(
    "edition-unread",
    Severity.ERROR,
    AUDIT,
    23,
    title="以前的一版读不全",
    cause="以前的一版里有现在的代码表没有的代码（街道合并、分档改了），不知道是现在的哪一个，没有查完。",
    mending="合并、拆分、改名的代码，在代码沿革（code_successions）里写后来是哪个；表撤销了的，声明要留着。",
    bad="街道合并了，从代码表里删去 990101001，别处没有写",
    good="代码沿革：990101901 → 990101001，从 2027-01-01 起",
)


EDITION_ERASED = Rule(
    "edition-erased",
    Severity.ADVICE,
    AUDIT,
    34,
    title="有一版依法删去了，检查看不到它",
    cause="依法删去的一版，公开的地方不留内容也不留指纹，所以没有和它对照；以前下载过的人手里还有。",
    mending=(
        "不用改。本单位仓库外面还留着那一版的，做新表时写进 mingshan protect --previous，"
        "并用 mingshan audit --erased 那一版 对照。"
    ),
    bad="公布记录：2026-11-30-aid_waiting-2026H1，erased",
    good="mingshan audit --erased ../baocun/2026H1.csv",
)
EDITION_UNEXPLAINED = Rule(
    "edition-unexplained",
    Severity.ERROR,
    AUDIT,
    26,
    title="统计表改过，没有写为什么",
    cause="公布过的统计表换了一版，公布记录里没有写理由。看过旧数的人不知道信哪一个，更正也没有人负责。",
    mending=(
        "用 mingshan protect 写新的一版时加上 --reason；已经写了的，在公布记录那一行的“为什么”里补上改了什么、"
        "由谁决定（写岗位）。"
    ),
    bad="2026-11-30-aid_waiting-2026H1，为什么：空着",
    good="为什么：示例区按工作日算了天数，改按自然日重算，由统计岗决定",
)


def editions_erased(file: str, count: int) -> Problem:
    """So many editions of the ledger were erased by law: nobody can lay them beside those of today."""
    said = f"有 {count} 版依法删去了，公开的检查看不到它们，没有和它们对照。"
    return Problem(EDITION_ERASED, Location(file), said, EDITION_ERASED.mending)


def edition_only_seen(file: str, name: str) -> Problem:
    """An entry says that a proposal was seen and never approved, but the history of the site has it."""
    said = f"公布记录说“{name}”只露过面、没有公布，可是它在本站的历史里：是公布过的一版。"
    return Problem(
        EDITION_UNLISTED, Location(file), said, "把那一行的 kind 改成 published，再运行 mingshan protect --enter。"
    )


def kept_unlisted(file: str) -> Problem:
    """Bytes of an edition that no entry speaks of."""
    said = "这是以前公布的一版留下的底，公布记录里却没有它的一行：谁删了那一行，就没有人和它对照了。"
    return Problem(EDITION_UNLISTED, Location(file), said, "从 git 历史里找回那一行；依法删去的，底也要删。")


def edition_unexplained(file: str, name: str) -> Problem:
    """An entry that took the place of another without a reason; `file` is the ledger."""
    said = f"公布记录里的“{name}”换掉了以前公布的一版，没有写为什么。"
    return Problem(EDITION_UNEXPLAINED, Location(file), said, EDITION_UNEXPLAINED.mending)


def history_partial(file: str) -> Problem:
    """Neither a ledger nor all of git's history: nobody knows what was public before."""
    said = "看不全以前公布过的各版：没有统计表公布记录，git 的历史也不全。这次没有对照以前的各版，不能算查过。"
    return Problem(AUDIT_HISTORY_PARTIAL, Location(file), said, AUDIT_HISTORY_PARTIAL.mending)


def edition_unlisted(file: str) -> Problem:
    """A file of today that no entry of the ledger speaks of."""
    return Problem(EDITION_UNLISTED, Location(file), "这份统计表现在的内容，公布记录里没有。", _ENTER)


def old_edition_unlisted(file: str, count: int) -> Problem:
    """`count` states of a file in git's history that no entry speaks of."""
    said = f"git 历史里有这份统计表的 {count} 个以前的版本，公布记录里没有。"
    return Problem(EDITION_UNLISTED, Location(file), said, _ENTER)


def edition_lost(file: str, name: str) -> Problem:
    """An entry whose bytes nobody has; `file` is the ledger, `name` the entry's."""
    said = f"公布记录里的“{name}”找不到内容，没有和它对照。"
    return Problem(EDITION_LOST, Location(file), said, EDITION_LOST.mending)


def edition_without_table(file: str, name: str, table: str) -> Problem:
    """An entry of a table that is declared no more."""
    said = f"公布记录里的“{name}”是“{table}”的，这张表没有声明了，读不了它，没有和它对照。"
    return Problem(EDITION_UNREAD, Location(file), said, EDITION_UNREAD.mending)


def edition_unread(file: str, rows: int) -> Problem:
    """`rows` of an earlier edition of a file that cannot be read with the codelists of today."""
    said = f"这份统计表以前的版本里有 {rows} 行，代码是现在的代码表没有的，没有和它们对照。"
    return Problem(EDITION_UNREAD, Location(file), said, EDITION_UNREAD.mending)


LEDGER_RULES = (
    AUDIT_HISTORY_PARTIAL,
    EDITION_UNLISTED,
    EDITION_LOST,
    EDITION_UNREAD,
    EDITION_ERASED,
    EDITION_UNEXPLAINED,
)

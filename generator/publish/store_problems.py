"""What keeps a finished site from the bucket or folder that it is sent to."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

STORE_REFUSED = Rule(
    "store-refused",
    Severity.ERROR,
    RUNNING,
    106,
    title="网站送不到存储桶",
    cause="存储桶不存在、没有权限、连不上，或者没有装 s3fs。指针最后才换：访问者看到的仍是原来的一版。",
    mending="检查桶名、密钥（AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY）和地址（AWS_ENDPOINT_URL_S3），再运行一次：送到了的不再送。",
    bad="mingshan publish --into s3://写错的桶名",
    good="mingshan publish --into s3://mingshan",
)


def store_refused(place: str, cause: str) -> Problem:
    """It cannot be read or written."""
    keys, address = "AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL_S3"
    hint = f"检查名称、密钥（{keys}）和地址（{address}），再运行一次：送到了的不再送。"
    return Problem(STORE_REFUSED, Location(place), f"{cause}。访问者看到的仍是原来的一版。", hint)


STORE_STRANGE = Rule(
    "store-strange",
    Severity.ERROR,
    RUNNING,
    107,
    title="存储桶里有别的内容",
    cause="存储桶（或者其中的目录）由程序管理，里面有不是它放进去的文件，所以没有动。",
    mending="换一个空的桶，或者在桶名后面写一个空目录。",
    bad="mingshan publish --into s3://gongyong（里面已有别的文件）",
    good="mingshan publish --into s3://gongyong/mingshan",
)


def strange_store(place: str) -> Problem:
    """Somebody else keeps things there."""
    hint = "换一个空的桶，或者在桶名后面写一个空目录。"
    return Problem(STORE_STRANGE, Location(place), "这里有不是由发布程序放进去的内容，没有动它。", hint)


STORE_RULES = (STORE_REFUSED, STORE_STRANGE)

"""What the page 开放数据 tells of the catalogue of data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.opendata.pages import DCAT_JSON, DCAT_TURTLE, DIRECTORY
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source


def catalogue_formats(source: Source) -> Iterator[OpenFormat]:
    """Nothing while the site does not know its address: every node of the graph is named by one."""
    if source.settings.site_url:
        yield OpenFormat(
            50,
            "dcat",
            "数据目录：DCAT-AP",
            "有哪些数据、谁公布的、覆盖哪里和什么时候、文件在哪里、多大、按什么许可，给数据门户收录。",
            "DCAT-AP 3.0",
            "https://semiceu.github.io/DCAT-AP/releases/3.0.1/",
            _files,
            (
                ("数据门户", "把下面任一文件的地址登记为要收割的目录（CKAN、udata、data.europa.eu 都认得）。"),
                ("Python", "pip install rdflib，再写 Graph().parse(地址)。"),
            ),
            is_apart=False,
        )
    yield OpenFormat(
        51,
        "directory",
        "政务信息资源目录",
        "照政务信息资源目录的各项写：分类、名称、代码、提供方、摘要、格式、信息项、共享和开放属性、更新周期、发布日期。",
        "政务信息资源共享管理暂行办法（国发〔2016〕51号）",
        "https://www.gov.cn/zhengce/content/2016-09/19/content_5109486.htm",
        _directory,
        (("Excel、WPS", "直接打开。"), ("Python", "pandas.read_excel(地址, header=2, dtype=str)。")),
        is_apart=False,
    )


def _directory(_source: Source) -> Iterator[OpenFile]:
    yield OpenFile(DIRECTORY, "目录")


def _files(_source: Source) -> Iterator[OpenFile]:
    yield OpenFile(DCAT_JSON, "JSON-LD")
    yield OpenFile(DCAT_TURTLE, "Turtle")

"""Begin a site."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.base.house import house_folder
from generator.cli.exit_codes import finish
from generator.cli.options import AsOf, read_day
from generator.exchange.starter_site import City, create_example, create_project
from generator.read.national_places import Place, find_cities, places_of

_SHOWN = 8
"""Cities named when several are meant."""


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="新站点的文件夹，须为空或不存在。")],
    city: Annotated[str, typer.Option("--city", metavar="市", help="本市的名称或区划代码，如 1301；不写就问。")] = "",
    authority: Annotated[str, typer.Option(metavar="单位", help="主办单位；不写就是本市的民政局。")] = "",
    with_examples: Annotated[
        bool, typer.Option("--with-examples", help="先看看：虚构的示例市，带几条虚构的记录。")
    ] = False,
    as_of: AsOf = "",
) -> None:
    """新建一个可以马上生成的站点：本市的区划和设置，别的随引擎提供。"""
    if with_examples:
        finish(create_example(house_folder(), folder))
    else:
        meant = _find(city or _ask())
        places = places_of(meant)
        begun = City(meant.name, authority or f"{meant.name}民政局", places, read_day(as_of))
        finish(create_project(house_folder(), folder, begun))
        districts, townships = _count(places, "district"), _count(places, "township")
        print(f"{meant.name}：{districts} 个区（县），{townships} 个街道（镇、乡）。")
    print(f"已建好。接下来：mingshan build --root {folder}")


def _ask() -> str:
    if not sys.stdin.isatty():
        raise typer.BadParameter("写上本市的名称或区划代码，或者用 --with-examples 先看看。", param_hint="--city")
    return str(typer.prompt("本市的名称或区划代码（如 石家庄市、1301）"))


def _find(words: str) -> Place:
    found = find_cities(words.strip())
    if len(found) == 1:
        return found[0]
    named = "、".join(f"{each.name}（{each.code}）" for each in found[:_SHOWN])
    said = f"有几个：{named}。写其中一个的代码。" if found else "没有叫这个名字的市，也没有这个代码。"
    raise typer.BadParameter(said, param_hint="--city")


def _count(places: Sequence[Place], level: str) -> int:
    return sum(each.level == level for each in places)

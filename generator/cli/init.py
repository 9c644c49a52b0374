"""Begin a site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.base.house import house_folder
from generator.cli.exit_codes import finish
from generator.exchange.starter_site import create_project


def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="新站点的文件夹，须为空或不存在。")]) -> None:
    """新建一个可以马上生成的小站点。"""
    finish(create_project(house_folder(), folder))
    print(f"已建好。接下来：mingshan build --root {folder}")

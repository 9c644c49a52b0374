"""Make a dataset of somebody else's table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.options import AsOf, Root, read_day


def declare(
    file: Annotated[Path, typer.Argument(metavar="文件", exists=True, dir_okay=False, help="CSV 或 Excel 文件。")],
    root: Root = Path(),
    as_of: AsOf = "",
    name: Annotated[
        str, typer.Option("--name", metavar="名称", help="数据集的名称，小写英文、数字和下划线；不写就用文件名。")
    ] = "",
    source: Annotated[str, typer.Option("--source", metavar="来源", help="谁的数据，后面可以空一格写网址。")] = "",
    licence: Annotated[
        str, typer.Option("--licence", metavar="许可", help="来源给的许可，如 CC-BY-4.0、OGL-UK-3.0。")
    ] = "",
    protected: Annotated[
        str,
        typer.Option("--protected", metavar="说明", help="按地方数人的表：谁按什么办法处理过，或者为什么数的不是人。"),
    ] = "",
) -> None:
    """给别人的一张表拟一份声明，成为一种新数据：认类型、编号、代码，查个人信息。

    没有写 --source 和 --licence 的先不公开，补上以后再把 privacy 改成 aggregate。
    """
    from generator.build.pipeline import open_project, read_catalogue
    from generator.cli.exit_codes import PROBLEMS_FOUND, finish, silent
    from generator.exchange.declared_dataset import TableOrigin
    from generator.model.problem import has_errors
    from generator.publish.manifest import replace_file
    from generator.verbs.declare import declare as declare_table
    from generator.verbs.declare import is_name

    if name and not is_name(name):
        raise typer.BadParameter("只用小写英文字母、数字和下划线，以字母开头。", param_hint="--name")
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    catalogue = read_catalogue(project, silent).catalogue
    made, problems = declare_table(project.root, catalogue, file, name, TableOrigin(source, licence, protected))
    finish(problems)
    if made is None:
        raise typer.Exit(PROBLEMS_FOUND)
    folder = project.root / made.folder
    folder.mkdir(parents=True)
    replace_file(folder / "dataset.yaml", made.dataset.declaration)
    replace_file(folder / f"{made.name}.csv", made.dataset.table)
    print(f"已建好 {made.folder}：dataset.yaml 和 {made.name}.csv。")
    if not (source and licence):
        print("没有写来源和许可，先不公开（privacy: internal）；补上 sources、licenses 再改成 aggregate。")
    print("接下来：填写声明里写着“请填”的地方，再运行 mingshan check。")

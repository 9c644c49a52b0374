"""The verbs; the only place that prints or sets an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from contextlib import suppress
from typing import NoReturn

import typer

from generator.build.machine import machine_problem
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.deferred import DeferredVerb, help_of
from generator.cli.exit_codes import CLEAN, INTERRUPTED, MACHINE_FAILED, OUR_BUG, WRONG_USE
from generator.cli.feature_verbs import is_there
from generator.model.signs import printable

VERBS = (
    *("check", "build", "serve", "init", "new", "publish", "rollback", "purge", "duties", "freshness", "links"),
    *("template", "export", "import", "declare", "diff", "vet", "comment", "derive", "protect", "audit", "version"),
    *("review", "upgrade"),
)
"""Every verb, in the order in which `--help` shows them; each has the module of its name."""

_OF_THE_DISK = frozenset(
    (
        *(errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EROFS, errno.ENAMETOOLONG),
        *(errno.EEXIST, errno.ELOOP),
    )
)
"""What a place that cannot be written to says; any other failure to open a file is the machine's, or a bug of ours."""

_WRONG_USES = {
    "NoSuchOption": "没有这个选项",
    "MissingParameter": "少写了一项必须写的内容",
    "BadParameter": "有一项写得不对",
}
"""Typer names its usage errors but keeps their classes to itself."""


def make_app() -> typer.Typer:
    """The command line with all its verbs."""
    app = typer.Typer(
        help="明善：把慈善项目和帮扶资源的数据文件变成可以查询的公开网站。",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for verb in VERBS:
        app.command(verb, cls=DeferredVerb, help=help_of(verb), hidden=not is_there(verb))(lambda: None)
    return app


def run() -> NoReturn:
    """`main`, and out at once: to take a hundred thousand records apart one by one, Python takes half a second."""
    code: object = OUR_BUG
    try:
        main()
    except SystemExit as ended:
        code = ended.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else CLEAN)


def main() -> None:
    """Run the command line: 0 clean, 1 problems in data, 2 wrong use, 3 our own bug or the machine's failure."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot write Chinese is no reason to fail
    try:
        sys.exit(make_app()(standalone_mode=False) or CLEAN)
    except typer.TyperException as error:
        print(_usage_message(error), file=sys.stderr)
        sys.exit(WRONG_USE)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.exit(CLEAN)
    except Exception as error:  # the one place where our own bug is allowed to surface
        _exit_if_disk_fails(error)
        _exit_if_machine_fails(error)
        _exit_with_bug()


def _open_closed_streams() -> None:
    """Some schedulers start programs with these closed; then the first file that is opened would take their place."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _exit_if_machine_fails(error: Exception) -> None:
    if problem := machine_problem(error):
        print(render_report((problem,), ReportFormat.TEXT), file=sys.stderr)
        sys.exit(MACHINE_FAILED)


def _exit_if_disk_fails(error: Exception) -> None:
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
        print(
            f"读写文件失败：{printable(str(error.filename or ''))}（{error.strerror}）。检查位置、权限和剩余空间。",
            file=sys.stderr,
        )
        sys.exit(WRONG_USE)


def _exit_with_bug() -> NoReturn:
    traceback.print_exc()
    print("这是程序自己的毛病，不是数据的问题。请把上面的文字发给维护者。", file=sys.stderr)
    sys.exit(OUR_BUG)


def _usage_message(error: typer.TyperException) -> str:
    """Typer's usage errors in plain Chinese, with its own words behind; without any words, the help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message()
    said = _WRONG_USES.get(type(error).__name__, "命令写得不对")
    return f"用法不对：{said}。（{error.format_message()}）\n用 mingshan --help 查看用法。"

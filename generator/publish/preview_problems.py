"""What keeps a preview from starting."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

PORT_TAKEN = Rule(
    "port-taken",
    Severity.ERROR,
    RUNNING,
    20,
    title="端口被占用",
    cause="预览要用的端口已被别的程序（或另一个预览）占用。",
    mending="用 --port 换一个端口，或先停掉占用它的程序。",
    bad="mingshan serve",
    good="mingshan serve --port 8001",
)


def port_taken(port: int) -> Problem:
    """Another program listens where the preview should."""
    message = f"端口 {port} 已被其他程序占用。"
    return Problem(PORT_TAKEN, Location("mkdocs.yml"), message, "用 --port 换一个端口，或先停掉占用它的程序。")


PREVIEW_RULES = (PORT_TAKEN,)

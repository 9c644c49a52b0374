"""Jinja's environment with shorter ways for what a page does a thousand times: escaping words and calling macros.

What comes out is the same; that is what the golden pages are for.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import lru_cache
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any, Protocol, cast

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.base.reads import note
from generator.model.source import DRAWN_WITH

WORDS_KEPT = 1 << 15
METHODS = frozenset((BuiltinMethodType, MethodType))


def escaped(value: object) -> Markup:
    """What `markupsafe.escape` gives; labels and names stand on thousands of pages and are escaped once."""
    kind = type(value)
    if kind is Markup:
        return cast("Markup", value)
    return _escaped_words(cast("str", value)) if kind is str else escape(value)


@lru_cache(maxsize=WORDS_KEPT)
def _escaped_words(words: str) -> Markup:
    return escape(words)


class _Code(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    def call(self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A page calls hundreds of macros, and Jinja takes longer to sort out their arguments than most take to run."""
        kind = type(__obj)
        if kind is not Macro and (kind not in METHODS or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if kind is not Macro:
            return __obj(*args, **kwargs)
        left_out = __obj._argument_count - len(args)  # Jinja is pinned, and golden pages compare
        if kwargs or __obj.caller or left_out < 0:
            return __obj(self.eval_ctx, *args, **kwargs)
        return str.__new__(Markup, __obj._func(*args, *(missing,) * left_out))  # a macro escapes what it is given


class QuickEnvironment(Environment):
    """For templates that are escaped throughout; each that is asked for is noted, also where there is none."""

    code_generator_class = _Code
    context_class = _Context
    escaped = staticmethod(escaped)

    def _load_template(self, name: str, globals: MutableMapping[str, object] | None) -> Template:
        note((DRAWN_WITH, name))
        return super()._load_template(name, globals)


class Keeper(Protocol):
    """Keeps values by name; one comes back for the digest it was stored with, and only if we stored it."""

    def load(self, name: str, digest: str) -> object | None:
        """The value, or None."""

    def store(self, name: str, digest: str, value: object) -> None:
        """Keep it."""


class CompiledTemplates(BytecodeCache):
    """Compiling takes a tenth of a second a template, which a build that draws one page again would notice."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja gives both
        """Called by Jinja; the same wherever the file lies, for what it says is in the checksum."""
        return name

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Called by Jinja; whoever looks for the template that failed must find it where it lies now."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code and filename:
            bucket.code = _moved(bucket.code, filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja before it compiles."""
        kept = self._keeper.load(bucket.key, bucket.checksum)
        if isinstance(kept, bytes):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja after it compiled."""
        self._keeper.store(bucket.key, bucket.checksum, bucket.bytecode_to_string())


def _moved(code: CodeType, file: str) -> CodeType:
    if code.co_filename == file:
        return code
    parts = tuple(_moved(each, file) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_filename=file, co_consts=parts)

"""Compiles templates into less work: what no page changes is worked out once, and calls are plain calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]")


def markup(text: str) -> Markup:
    """A text that is safe already, in a third of the time that `Markup` takes to look at it first."""
    return str.__new__(Markup, text)


def escaped(text: str) -> Markup:
    """The same as `escape` for a text that most often has nothing to escape."""
    return escape(str(text)) if _SPECIAL.search(text) else markup(text)


class QuickMacro(Macro):
    """A macro that is called as a function, where nothing is unusual about the call."""

    def __call__(self, *given: Any, **named: Any) -> str:
        """What the macro gives, as markup."""
        rest = self.arguments[len(given) :]
        unusual = (
            self.catch_kwargs
            or self.catch_varargs
            or self.caller
            or not self._default_autoescape
            or len(given) > self._argument_count
            or (given and isinstance(given[0], EvalContext))
            or not named.keys() <= set(rest)
        )
        if unusual:
            return super().__call__(*given, **named)
        return markup(self._func(*given, *[named.get(name, missing) for name in rest]))


class QuickEnvironment(Environment):
    """An environment whose globals take no context, so that templates can call them directly.

    ``constant`` are globals that always answer the same to the same words. Globals are there before the
    first template is loaded. A template finds a part of a thing as an attribute only, as ``thing.part``,
    and one of a mapping only by its key, as ``mapping["key"]``.
    """

    Macro = QuickMacro

    def __init__(self, constant: dict[str, Callable[..., object]], **options: Any) -> None:
        """Make an environment with the globals; ``options`` are Jinja's own."""
        super().__init__(**options)
        self.constant = constant
        self.globals.update(constant)
        self._modules: dict[str, TemplateModule] = {}

    def module(self, name: str) -> TemplateModule:
        """The macros of a template that others import."""
        module = self._modules.get(name)
        if module is None:
            module = self._modules[name] = self.get_template(name).module
        return module

    def make_globals(self, d: Mapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All globals in one mapping; Jinja looks through several for every page."""
        return {**self.globals, **(d or {})}

    @staticmethod
    def shown(value: object) -> str:
        """A value as it stands in a page, escaped where it has to be."""
        if type(value) is Markup or (type(value) is str and not _SPECIAL.search(value)):
            return value
        return escape(value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        found: nodes.Template = _Constants(self.constant).visit(tree)
        return found


class _Constants(NodeTransformer):
    def __init__(self, constant: dict[str, Callable[..., object]]) -> None:
        self._constant = constant

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        words = [one.value for one in node.args if isinstance(one, nodes.Const)]
        plain = len(words) == len(node.args) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if plain and isinstance(node.node, nodes.Name) and node.node.name in self._constant:
            return nodes.Const(self._constant[node.node.name](*words), lineno=node.lineno)
        return node


class _DirectCalls(CodeGenerator):
    """Jinja looks at every call for a wish to see the context, and makes markup of all that it escapes.

    None of our globals has that wish, and what is put together in the end needs no more than strings.
    """

    _may_be_missing = False

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller or node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if self._may_be_missing or not node.attr.isidentifier() or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        self._may_be_missing = node.name in ("defined", "undefined")
        super().visit_Test(node, frame)
        self._may_be_missing = False

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


QuickEnvironment.code_generator_class = _DirectCalls


def saying(translate: Callable[[str], str]) -> Callable[..., Markup]:
    """The function that templates know as ``_``: a sentence, its gaps filled with what is escaped."""

    def say(sentence: str, /, **gaps: object) -> Markup:
        return Markup(translate(sentence)) % gaps  # noqa: S704 - a sentence of our own

    return say


def counting(translate: Callable[[str, str, int], str]) -> Callable[..., Markup]:
    """The function that templates know as ``ngettext``; the number fills the gap ``num``."""

    def say(one: str, many: str, number: int, /, **gaps: object) -> Markup:
        return Markup(translate(one, many, number)) % {"num": number, **gaps}  # noqa: S704 - our own

    return say

"""Compiles templates into less work: what no page changes is worked out once, and calls are plain calls."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]")


class QuickEnvironment(Environment):
    """An environment whose globals take no context, so that templates can call them directly.

    ``constant`` are globals that always answer the same to the same words.
    """

    def __init__(self, constant: dict[str, Callable[..., object]], **options: Any) -> None:
        """Make an environment with the globals; ``options`` are Jinja's own."""
        super().__init__(**options)
        self.constant = constant
        self.globals.update(constant)

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

"""A template that names something that does not exist fails, with file, line and name.

Django renders an undefined variable as nothing. Three uses stay allowed, because they ask whether it exists:
`{% if x %}` (and firstof, regroup), `{{ x|default:… }}` and its kin. A `{% for %}` over nothing known does fail.
Templates of others (allauth, crispy, Django) keep Django's custom.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.template import engines
from django.template.base import FilterExpression, Node
from django.template.defaulttags import ForNode

ASKING_FILTERS = {"default", "default_if_none", "yesno"}


class UndefinedVariable(AssertionError):
    """A template of ours uses a variable or attribute that does not exist."""


def _node(frame: FrameType | None) -> Node | None:
    """The template node that is being rendered: the nearest one up the stack that knows its file."""
    while frame is not None:
        owner = frame.f_locals.get("self")
        if isinstance(owner, Node) and getattr(owner, "origin", None) is not None:
            return owner
        frame = frame.f_back
    return None


def _is_ours(node: Node | None) -> bool:
    """Whether a node stands in a template of this project; one made from a string in a test is ours as well."""
    if node is None:
        return True
    name = str(node.origin.name)
    return name.startswith("<") or Path(name).is_relative_to(settings.BASE_DIR / "templates")


def _fail(expression: object, frame: FrameType | None) -> None:
    node = _node(frame)
    if _is_ours(node):
        where = f"{node.origin.name}:{node.token.lineno}" if node is not None else "een template"
        raise UndefinedVariable(f"{where}: {expression} bestaat niet.")


class Undefined(str):
    """Stands in for `string_if_invalid`: raises where Django would render nothing."""

    __slots__ = ()

    def __bool__(self) -> bool:
        caller = sys._getframe(1)
        expression = caller.f_locals.get("self")
        # FilterExpression.resolve asks us right after a look-up failed; anyone else is an {% if %} or a filter.
        if caller.f_code is _resolve.__code__ and isinstance(expression, FilterExpression):
            names = {getattr(function, "_filter_name", "") for function, _ in expression.filters}
            if not names & ASKING_FILTERS:
                _fail(f"{{{{ {expression.token} }}}}", caller)
        return False

    def __html__(self) -> str:
        # Reached when an attribute raised "does not exist" on the way, such as the missing side of a one-to-one.
        _fail("een waarde onderweg", sys._getframe(1))
        return ""

    __str__ = __html__


_resolve = FilterExpression.resolve


def _strict_resolve(self: FilterExpression, context: Any, ignore_failures: bool = False) -> Any:
    caller = sys._getframe(1).f_locals.get("self")
    return _resolve(self, context, ignore_failures=ignore_failures and not isinstance(caller, ForNode))


@contextmanager
def strict_variables() -> Iterator[None]:
    """Within it, rendering a template of ours with an undefined variable raises UndefinedVariable."""
    engine = engines["django"].engine
    before = engine.string_if_invalid
    engine.string_if_invalid = Undefined()
    FilterExpression.resolve = _strict_resolve
    try:
        yield
    finally:
        engine.string_if_invalid = before
        FilterExpression.resolve = _resolve

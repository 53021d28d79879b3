"""What keeps a template from drawing lots and from never ending: Jinja without what is random, and with bounds."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType
from typing import Any, cast

from jinja2 import Environment, Template, nodes

MANY = 100_000
"""How many steps all `range` of one page may have together."""
LONGEST = 20_000_000
"""How many characters a page may have."""
REPEATED = 1_000
"""How often a template may repeat a text by `*`, and the largest power it may ask for."""
LOTS = ("random", "lipsum")
"""The filters and functions of Jinja that say something else each time."""
SECONDS = 30
"""How long a processor may work on what the template of one page writes: a hundred times as long as on any of ours."""
_PARTS = 1_000
_AS_LONG = ("center", "indent", "batch", "slice", "wordwrap", "tojson", "ljust", "rjust", "zfill", "expandtabs")
"""The filters and methods that make something as long as a number says."""
_WIDE = re.compile(r"%[-+ #0]*\d{6}|\{[^{}]*:[^{}]*\d{6}")


class Endless(Exception):
    """A template goes on beyond all bounds."""


class LateError(Endless):
    """A template works longer than a page may take."""


class Steps:
    """`range` of a template: its steps are counted."""

    def __init__(self) -> None:
        self.left = MANY

    def __call__(self, *ends: int) -> range:
        """The numbers. Raises Endless if they are too many, alone or with those asked for before on this page."""
        found = range(*ends)
        many = found.stop - found.start if abs(found.step) == 1 else (found.stop - found.start) // found.step
        self.left -= max(abs(many), 1)
        if self.left < 0:
            raise Endless(f"range goes over more than {MANY:,} steps on one page")
        return found


def bounded(env: Environment) -> Steps:
    """Takes what is random out of a Jinja and bounds its `range`."""
    for name in LOTS:
        env.filters.pop(name, None)
        env.globals.pop(name, None)
    env.globals["range"] = steps = Steps()
    return steps


def written(template: Template, steps: Steps, given: dict[str, Any]) -> str:
    """What a template writes. Raises Endless at its line if that is too much, or takes too long."""
    steps.left = MANY
    found: list[str] = []
    size = 0
    with _timed():
        parts = template.generate(given)
        while some := list(islice(parts, _PARTS)):
            found.append("".join(some))
            size += len(found[-1])
            if size > LONGEST:
                steps.left = MANY
                _tell(cast("Generator[str]", template.generate(given)))
    return "".join(found)


def _tell(parts: Generator[str]) -> None:
    """Raises Endless where the parts of a page become too many."""
    size = 0
    for part in parts:
        size += len(part)
        if size > LONGEST:
            parts.throw(Endless(f"one page has more than {LONGEST:,} characters"))


@contextmanager
def _timed() -> Iterator[None]:
    """Raises Endless in what takes longer than a page may, where the system can interrupt a program."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _late(signal: int, frame: FrameType | None) -> None:
    raise LateError(f"one page takes longer than {SECONDS} seconds")


def boundless(tree: nodes.Template) -> Iterator[nodes.Expr]:
    """Where a template asks for a power, or for a text or list as long as a large number says."""
    for each in tree.find_all((nodes.Pow, nodes.Mul, nodes.Mod, nodes.Filter, nodes.Call)):
        match each:
            case nodes.Pow(right=times):
                large = _value(times) is None or _number(times) > REPEATED
            case (
                nodes.Mul(left=nodes.Const(value=str()) | nodes.List() | nodes.Tuple(), right=times)
                | nodes.Mul(left=times, right=nodes.Const(value=str()) | nodes.List() | nodes.Tuple())
            ):
                large = _value(times) is None or _number(times) > REPEATED
            case nodes.Mul(left=left, right=right):
                large = any(_number(side) > LONGEST for side in (left, right))
            case (
                nodes.Mod(left=nodes.Const(value=str(text)))
                | nodes.Filter(name="format", node=nodes.Const(value=str(text)))
            ):
                large = _WIDE.search(text) is not None
            case nodes.Call(node=nodes.Getattr(attr="format", node=nodes.Const(value=str(text)))):
                large = _WIDE.search(text) is not None
            case (
                nodes.Filter(name=name, args=args, kwargs=named)
                | nodes.Call(node=nodes.Getattr(attr=name), args=args, kwargs=named)
            ):
                values = [*args, *(each.value for each in named)]
                large = name in _AS_LONG and any(_number(value) > REPEATED for value in values)
            case _:
                large = False
        if large:
            yield each


def _number(node: nodes.Node) -> int:
    """The whole number that stands there or that others make of each other, up to one beyond all bounds; else 0."""
    return _value(node) or 0


def _value(node: nodes.Node) -> int | None:
    match node:
        case nodes.Const(value=int(number)):
            found: int | None = number
        case nodes.Pow(left=left, right=right) | nodes.Mul(left=left, right=right) | nodes.Add(left=left, right=right):
            one, other = _value(left), _value(right)
            if one is None or other is None:
                return None
            if isinstance(node, nodes.Pow):
                found = LONGEST + 1 if abs(one) > 1 and other > REPEATED else one ** max(other, 0)
            else:
                found = one * other if isinstance(node, nodes.Mul) else one + other
        case _:
            return None
    return None if found is None else min(found, LONGEST + 1)

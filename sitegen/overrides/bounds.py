"""What keeps a template from drawing lots and from never ending: Jinja without what is random, and with bounds."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import islice
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
_PARTS = 1_000


class Endless(Exception):
    """A template goes on beyond all bounds."""


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
    """What a template writes. Raises Endless at its line if that is too much."""
    steps.left = MANY
    parts = cast("Generator[str]", template.generate(given))
    found: list[str] = []
    size = 0
    while some := list(islice(parts, _PARTS)):
        found.append("".join(some))
        size += len(found[-1])
        if size > LONGEST:
            parts.throw(Endless(f"one page has more than {LONGEST:,} characters"))
    return "".join(found)


def boundless(tree: nodes.Template) -> Iterator[nodes.BinExpr]:
    """Where a template repeats a text, or asks for a power, so that Jinja alone would work on it without end."""
    for each in tree.find_all(nodes.BinExpr):
        match each:
            case nodes.Mul(left=nodes.Const(value=str()) | nodes.List() | nodes.Tuple(), right=times):
                pass
            case nodes.Mul(left=times, right=nodes.Const(value=str()) | nodes.List() | nodes.Tuple()):
                pass
            case nodes.Pow(right=times):
                pass
            case _:
                continue
        if not (isinstance(times, nodes.Const) and isinstance(times.value, int) and times.value <= REPEATED):
            yield each

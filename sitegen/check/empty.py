"""Tables that a text asks for and that have no rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.charts.left import left_out
from sitegen.expressions import Fragment, Value
from sitegen.model import Expression, Tracker
from sitegen.problems import Problem


def empty_tables(values: Mapping[Expression, Value], tracker: Tracker) -> Iterator[Problem]:
    """A warning for each `table(…)` without a row."""
    if any(capability.answers for capability in tracker.capabilities.values()):
        return
    for expression, value in values.items():
        if isinstance(value, Fragment) and value.kind == "table":
            why = "no capability has an answer"
            fix = "add answers in data/capabilities.yaml, or take the table out of the text"
            yield left_out(expression.place, f"the table of {value.id}", why, fix)

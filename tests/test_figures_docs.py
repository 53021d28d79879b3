"""The page for editors on figures is held to the code: every example of its table prints what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factory import PLACE, seen, series, tracker

from sitegen.expressions import Expressions
from sitegen.expressions.grammar import FILTERS
from sitegen.figures import Figure, Figures, say
from sitegen.model.text import Expression

PAGE = (Path(__file__).parent.parent / "docs" / "figures.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([^|(`]+)[^|]*` \|.*\| `(fig.*|\(fig.*)` \| (.+) \|$", re.MULTILINE)
EXAMPLES = [(name, example.replace("\\|", "|"), said) for name, example, said in ROW.findall(PAGE)]
TRACKER = tracker(
    series(
        "aito.deliveries",
        seen("2025-Q1", 45300, bound="approximate"),
        seen("2024-Q1", 85800),
        seen("2025-Q2", 102000, bound="approximate"),
    ),
    series("bmw.deliveries", seen("2025-Q1", 155195)),
    series("bmw.bev-share", seen("2025", "12.50"), seen("2024", "10.20")),
    series("china.deliveries", seen("2025-Q1", 3830000)),
)


def test_every_filter_is_on_the_page() -> None:
    """The table has a row for each filter and for both signs."""
    assert {name for name, _, _ in EXAMPLES} == {*FILTERS, "+", "-"}


@pytest.mark.parametrize(("name", "example", "said"), EXAMPLES)
def test_an_example_prints_what_the_page_says(name: str, example: str, said: str) -> None:
    """The example is an expression that prints the last cell of its row."""
    value = Expressions(TRACKER, Figures(TRACKER)).evaluate(Expression(example, PLACE))
    assert isinstance(value, Figure), (name, value)
    assert say(value, "en") == said

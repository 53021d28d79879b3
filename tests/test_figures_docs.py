"""The page for editors on figures is held to the code: every example of its table prints what the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from factory import PLACE, ranking, seen, series, source, tracker

from sitegen.check.data import check_data, data_findings
from sitegen.expressions import Expressions
from sitegen.expressions.grammar import FILTERS
from sitegen.figures import Figure, Figures, rank, say_in_text
from sitegen.kinds import KINDS
from sitegen.model.basics.address import Address
from sitegen.model.basics.text import Expression
from sitegen.model.series import Observation
from sitegen.model.tracker import Tracker
from sitegen.register.register import Register
from sitegen.words import Locale

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
    series("seres.revenue", seen("2024", 145176), cadence="year"),
    series("market.eur-per-cny", seen("2024", "0.1284"), cadence="year"),
    series("china.deliveries", seen("2025-Q1", 3830000)),
)


def test_every_filter_is_on_the_page() -> None:
    """The table has a row for each filter and for both signs."""
    assert {name for name, _, _ in EXAMPLES} == {*FILTERS, "+", "-"}


@pytest.mark.parametrize(("name", "example", "said"), EXAMPLES)
def test_an_example_prints_what_the_page_says(name: str, example: str, said: str) -> None:
    """The example is an expression that prints the last cell of its row."""
    value = Expressions(Figures(TRACKER)).evaluate(Expression(example, PLACE))
    assert isinstance(value, Figure), (name, value)
    assert say_in_text(value, Locale()) == said


SOURCE = re.compile(r"source (\S+): (\{.*\})")
DATUM = re.compile(r"([a-z.-]+) (\S+): (\{.*\})")
RANKING = re.compile(r"ranking test (\S+): (.*)")
RANK = re.compile(r'rank\("test", "([a-z]+)"\)')
BLOCKS = re.findall(r"^```figures\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def _seen(period: str, row: dict[str, Any]) -> Observation:
    """An observation as it stands in a data file."""
    value, change = row.pop("value", None), row.pop("change", None)
    ends = value if isinstance(value, dict) else {"value": value}
    changes = None if change is None else {kind: str(number) for kind, number in change.items()}
    negative = str(ends.get("value", "")).startswith("-")
    return seen(period, ends.pop("value", None), row.pop("source"), change=changes, negative=negative, **ends, **row)


def _known(lines: list[str]) -> Tracker:
    """What a block of the page says is known."""
    observations: dict[str, list[Observation]] = {}
    sources, rankings = [], []
    accepted = {"parts-disagree": "as the page says"} if "accepted" in lines else {}
    for line in lines:
        if found := SOURCE.fullmatch(line):
            sources.append(source(found[1], **yaml.load(found[2], yaml.BaseLoader)))
        elif found := RANKING.fullmatch(line):
            rankings.append(ranking(*found[2].split(", "), period=found[1]))
        elif found := DATUM.fullmatch(line):
            observation = _seen(found[2], yaml.load(found[3], yaml.BaseLoader))
            observations.setdefault(found[1], []).append(observation)
    every = (series(id, *values, accepted=accepted) for id, values in observations.items())
    return tracker(*every, sources=sources, rankings=rankings)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_comes_to_what_the_page_says(block: str) -> None:
    """Every line with an arrow is asked of the data above it; an error is named by its code."""
    above: list[str] = []
    for line in block.splitlines():
        asked, arrow, said = line.partition(" → ")
        if not arrow:
            above.append(line)
            continue
        known = _known(above)
        if asked == "check":
            codes = sorted(
                {problem.code for problem in check_data(Register(KINDS, known), data_findings(Figures(known)))}
            )
            assert (", ".join(codes) or "nothing") == said, block
            continue
        if ranked := RANK.fullmatch(asked):
            place = rank(Figures(known), known.rankings["test"], ranked[1])
            assert place is not None
            assert place.span == said, block
            continue
        value = Expressions(Figures(known)).evaluate(Expression(asked, PLACE))
        assert (say_in_text(value, Locale()) if isinstance(value, Figure) else value.code) == said, line  # type: ignore[union-attr]


def test_every_line_of_a_block_is_read() -> None:
    """No line is passed over: each is a source, a value, a question or the word that accepts."""
    lines = [line for block in BLOCKS for line in block.splitlines()]
    assert len(BLOCKS) > 12
    known = (SOURCE, RANKING, DATUM, re.compile(".* → .*"), re.compile("accepted"))
    assert [line for line in lines if not any(pattern.fullmatch(line) for pattern in known)] == []


UNCERTAIN = re.findall(r"^\| (`value: [^|]*) \| ([^|]*) \| ([^|]*) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("written", "printed"), [(written, printed) for written, _, printed in UNCERTAIN])
def test_a_row_on_uncertainty_prints_what_the_page_says(written: str, printed: str) -> None:
    """The keys of the first cell print the words of the last."""
    row: dict[str, Any] = {}
    for keys in re.findall(r"`([^`]+)`", written):
        row |= yaml.load(keys, yaml.BaseLoader)
    metric = "margin" if "divides" in written else "sales"
    known = tracker(series(f"a.{metric}", _seen("2025", {**row, "source": "press-a"})))
    value = Figures(known).answer(Address.parse(f"a.{metric}@2025"))
    assert isinstance(value, Figure)
    assert say_in_text(value, Locale()) == printed


def test_every_row_on_uncertainty_is_read() -> None:
    """Each bound has a row, and a range and a number of what divides too."""
    assert len(UNCERTAIN) == 9

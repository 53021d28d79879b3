"""A value is printed with the decimals that its source writes, unless its metric says how many it shows."""

from __future__ import annotations

import pytest
from factory import fig, seen, series, tracker, unit
from msgspec import structs
from msgspec.structs import replace

from sitegen.figures import Figures, say
from sitegen.words import Locale


def of(written: str, decimals: int | None, *values: str) -> Figures:
    """The figures of one series of a unit, whose metric shows so many decimals, in the years from 2020 on."""
    rows = [seen(str(2020 + year), value) for year, value in enumerate(values)]
    found = tracker(series("a.revenue", *rows, cadence="year"))
    metric = replace(found.metrics["revenue"], unit=unit(written), decimals=decimals, divisible=True)
    return Figures(structs.replace(found, metrics={**found.metrics, "revenue": metric}))


@pytest.mark.parametrize(
    ("written", "value", "decimals", "said"),
    [
        ("million USD", "1.5", None, "1.5 million"),
        ("million USD", "0.35", None, "350,000"),
        ("billion JPY", "0.35", None, "350 million"),
        ("million vehicles", "1.25", None, "1.25 million"),
        ("million vehicles", "2", None, "2 million"),
        ("GWh", "0.35", None, "0.35"),
        ("percent", "33.6", None, "33.6%"),
        ("percent", "33.6", 0, "34%"),
        ("million USD", "1.5", 0, "2 million"),
    ],
)
def test_nothing_that_a_source_writes_is_rounded_away_unasked(
    written: str, value: str, decimals: int | None, said: str
) -> None:
    """1.5 million stays that, and 350,000 is not nothing; a metric that asks for fewer decimals gets them."""
    assert say(fig(of(written, decimals, value), "a.revenue@2020"), Locale()) == said


def test_a_sum_of_periods_has_the_decimals_of_its_parts() -> None:
    """What is added up is as fine as the finest of its parts, and no finer than they are known."""
    assert say(fig(of("million USD", None, "0.25", "0.50"), "a.revenue@2020/2021"), Locale()) == "about 750,000"


def test_a_sum_that_rounds_to_another_number_is_not_rounded_so_far() -> None:
    """0.74 to 0.76 of a billion is about 750 million, though both ends round to one billion."""
    assert say(fig(of("billion USD", None, "0.25", "0.50"), "a.revenue@2020/2021"), Locale()) == "about 750 million"

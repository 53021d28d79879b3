"""A trend: the last values of a series as the `d` of a small path."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec import structs

from sitegen.charts.sparkline import sparkline
from sitegen.figures import Figure, Figures
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Cadence, Period

LENGTHS: Mapping[Cadence, int] = {"week": 13, "month": 12, "quarter": 8, "half": 6, "year": 5}
"""How many periods of a cadence a trend shows at most; days have none."""


LEAST = 4
"""How many values make a trend."""


class Trend(NamedTuple):
    """The `d` of a path, and the period of its first value; "" and None where values are too few."""

    path: str = ""
    first: Period | None = None


def trend(figures: Figures, series: SeriesId, address: Address | None) -> Trend:
    """The values up to the address's as far back as no hole parts them."""
    at = (
        None
        if address is None
        else figures.placed(structs.replace(address, entity=series[0], metric=series[1], source=None))
    )
    if at is None or not isinstance(at.period, Period):
        return Trend()
    first = at.period
    values: list[Decimal] = []
    most = LENGTHS.get(at.period.cadence or "day", 0)
    while at is not None and len(values) < most:
        answer = figures.answer(at)
        if not isinstance(answer, Figure) or answer.amount.value is None:
            break
        values.insert(0, answer.amount.value)
        first = at.period if isinstance(at.period, Period) else first
        at = figures.earlier(at, "previous")
    return Trend(sparkline(values), first) if len(values) >= LEAST else Trend()

"""A trend: the last values of a series as the `d` of a small path."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from sitegen.charts import sparkline
from sitegen.figures import Figure, Figures
from sitegen.model.address import Address, SeriesId
from sitegen.model.period import Cadence, Period

LENGTHS: Mapping[Cadence, int] = {"month": 12, "quarter": 8, "half": 6, "year": 5}
"""How many periods of a cadence a trend shows, up to the last; days have none."""


RUN = 3
"""How many of them have to follow one another without a hole: dots alone show no trend."""


def trend(figures: Figures, series: SeriesId, address: Address | None) -> str:
    """The values of the last periods up to the address's; "" if they show no trend."""
    if address is None or not isinstance(address.period, Period):
        return ""
    periods, cadence = [address.period], address.period.cadence
    while len(periods) < LENGTHS.get(cadence or "day", 0):
        periods.insert(0, periods[0].previous())
    answers = (figures.answer(Address(*series, period)) for period in periods)
    values = [answer.amount.value if isinstance(answer, Figure) else None for answer in answers]
    runs = (len(list(run)) for known, run in groupby(value is not None for value in values) if known)
    return sparkline(values) if max(runs, default=0) >= RUN else ""

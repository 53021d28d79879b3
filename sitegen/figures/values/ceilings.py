"""What a value is at most by the value of another series, as `at_most` of an observation says."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.uncertainty import agreed, settle
from sitegen.figures.figure import Figure
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import Interval
from sitegen.model.basics.period import Period


class Ceiling(Struct, frozen=True):
    """What a value is at most: a figure that rests on a value of the other series, and why that bounds it."""

    figure: Figure
    reason: str


def ceilings(figures: Figures, address: Address) -> Iterator[Ceiling]:
    """What the reported values of an address are at most, by each series that bounds one of them."""
    assert isinstance(address.period, Period)  # an answer has resolved its period
    reported = figures.observations(address.series, address.period)
    reasons = {series: reason for each in reversed(reported) for series, reason in each.at_most.items()}
    for series, reason in reasons.items():
        figure = ceiling(figures, series, address.period)
        if figure is not None:
            yield Ceiling(figure, reason)


def ceiling(figures: Figures, series: SeriesId, period: Period) -> Figure | None:
    """The most that the reported values of a series allow in a period; None where nothing bounds them from above."""
    address = Address(*series, period)
    reported = [figures.observed_figure(each, address) for each in figures.observations(series, period)]
    most = agreed([each.amount.interval for each in reported]) if reported else Interval(None, None)
    amount = settle(None, Interval(None, most.high, high_open=most.high_open), (), None)
    if amount is None:
        return None
    own, *_ = reported
    return structs.replace(own, amount=amount, kind="computed", address=None, observation=None, inputs=(own,))

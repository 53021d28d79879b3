"""Conversion of money: by a rate, which is a series with sources like any other, and is an input of the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic import uncertainty
from sitegen.figures.arithmetic.computing import FigureError, Unknowable, computed, settled
from sitegen.figures.figure import CONVERTED, Figure, Missing
from sitegen.model.basics.address import Address, SeriesId, parse_series
from sitegen.model.basics.catalogue import is_currency
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import Conversion, Unit
from sitegen.model.metric import Metric

_DIGITS = 2


def convert(figure: Figure, rate: Figure) -> Figure:
    """The figure in the other currency of a rate such as "EUR per USD", whichever of the two it is in.

    The result rests on both and says so. Raises FigureError if the rate is none of the figure's currency.
    """
    unit = _turned(figure.unit, rate.unit)
    if unit is None:
        message = f"{rate.label} is in {rate.unit}, which converts no {figure.unit.id}"
        wanted = f"a rate of {figure.unit.id}, whose unit is of the form EUR per USD"
        hint = f"name a series of {wanted}" if is_currency(figure.unit.id) else "only money is converted: take it out"
        raise FigureError(message, hint)
    interval, value = rate.amount.interval, rate.amount.value
    if value == 0 or not uncertainty.may_divide(interval):
        raise Unknowable(f"{rate.label} may be zero or below, so that nothing can be converted by it", figure, rate)
    into = rate.unit.id == unit.id
    reach = (uncertainty.multiply if into else uncertainty.divide)(figure.amount.interval, interval)
    own = figure.amount.value
    result = None if own is None or value is None else own * value if into else own / value
    low = figure.amount.interval.low
    floor = Decimal(0) if low is not None and low >= 0 else None
    amount = settled(uncertainty.settle(result, reach, (figure.amount, rate.amount), floor), figure, rate)
    made = computed(amount, unit, figure.metric_kind, f"{figure.label}, converted", CONVERTED, (figure, rate))
    return structs.replace(
        made, signed=figure.signed, decimals=max(figure.decimals, _DIGITS), named=True, mixed=figure.mixed
    )


def alike(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Both before they were converted, if both were by one rate, which cancels out where they are divided."""
    if one.operation == other.operation == CONVERTED and one.inputs[1] == other.inputs[1] and one.unit == other.unit:
        first, second = one.inputs[0], other.inputs[0]
        return (first, second) if first.unit == second.unit else (one, other)
    return one, other


def rate_address(text: str, figure: Figure) -> Address:
    """The address of a rate: on the days of the figure where it names no period.

    The days, not their name: FY2024 of a company and of a rate may begin in different months. Raises ValueError with
    a sentence for an editor, and FigureError if the figure is of several periods.
    """
    if "@" in text:
        return Address.parse(text)
    periods = {address.period for address in figure.addresses}
    if len(periods) != 1:
        raise FigureError(f"{figure.label} is of several periods", f'say of which the rate is: "{text}@2025"')
    return Address(*parse_series(text), periods.pop())


def in_currency(figures: Figures, answer: Figure | Missing, conversion: Conversion | None) -> Figure | Missing:
    """An answer in the currency of a ranking or chart, by the rate of its own period; Missing where there is none."""
    if conversion is None or isinstance(answer, Missing) or answer.unit.id == conversion.to.id:
        return answer
    series = rate_for(answer.unit, conversion, figures.tracker.metrics)
    if series is None or answer.address is None or not isinstance(answer.address.period, Period):
        return answer  # which a check of units reports
    rate = figures.answer(Address(*series, answer.address.period))
    if isinstance(rate, Missing):
        return Missing(answer.address, f"it cannot be converted: {rate.address}: {rate.reason}", "rate")
    try:
        return convert(answer, rate)
    except FigureError as error:
        return Missing(answer.address, error.message, "rate")


def rate_for(unit: Unit, conversion: Conversion, metrics: Mapping[str, Metric]) -> SeriesId | None:
    """The series of a conversion by which a unit is converted; None if there is none."""
    for series in conversion.rates:
        turned = _turned(unit, metrics[series[1]].unit) if series[1] in metrics else None
        if turned is not None and turned.id == conversion.to.id:
            return series
    return None


def unit_in(unit: Unit, conversion: Conversion | None, metrics: Mapping[str, Metric]) -> Unit:
    """What a unit becomes by a conversion: itself where no rate is for it."""
    series = None if conversion is None else rate_for(unit, conversion, metrics)
    turned = None if series is None else _turned(unit, metrics[series[1]].unit)
    return turned or unit


def how_to_convert(units: Iterable[Unit], conversion: Conversion | None, other: str) -> str:
    """What to do where units differ: bring them into one currency where all are money; else the other thing."""
    ids = sorted({unit.id for unit in units})
    if len(ids) < 2 or not all(map(is_currency, ids)):
        return other
    if conversion is not None:
        apart = next((id for id in ids if id != conversion.to.id), ids[0])
        return f'"with" names no rate for it: add a series in {conversion.to.id} per {apart}'
    return f"convert them: convert: {{to: {ids[0]}, with: [a series of a rate, in {ids[0]} per {ids[1]}]}}"


def _turned(unit: Unit, rate: Unit) -> Unit | None:
    """The unit that a rate makes of another; None if the rate is not for it."""
    if rate.per is None or rate.scale or rate.per.scale:
        return None
    for mine, other in ((rate.per, rate), (rate, rate.per)):
        if unit.id == mine.id:
            return structs.replace(unit, id=other.id, words=other.words)
    return None

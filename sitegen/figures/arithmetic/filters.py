"""The filters: pure functions from figures to figures. Each result keeps its inputs."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from msgspec import structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic import uncertainty
from sitegen.figures.arithmetic.bearing import refuse_ratio
from sitegen.figures.arithmetic.computing import FigureError, Unknowable, computed, same_unit, settled
from sitegen.figures.arithmetic.converting import alike
from sitegen.figures.arithmetic.linear import amounts, quotient, terms_of, value_of
from sitegen.figures.arithmetic.mixing import is_part, mixing
from sitegen.figures.arithmetic.printing import printed
from sitegen.figures.arithmetic.soundness import is_part_of
from sitegen.figures.figure import Figure
from sitegen.figures.values.choice import ON_REQUEST
from sitegen.figures.values.reported import CHANGES
from sitegen.figures.words import say
from sitegen.model.basics.amount import DIGITS_BEFORE, FLOORS, HUNDRED, Amount, Interval
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import PERCENT, POINTS, TIMES


def points(figure: Figure) -> Figure:
    """A difference of two rates said as points, with its sign."""
    if figure.unit != POINTS or figure.operation not in ("difference", *CHANGES.values()):
        raise FigureError(
            "points are the difference of two rates",
            'write (fig("…") - fig("…")) | points with two metrics of kind: rate',
        )
    return structs.replace(figure, signed=True)


def share(figures: Figures, figure: Figure, other: Figure, mixed: str | None = None) -> Figure:
    """The figure in percent of the other; both of one unit, region and basis unless `mixed` says why not."""
    ratio = _ratio(figures, figure, other, HUNDRED, mixed)
    label = f"{figure.label} as a share of {other.label}"
    result = computed(ratio, PERCENT, "rate", label, "share", (figure, other))
    return structs.replace(result, signed=False, mixed=mixed)


def times(figures: Figures, figure: Figure, other: Figure, mixed: str | None = None) -> Figure:
    """How many times the other the figure is; both of one unit, region and basis unless `mixed` says why not."""
    ratio = _ratio(figures, figure, other, Decimal(1), mixed)
    result = computed(ratio, TIMES, "measure", f"{figure.label} against {other.label}", "ratio", (figure, other))
    return structs.replace(result, signed=False, mixed=mixed)


def rounded(figure: Figure, digits: int) -> Figure:
    """Printed with at most so many digits after the point; −3 rounds to thousands and says "about"."""
    if digits < -DIGITS_BEFORE:
        raise FigureError(f"rounded({digits}) leaves nothing of a number", "rounded(-3) rounds to thousands")
    value = figure.amount.value
    if value and not _to_unit(value, digits, ROUND_HALF_UP):
        message = f"rounded({digits}) leaves zero of a number that is not zero"
        raise FigureError(message, "round to a smaller step, or leave | rounded out")
    if digits >= 0:
        return structs.replace(figure, decimals=min(figure.decimals, digits))
    amount = figure.amount
    value = None if amount.value is None else _to_unit(amount.value, digits, ROUND_HALF_UP)
    low = None if amount.interval.low is None else _to_unit(amount.interval.low, digits, ROUND_FLOOR)
    high = None if amount.interval.high is None else _to_unit(amount.interval.high, digits, ROUND_CEILING)
    if amount.bound in ("exact", "approximate") and value is not None:
        half = Decimal(1).scaleb(-digits) / 2
        spread = uncertainty.hull([amount.interval, Interval(value - half, value + half)])
        coarse = amount if value == amount.value else Amount(value, "approximate", spread)
    elif amount.bound == "range":
        coarse = Amount(None, "range", Interval(low, high))
    elif amount.bound in FLOORS:
        coarse = structs.replace(amount, value=low, interval=structs.replace(amount.interval, low=low))
    else:
        coarse = structs.replace(amount, value=high, interval=structs.replace(amount.interval, high=high))
    return structs.replace(
        figure,
        amount=coarse,
        kind="computed",
        address=None,
        observation=None,
        rivals=(),
        disagree=False,
        inputs=(figure,),
        operation="rounded",
        worked=None,
        terms=None,
    )


def with_unit(figure: Figure) -> Figure:
    """Printed with its unit: "1 loaf", "1,500 loaves", "145.2 billion euros"."""
    if figure.plain:
        raise FigureError("plain prints digits alone, and unit their unit", "keep one of the two")
    return structs.replace(figure, named=True)


def plain(figures: Figures, figure: Figure) -> Figure:
    """Printed as digits only: no words, no separators, no sign of percent. What needs words has no such number."""
    if figure.status in ON_REQUEST:
        message = f"plain prints digits alone, and {figure.label} is an estimate or a target"
        raise FigureError(message, "leave | plain out")
    if printed(figure)[0].bound != "exact":
        said = say(figure, figures.tracker.site.locale)
        raise FigureError(f"plain prints digits alone, and this is {said}", "leave | plain out")
    return structs.replace(figure, plain=True)


def _ratio(figures: Figures, figure: Figure, other: Figure, factor: Decimal, mixed: str | None) -> Amount:
    for each in (figure, other):
        refuse_ratio(each, share=factor == HUNDRED)
    same_unit(figure, other)
    own_part = factor == HUNDRED and (is_part(figure, other) or _is_regional(figures, figure, other))
    differs = "" if own_part else mixing(figures, figure, other)
    if differs and not mixed:
        raise FigureError(
            f"{figure.label} and {other.label} differ in {differs}",
            'say why they may be compared: mixed="…"',
            "mixed-bases",
        )
    figure, other = alike(figure, other)
    over, under = terms_of(figure), terms_of(other)
    if not uncertainty.may_divide(other.amount.interval):
        raise Unknowable(f"{other.label} may be zero or below, so nothing can be divided by it", figure, other)
    interval = uncertainty.scale(quotient(over, under), factor)
    a, b = value_of(over), value_of(under)
    value = None if a is None or not b else a * factor / b
    low = figure.amount.interval.low
    floor = Decimal(0) if low is not None and low >= 0 else None
    return settled(uncertainty.settle(value, interval, amounts(over, under), floor), figure, other)


def _is_regional(figures: Figures, figure: Figure, whole: Figure) -> bool:
    """Whether a figure is of a part of the region of another and counts the same in the same time."""
    a, b, known = figure.address, whole.address, figures.tracker.series
    if a is None or b is None or a.metric != b.metric or a.period != b.period or not isinstance(a.period, Period):
        return False
    alike = known[a.series].basis == known[b.series].basis and known[a.series].scope == known[b.series].scope
    return alike and is_part_of(figures.tracker, a.series, b.series, a.period)


def _to_unit(number: Decimal, digits: int, rounding: str) -> Decimal:
    """Rounded to a whole multiple of a power of ten: −3 is thousands."""
    return number.scaleb(digits).quantize(Decimal(1), rounding).scaleb(-digits)

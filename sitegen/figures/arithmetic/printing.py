"""Which digits of a figure are printed: as many as its interval bears."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from msgspec import structs

from sitegen.figures.figure import Figure, FigureKind
from sitegen.figures.scales import steps
from sitegen.model.basics.amount import CEILINGS, DIGITS_AFTER, FLOORS, Amount, Bound, Interval, digits_after
from sitegen.model.basics.unit import POINTS, RATIOS
from sitegen.words import Locale

_WRITTEN: tuple[FigureKind, ...] = ("observed", "change")
"""What a source writes itself, so that its digits are printed."""


MOST = 4
"""How many digits a number has that is said in millions or more: 145.2 billion."""
LIMIT_DIGITS = 3
"""How many digits a limit has that is worked out: "more than 144,000" of a year of "more than 410,000"."""


class Shown(NamedTuple):
    """What a reader sees of an amount: with how many digits after the point, and how many zeros a word stands for."""

    amount: Amount
    decimals: int
    zeros: int


def printed(figure: Figure) -> tuple[Amount, int]:
    """What of the amount is printed, and with how many digits after the point.

    What a source gives is printed as it is written. What is computed has the most digits at which both ends of its
    interval round to the same number, and is then exact, unless that hides digits which are known; else what is about
    right is rounded to the size of its interval, or printed as a range where that is wide. Bounds and ranges round
    outwards.
    """
    figure = _fine(figure)
    amount, interval = figure.amount, figure.amount.interval
    near = amount.bound in ("exact", "approximate")
    if figure.kind in _WRITTEN or interval.low is None or interval.high is None:
        known, decimals = _as_known(figure, amount) if figure.kind in _WRITTEN or not near else _ends(figure, amount)
        return (known if figure.kind in _WRITTEN or figure.unit in RATIOS else _short_limit(known)), decimals
    if near or figure.unit in RATIOS:
        for decimals in range(figure.decimals, -1, -1):
            value = _alike(interval.low, interval.high, decimals)
            small = figure.unit != POINTS and interval.low == 0  # as "0.0%" of a whole
            even = small or interval.low == -interval.high
            if value == 0 and decimals < figure.decimals and not even:
                continue  # what lies on one side of zero, or more on one than on the other, is no zero
            enough = _telling if figure.unit in RATIOS else _near
            if value is not None and (decimals == figure.decimals or enough(value, interval, decimals)):
                shown = decimals if figure.unit in RATIOS else digits_after(value.normalize())
                return structs.replace(amount, value=value, bound="exact"), min(decimals, shown)
    return _about(figure, amount) if near else _as_known(figure, amount)


def shown(figure: Figure, locale: Locale, most: int | None = MOST) -> Shown:
    """What of the amount a reader sees.

    Where the unit counts in thousands or millions, that is what is printed, in the largest step for which the language
    has a word: 145,176 millions are 145.2 and nine zeros. most: how many digits it then has; None for all.
    """
    amount, decimals = printed(figure)
    scale = figure.unit.scale
    if not scale or figure.plain:
        return Shown(amount, decimals, 0)
    for zeros in steps(locale):
        seen = in_zeros(figure, zeros, most)
        if max(_sizes(seen.amount), default=-1) >= 0:
            return seen
    return in_zeros(figure, 0)


def in_zeros(figure: Figure, zeros: int, most: int | None = None, places: int | None = None) -> Shown:
    """What of the amount a reader sees where so many zeros are left out, with all the digits that are printed.

    most: unless that are more digits in all. places: unless that are more after the point. Zeros at the end are kept
    only where they stood behind the point: 7.0 billion stays that, and 11,500 million are 11.5 billion.
    """
    amount, decimals = printed(figure)
    by = figure.unit.scale - zeros
    low, high = (None if end is None else end.scaleb(by) for end in (amount.interval.low, amount.interval.high))
    value = None if amount.value is None else amount.value.scaleb(by)
    moved = structs.replace(amount, value=value, interval=structs.replace(amount.interval, low=low, high=high))
    kept = max(0, decimals - by)
    if most is not None and (sizes := _sizes(moved)):
        kept = max(0, min(kept, most - 1 - max(sizes)))
    kept = kept if places is None else min(kept, places)
    moved = _outward(moved, kept)
    if most is not None and (sizes := _sizes(moved)):
        kept = max(0, min(kept, most - 1 - max(sizes)))  # 0.99996 has become 1.000
    needed = max((digits_after(end.normalize()) for end in shown_ends(moved)), default=0)
    return Shown(moved, kept if decimals else needed, zeros)


def shown_ends(amount: Amount) -> tuple[Decimal, ...]:
    """The numbers that stand in the words of an amount: its value, or the ends of its range."""
    every = (amount.interval.low, amount.interval.high) if amount.value is None else (amount.value,)
    return tuple(end for end in every if end is not None)


def _sizes(amount: Amount) -> list[int]:
    """The places of the leading digits of what is shown, except for zero: 2 for 145.2."""
    return [end.adjusted() for end in shown_ends(amount) if end]


def _fine(figure: Figure) -> Figure:
    """A share or ratio with as many digits after the point as show that it is not zero."""
    least = figure.amount.value
    if figure.operation not in ("share", "ratio") or not least or figure.decimals == 0:
        return figure
    return structs.replace(figure, decimals=max(figure.decimals, min(-least.adjusted(), DIGITS_AFTER)))


def _as_known(figure: Figure, amount: Amount) -> tuple[Amount, int]:
    """The value, or the ends of a range, as it is."""
    shown = (amount.interval.low, amount.interval.high) if amount.value is None else (amount.value,)
    # A quotient's trailing zeros are an accident of the division; those of a source are its precision.
    written = (end if figure.kind in _WRITTEN or end is None else end.normalize() for end in shown)
    decimals = min(figure.decimals, max(map(digits_after, written)))
    return _outward(amount, decimals), decimals


def _short_limit(amount: Amount) -> Amount:
    """A limit that is worked out, with its first digits: those behind them come from what it is not the limit of."""
    if amount.value is None or amount.bound not in (*FLOORS, *CEILINGS) or not amount.value:
        return amount
    exponent = amount.value.adjusted() - LIMIT_DIGITS + 1
    if exponent <= 0:
        return amount
    rounding = ROUND_FLOOR if amount.bound in FLOORS else ROUND_CEILING
    return structs.replace(amount, value=_to(amount.value, exponent, rounding))


def _about(figure: Figure, amount: Amount) -> tuple[Amount, int]:
    """The value to the place of the leading digit of its half-width: more digits would pretend.

    Where the half-width is more than a quarter of the value, both ends in its place, to one digit more.
    """
    assert amount.value is not None  # only a range has none
    half = amount.interval.width / 2
    if half > abs(amount.value) / 4:
        return _ends(figure, amount)
    exponent = max(half.adjusted(), -figure.decimals)
    value = structs.replace(amount, value=_to(amount.value, exponent), bound="approximate")
    return value, min(max(0, -exponent), digits_after(amount.value))


def _ends(figure: Figure, amount: Amount) -> tuple[Amount, int]:
    """Between which ends it lies, rounded outwards; the one end that is known, if the other is open."""
    low, high = amount.interval.low, amount.interval.high
    if low is None or high is None:
        bound: Bound = "at-least" if high is None else "at-most"
        return _outward(structs.replace(amount, bound=bound), figure.decimals), figure.decimals
    half = amount.interval.width / 2
    finest = min(half.adjusted(), 0) if figure.unit in RATIOS else -figure.decimals
    exponent = max(half.adjusted() - 1, finest, -figure.decimals)
    ends = structs.replace(
        amount.interval, low=_to(low, exponent, ROUND_FLOOR), high=_to(high, exponent, ROUND_CEILING)
    )
    decimals = max(digits_after(end.normalize()) for end in (ends.low, ends.high) if end is not None)
    return Amount(None, "range", ends), decimals


def outward(
    interval: Interval, most: int = DIGITS_AFTER, finest: int = DIGITS_AFTER
) -> tuple[Decimal | None, Decimal | None]:
    """The ends as they are, or if they have more than so many digits after the point, to a hundredth of the width.

    Of one end alone it is a ten-thousandth of itself. finest: with how many digits after the point at most.
    """
    low, high = interval.low, interval.high
    if low is None or high is None:
        exponent = (low or high or Decimal(0)).adjusted() - 4
    else:
        exponent = (high - low).adjusted() - 2
    exponent = max(exponent, -finest)
    return (
        None if low is None else _short(low, exponent, min(most, finest), ROUND_FLOOR),
        None if high is None else _short(high, exponent, min(most, finest), ROUND_CEILING),
    )


def _short(end: Decimal, exponent: int, most: int, rounding: str) -> Decimal:
    """An end as it is, if it has no more than so many digits after the point; else rounded."""
    written = end if digits_after(end.normalize()) <= most else _to(end, exponent, rounding)
    return round_to(written, digits_after(written.normalize()))


def _to(value: Decimal, exponent: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value as a whole multiple of a power of ten."""
    return value.scaleb(-exponent).quantize(Decimal(1), rounding).scaleb(exponent)


def _outward(amount: Amount, decimals: int) -> Amount:
    """With so many digits: a bound and the ends of a range move away from the rest, never into it."""
    interval = amount.interval
    low = None if interval.low is None else round_to(interval.low, decimals, ROUND_FLOOR)
    high = None if interval.high is None else round_to(interval.high, decimals, ROUND_CEILING)
    match amount.bound:
        case "range":
            return structs.replace(amount, interval=structs.replace(interval, low=low, high=high))
        case "at-least" | "more-than":
            return structs.replace(amount, value=low)
        case "at-most" | "less-than":
            return structs.replace(amount, value=high)
        case _:
            return structs.replace(amount, value=None if amount.value is None else round_to(amount.value, decimals))


def _near(value: Decimal, interval: Interval, decimals: int) -> bool:
    """Whether rounding to so many digits leaves what a number is: 0.74 to 0.76 is not 1."""
    return not value or interval.width == 0 or abs(value) >= Decimal(2).scaleb(-decimals)


def _telling(value: Decimal, interval: Interval, decimals: int) -> bool:
    """Whether rounding a ratio to this number keeps what is known: 2.14 to 2.16 is not 2, and 46.6 to 46.8 is 47.

    The number is one of those that are possible, or lies at most a fortieth of itself beside them.
    """
    low, high = interval.low or Decimal(0), interval.high or Decimal(0)
    return 40 * max(low - value, value - high) <= abs(value)


def _alike(low: Decimal, high: Decimal, decimals: int) -> Decimal | None:
    """The number to which both ends round, a half into the interval: 12.45 to 12.55 is 12.5. None if they differ."""
    if low == high:
        return round_to(low, decimals)
    up = round_to(low, decimals, ROUND_HALF_UP if low > 0 else ROUND_HALF_DOWN)
    down = round_to(high, decimals, ROUND_HALF_DOWN if high > 0 else ROUND_HALF_UP)
    return up if up == down else None


def round_to(value: Decimal, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value with so many digits after the point; halves go away from zero unless a rounding is given."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding) + 0  # no minus before a zero

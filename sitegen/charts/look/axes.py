"""Arithmetic of axes and labels: round ticks, names for periods, labels that do not collide."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.figures.periods import period_label
from sitegen.figures.scales import scaled
from sitegen.figures.words import number
from sitegen.model.basics.calendar import USUAL
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import PERCENT, Unit
from sitegen.words import Locale

LINE = 14.0
"""Height of a line of text, in pixels."""


NEAR = 0.8
"""From which part of the highest value on the lowest lies so near to it that an axis may begin above zero."""
CUT = 0.05
"""Room for the sign of a cut axis between its end and the values, in parts of how far these reach."""


def ticks(low: float, high: float, count: int) -> tuple[float, ...]:
    """About so many round numbers from at or below `low` to at or above `high`."""
    if _same(low, high):
        low, high = min(low, 0.0), max(high, 0.0)
    if _same(low, high):
        low, high = 0.0, 1.0
    rough = (high - low) / max(count, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(float(f"{i * step:.12g}") for i in range(first, last + 1))


class Scale(NamedTuple):
    """An axis of values: what it shows from end to end, and the round numbers that are named on it."""

    ends: tuple[float, float]
    ticks: tuple[float, ...]


def span(values: Sequence[float], most: int) -> Scale:
    """A scale that holds all values; zero is on it unless the values lie close together far from it."""
    low, high = min(values), max(values)
    if 0 <= low <= high * NEAR:
        low = 0.0
    elif high <= 0 and high >= low * NEAR:
        high = 0.0
    return snug(low, high, most)


def snug(low: float, high: float, most: int, cut: float = CUT) -> Scale:
    """A scale of two to `most` ticks that reaches past its last tick, by at most half a step, not far past the values.

    Where it leaves zero out it begins at a tick before all values: nothing stands on the sign of the cut.
    most: at least 3. cut: the room there before the values, in parts of how far they reach.
    """
    if _same(low, high):
        marks = ticks(low, high, most - 1)
        return Scale((marks[0], marks[-1]), marks)
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    steps = [power * m for m in (1, 2, 2.5, 5, 10, 20, 25, 50, 100)]
    marks = next(marks for step in steps if 2 <= len(marks := _round(low, high, step, cut)) <= most)
    return Scale((min(low, marks[0]), max(high, marks[-1])), marks)


def _round(low: float, high: float, step: float, cut: float) -> tuple[float, ...]:
    """The multiples of a step within low…high, and those beyond an end that is cut or more than half a step away."""
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    room = cut * (high - low) / step
    if low > 0:
        first = math.floor(low / step - room)
    else:
        first -= first - low / step > 0.5
    if high < 0:
        last = math.ceil(high / step + room)
    else:
        last += high / step - last > 0.5
    return tuple(float(f"{i * step:.12g}") for i in range(first, last + 1))


def _same(low: float, high: float) -> bool:
    """Whether two numbers are too near to each other for an axis between them."""
    return high - low <= max(abs(low), abs(high)) * 1e-9 + 1e-12


def tick_texts(values: Sequence[float], unit: Unit | None, locale: Locale) -> tuple[str, ...]:
    """The ticks in the locale's digits, all with as many decimals as the finest needs; percent with its sign.

    Where the unit counts in millions or more, each says so: "50 billion".
    """
    exact = [Decimal(str(v)).normalize() for v in values]
    decimals = max((max(0, -int(v.as_tuple().exponent)) for v in exact), default=0)
    if unit != PERCENT:
        zeros = 0 if unit is None else unit.scale
        return tuple(scaled(number(v, decimals, locale), zeros if v else 0, locale, v) for v in exact)
    pattern = locale.babel.percent_formats[None].pattern
    return tuple(pattern.replace("#,##0", number(v, decimals, locale)) for v in exact)


def middle_day(period: Period) -> date:
    """The day in the middle of a period: where a date that is only a month or a year is drawn."""
    return period.first + (period.last - period.first) // 2


def _starts(periods: Sequence[Period]) -> Iterator[list[int]]:
    """Which periods may be named where not all can be: every second quarter, every third month and so on."""
    if any(p.named == "week" for p in periods):
        yield from (
            [i for i, p in enumerate(periods) if p.first.isocalendar().week % n == 1 % n] for n in (1, 2, 4, 13)
        )
        return
    per_year = 12 if any(p.cadence == "month" for p in periods) else 4
    for step in (1, 3, 6) if per_year == 12 else (1, 2):
        yield [i for i, p in enumerate(periods) if _months_in(p) % (step * 12 // per_year) == 0]


def _months_in(period: Period) -> int:
    """How many months of its year lie before a period; of a span in weeks all that matters is that it is named."""
    return 0 if period.named is None else (period.first.month - (period.calendar or USUAL).starts) % 12


def width_of(periods: Sequence[Period], locale: Locale, fonts: Fonts, usual: float) -> float:
    """The room that the name of a period needs on an axis. usual: that of quarters and calendar years."""
    if all(period.named not in (None, "week") and period.financial is None for period in periods):
        return usual
    return max(usual, fonts.widest(word for period in periods for word in period_label(period, locale)) + 10)


def axis_texts(periods: Sequence[Period], locale: Locale, room: int) -> dict[int, tuple[str, ...]]:
    """Which of the periods are named on an axis with room for so many names, and how.

    The year stands below the first name of each year; where only years fit, it stands alone.
    """
    labels = [period_label(p, locale) for p in periods]
    chosen: list[int] = []
    for starts in _starts(periods):
        if labels and labels[0][0] and len(starts) <= room:
            chosen = starts
            break
    if not chosen:
        firsts = [i for i, (_, year) in enumerate(labels) if i == 0 or labels[i - 1][1] != year]
        if len(firsts) > 1 and firsts[1] * room < len(periods):
            firsts = firsts[1:]  # a year of which only the end is shown would touch the next
        every = math.ceil(len(firsts) / max(room, 1))
        return {i: (labels[i][1],) for i in firsts[:: max(every, 1)]}
    seen: set[str] = set()
    texts: dict[int, tuple[str, ...]] = {}
    for index in chosen:
        name, year = labels[index]
        texts[index] = (name,) if year in seen else (name, year)
        seen.add(year)
    return texts


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, in their order, at least `gap` apart, and within low…high where they fit.

    Neighbours that collide share the shift: each group of them stands around its mean.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    groups: list[list[int]] = []
    starts: list[float] = []
    for index in order:
        groups.append([index])
        starts.append(wanted[index])
        while len(groups) > 1 and starts[-1] < starts[-2] + gap * len(groups[-2]):
            merged = groups[-2] + groups[-1]
            groups[-2:], starts[-2:] = [merged], [sum(wanted[i] - gap * n for n, i in enumerate(merged)) / len(merged)]
    placed = [start + gap * n for group, start in zip(groups, starts, strict=True) for n in range(len(group))]
    for n in range(len(placed)):
        placed[n] = max(placed[n], low + gap * n)
    for n in range(len(placed)):
        placed[-1 - n] = min(placed[-1 - n], high - gap * n)
    result = [0.0] * len(wanted)
    for position, index in zip(placed, order, strict=True):
        result[index] = position
    return result

"""Derivation: which shorter periods add up to a longer one, and which of them at least and at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from sitegen.model.basics.calendar import DAY
from sitegen.model.basics.period import Period

_Way = tuple[int, tuple[int, ...], tuple[Period, ...]]


def tiling(whole: Period, periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods that cover the whole exactly, each day once; () if none do.

    The fewest parts win; among equally many, the longer part first, read from the start.
    """
    starting = _starting(whole, periods)
    # best[day]: the best way from that day to the end of the whole, found from the end backwards.
    best: dict[date, _Way] = {whole.last + DAY: (0, (), ())}
    for day in sorted(starting, reverse=True):
        ways = [_with(part, best[part.last + DAY]) for part in starting[day] if part.last + DAY in best]
        if ways:
            best[day] = min(ways)
    return best[whole.first][2] if whole.first in best else ()


def several(whole: Period, periods: Iterable[Period]) -> bool:
    """Whether more than one choice of periods covers the whole."""
    starting = _starting(whole, periods)
    ways: defaultdict[date, int] = defaultdict(int, {whole.last + DAY: 1})
    for day in sorted(starting, reverse=True):
        ways[day] = min(2, sum(ways[part.last + DAY] for part in starting[day]))
    return ways[whole.first] > 1


def least(whole: Period, weights: Mapping[Period, Decimal]) -> tuple[Period, ...]:
    """Of the choices of periods that cover the whole, the one of the least weight; the fewest parts of equal ones."""
    starting = _starting(whole, weights)
    best: dict[date, tuple[Decimal, _Way]] = {whole.last + DAY: (Decimal(0), (0, (), ()))}
    for day in sorted(starting, reverse=True):
        follow = [(part, *best[part.last + DAY]) for part in starting[day] if part.last + DAY in best]
        if follow:
            best[day] = min((weights[part] + weight, _with(part, way)) for part, weight, way in follow)
    return best[whole.first][1][2] if whole.first in best else ()


def heaviest(whole: Period, weights: Mapping[Period, Decimal]) -> tuple[Period, ...]:
    """The periods inside the whole, none of which overlap, that weigh the most together; there may be days left."""
    starting = _starting(whole, weights)
    days = sorted({whole.last + DAY, *starting, *(part.last + DAY for parts in starting.values() for part in parts)})
    best: dict[date, tuple[Decimal, tuple[Period, ...]]] = {days[-1]: (Decimal(0), ())}
    for day, after in zip(days[-2::-1], days[:0:-1], strict=True):
        follow = [(part, *best[part.last + DAY]) for part in starting[day]]
        ways = [(weights[part] + weight, (part, *parts)) for part, weight, parts in follow]
        best[day] = max([best[after], *ways], key=lambda way: way[0])
    return best[days[0]][1]


def ending_with(period: Period, periods: Iterable[Period]) -> list[Period]:
    """The periods of the same last day: those inside the period before those around it, the nearest first."""
    same = (other for other in periods if other.last == period.last)
    return sorted(same, key=lambda p: (not period.contains(p), abs((p.first - period.first).days)))


def _starting(whole: Period, periods: Iterable[Period]) -> defaultdict[date, list[Period]]:
    """The periods inside the whole by their first days."""
    starting: defaultdict[date, list[Period]] = defaultdict(list)
    for period in set(periods):
        if whole.contains(period) and period != whole:
            starting[period.first].append(period)
    return starting


def _with(part: Period, rest: _Way) -> _Way:
    """The rest with the part before it; smaller compares as better."""
    days = (part.last - part.first).days
    return (rest[0] + 1, (-days, *rest[1]), (part, *rest[2]))

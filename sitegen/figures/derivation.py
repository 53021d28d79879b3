"""Derivation: which shorter periods add up to a longer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sitegen.model.period import Period

_Way = tuple[int, tuple[int, ...], tuple[Period, ...]]
_DAY = timedelta(days=1)


def tiling(whole: Period, periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods that cover the whole exactly, each day once; () if none do.

    The fewest parts win; among equally many, the longer part first, read from the start.
    """
    starting: defaultdict[date, list[Period]] = defaultdict(list)
    for period in set(periods):
        if whole.contains(period) and period != whole:
            starting[period.first].append(period)
    # best[day]: the best way from that day to the end of the whole, found from the end backwards.
    best: dict[date, _Way] = {whole.last + _DAY: (0, (), ())}
    for day in sorted(starting, reverse=True):
        ways = [_with(part, best[part.last + _DAY]) for part in starting[day] if part.last + _DAY in best]
        if ways:
            best[day] = min(ways)
    return best[whole.first][2] if whole.first in best else ()


def _with(part: Period, rest: _Way) -> _Way:
    """The rest with the part before it; smaller compares as better."""
    days = (part.last - part.first).days
    return (rest[0] + 1, (-days, *rest[1]), (part, *rest[2]))

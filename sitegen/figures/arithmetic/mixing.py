"""What differs between two figures that are compared: region, basis, the length or the calendar of their periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.calendars import Length, calendars, length_of
from sitegen.figures.figure import CONVERTED, Figure, Missing
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.calendar import DAY
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.places import Places
from sitegen.model.series import Series

Thing = TypeVar("Thing")
_ADDED = ("sum", "difference")
_LENGTH = "the length of their periods"
ALIKE: tuple[tuple[str, Callable[[Series], str]], ...] = (("region", lambda s: s.region), ("basis", lambda s: s.basis))
"""What series that are compared have alike, beside their units and calendars: what it is called, and that of each."""


def differences(compared: Iterable[Series], places: Places, periods: Iterable[Period] = ()) -> str:
    """What differs among series that are compared, in words: "region (Norway, World)"; "" if nothing does.

    periods: those for which they are compared, if their length counts; of one length, their calendars do.
    """
    every, spans = list(compared), list(periods)
    found = []
    alike = {name: {of(series) for series in every} for name, of in ALIKE}
    for name, values in (
        *((name, _regions(ids, places) if name == "region" else sorted(ids)) for name, ids in alike.items()),
        (_LENGTH, [_said(frozenset({length})) for length in sorted({length_of(period) for period in spans})]),
    ):
        if len(values) > 1:
            found.append(f"{name} ({', '.join(values)})")
    return " and ".join(filter(None, (*found, calendars(spans, places.locale))))


def odd_one(found: Mapping[Thing, object]) -> Thing | None:
    """The first of some things that is not as most of them are, or as the first ones are; None if all are alike.

    found: what each of them is.
    """
    counts = Counter(found.values())
    usual = max(counts, key=lambda each: counts[each], default=None)
    return next((thing for thing, each in found.items() if each != usual), None)


def _regions(ids: set[str], places: Places) -> list[str]:
    """The names of regions, and of a part of another one whose part it is."""
    return sorted((places.name(id) + _whole(id, ids - {id, "world"}, places) for id in ids), key=sort_key)


def _whole(id: str, others: set[str], places: Places) -> str:
    """The narrowest of other places that a place lies in, in words; "" if it lies in none."""
    wider = sorted((other for other in others if places.within(id, other)), key=places.order)
    return f" as a part of {places.name(wider[-1])}" if wider else ""


def is_part(figure: Figure, whole: Figure) -> bool:
    """Whether a figure is of a part of the time of another, of the same series."""
    a, b = figure.address, whole.address
    if a is None or b is None or a.series != b.series:
        return False
    return isinstance(a.period, Period) and isinstance(b.period, Period) and b.period.contains(a.period)


def mixing(figures: Figures, figure: Figure | Missing, other: Figure | Missing, *, timed: bool = True) -> str:
    """What differs between two sides of a comparison, in words: "basis (deliveries, wholesale)"; "" if nothing does.

    A side is taken as a whole: what it is made of may differ in itself. timed: whether the lengths of time count.
    """
    known = figures.tracker.series
    sides = [{address.series for address in _addresses(side) if address.series in known} for side in (figure, other)]
    one, two = ([known[series] for series in side] for side in sides)
    found = []
    if any({of(series) for series in one} != {of(series) for series in two} for _, of in ALIKE):
        found.append(differences([*one, *two], figures.tracker.places))
    first, second = lengths(figures, figure), lengths(figures, other)
    if timed and first and second and first != second:
        found.append(f"{_LENGTH} ({_said(first)}, {_said(second)})")
    spans = [span for side in (figure, other) if (span := _time(figures, side)) is not None]
    found.append(calendars(spans, figures.tracker.site.locale) if len(spans) == 2 else "")
    return " and ".join(filter(None, found))


def unexplained(figures: Figures, figure: Figure) -> str:
    """What differs between the sides of a sum or difference in a figure, with no reason given; "" if nothing does.

    One series against itself, as this year less last or the first half less the first quarter, is never mixed. Nor are
    several that are each counted over the same length of time, in whatever order they stand.
    """
    if figure.mixed:
        return ""
    parts = figure.inputs
    if figure.operation in _ADDED and len(figure.inputs) == 2:
        one, other = figure.inputs
        apart = len({address.series for address in figure.addresses}) > 1
        alike = apart and _each_as_long(figures, figure)
        if apart and (differs := mixing(figures, one, other, timed=not alike)):
            return f"{one.label} and {other.label} differ in {differs}"
        parts = tuple(_added(figure)) if alike else parts
    return next(filter(None, (unexplained(figures, part) for part in parts)), "")


def _added(figure: Figure) -> Iterator[Figure]:
    """What a sum or difference adds up in the end."""
    for part in figure.inputs:
        yield from _added(part) if part.operation in _ADDED and not part.mixed else (part,)


def _each_as_long(figures: Figures, figure: Figure) -> bool:
    """Whether a sum or difference counts each of its series over the same length of time."""
    spans: dict[SeriesId, Counter[Period]] = {}
    for part, factor in figure.terms.factors if figure.terms is not None else ():
        if part.address is None:
            return False
        for period, times in _spans(figures, part).items():
            spans.setdefault(part.address.series, Counter())[period] += times * factor
    return len({_long(each) for each in spans.values()}) == 1


def lengths(figures: Figures, side: Figure | Missing) -> frozenset[Length]:
    """How long the time is that a side counts; of one less itself, as this year less last, the later time.

    A sum is as long as its periods together, each time counted once, and a change as its later end. None for what
    does not add up over time, which is no larger in a longer one.
    """
    return _long(_spans(figures, side))


def _long(spans: Counter[Period]) -> frozenset[Length]:
    signs = {period: (factor > 0) - (factor < 0) for period, factor in spans.items()}
    widest = {
        period: sign
        for period, sign in signs.items()
        if not any(signs[other] == sign and other != period and other.contains(period) for other in signs)
    }
    whole = _together(widest)
    later = _together({period: sign for period, sign in widest.items() if sign > 0})
    return frozenset({whole if any(whole) else later} if spans else ())


def _together(signs: Mapping[Period, int]) -> Length:
    months, days = (abs(sum(length_of(period)[n] * sign for period, sign in signs.items())) for n in (0, 1))
    return months, days


def _time(figures: Figures, side: Figure | Missing) -> Period | None:
    """The time of a side as one period, if it counts each day of it once; None for any other, and for none."""
    counted = _spans(figures, side, every=True)
    spans = sorted(period for period, times in counted.items() if times)
    apart = any(other.first - one.last != DAY for one, other in pairwise(spans))
    return None if apart or not spans else Period(spans[0].first, spans[-1].last)


def _spans(figures: Figures, side: Figure | Missing, *, every: bool = False) -> Counter[Period]:
    """The periods that a side counts, each as often as it does. every: also those of what does not add up over time."""
    address = side.address
    if address is not None:
        known = address.series in figures.tracker.series and isinstance(address.period, Period)
        grows = known and (every or figures.tracker.metrics[address.metric].rules.over_time)
        return Counter({address.period: 1} if grows and isinstance(address.period, Period) else {})
    found: Counter[Period] = Counter()
    if isinstance(side, Figure) and side.terms is not None:
        for part, factor in side.terms.factors:
            for period, times in _spans(figures, part, every=every).items():
                found[period] += times * factor
    elif isinstance(side, Figure) and side.inputs:
        return _spans(figures, side.inputs[0], every=every)
    return found


def _addresses(side: Figure | Missing) -> tuple[Address, ...]:
    """Every address beneath a side; what converts its currency is no part of what it counts."""
    if isinstance(side, Missing):
        return (side.address,)
    inputs = side.inputs[:1] if side.operation == CONVERTED else side.inputs
    own = () if side.address is None else (side.address,)
    return tuple(dict.fromkeys(own + tuple(address for part in inputs for address in _addresses(part))))


def _said(found: frozenset[Length]) -> str:
    said = (
        " and ".join(f"{n} {unit}{'s' if n > 1 else ''}" for n, unit in zip(length, ("month", "day"), strict=True) if n)
        for length in sorted(found)
    )
    return " or ".join(said)

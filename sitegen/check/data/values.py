"""Checks of single values: decimals of what is counted whole, points that may separate thousands, periods not over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sitegen.check.data.finding import Finding
from sitegen.check.dates import OF_SITE
from sitegen.figures import Figures
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.amount import digits_after
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.series import Observation, Series
from sitegen.model.source import Source
from sitegen.problems import Problem

_NAMED = 5
_AT_END: tuple[MetricKind, ...] = ("flow", "stock")
_STAYS = "accepted: {extra-decimals: why}"
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def extra_decimals(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value such as 49.400 of what divides and shows fewer decimals, or does not say how many: it may be 49,400.

    Other values that are finer than what their metric shows, 65044.468 or 48.89, leave no such doubt.
    """
    tracker = figures.tracker
    metric = tracker.metrics[series.metric]
    for observation in series.observations:
        number = next((n for n in written(observation) if _THOUSANDS.fullmatch(str(n))), None)
        if number is None or not metric.divisible or (metric.decimals or 0) >= digits_after(number):
            continue
        message, other = f"{number} has three decimals: its point may separate thousands", _STAYS
        if metric.decimals is not None:
            message = f'{number} has three decimals, and "{metric.id}" shows {metric.decimals or "none"}'
            other = "round the value"
        hint = f"write {str(number).replace('.', '')} if the point separates thousands, else {other}"
        yield Finding(Problem(observation.place, "extra-decimals", message, hint), (observation, series))


def future_value(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value that is neither a target nor estimated, for a period that the day of the site does not know yet.

    A flow or a stock is known when the period is over; a price or a share may be said as soon as it has begun.
    """
    tracker = figures.tracker
    day = tracker.site.as_of
    if day is None:
        return
    at_end = tracker.metrics[series.metric].kind in _AT_END
    for observation in series.observations:
        known_from = observation.period.last if at_end else observation.period.first
        if known_from <= day.last or observation.status in ("target", "estimated"):
            continue
        happened = "ended" if at_end else "begun"
        message = f"{observation.period} has not {happened} by {day.last}, {OF_SITE}"
        hint = "of a plan write status: target, of a forecast status: estimated; else look at the period and as_of"
        yield Finding(Problem(observation.place, "future-value", message, hint), (observation, series))


def before_its_time(figures: Figures, id: str, series: Sequence[SeriesId]) -> Iterator[Finding]:
    """Counts of one source for periods that had not ended when it was published, and that are no targets or estimates.

    series: those to which it gives values. Where several counts are too early, the source's date is to blame, unless
    they are accepted.
    """
    tracker = figures.tracker
    source = tracker.sources[id]
    found: list[tuple[Series, Observation]] = []
    for each in (tracker.series[one] for one in series):
        if source.published is not None and tracker.metrics[each.metric].kind in _AT_END:
            for observation in (own for own in each.observations if own.source == id):
                known = observation.period.last <= source.published.last
                if not known and observation.status not in ("target", "estimated"):
                    found.append((each, observation))
    open_ones = [each for each in found if not any("future-value" in owner.accepted for owner in each)]
    if len(open_ones) > 1:
        found = [each for each in found if each not in open_ones]
        yield _too_early(source, open_ones)
    for owner, observation in found:
        message = f'"{id}" is of {source.published}, when {observation.period} had not ended'
        hint = "look at the period, and at published: of the source; of a plan write status: target"
        yield Finding(Problem(observation.place, "future-value", message, hint), (observation, owner))


def _too_early(source: Source, found: Sequence[tuple[Series, Observation]]) -> Finding:
    """The Finding of a source that is older than several periods of which it gives the values."""
    periods = sorted(
        {observation.period for _, observation in found}, key=lambda each: (each.last, each.last - each.first)
    )
    named = ", ".join(str(period) for period in periods[:_NAMED])
    named += f" and {len(periods) - _NAMED} more" if len(periods) > _NAMED else ""
    message = f"published: {source.published} is before the end of {named}, of which this source gives values"
    hint = "look at the date, and at its year; then at the periods; of plans write status: target"
    place = source.places.get("published", source.place)
    return Finding(Problem(place, "future-value", message, hint), (source,))


def count_decimals(figures: Figures, series: Series) -> Iterator[Finding]:
    """Decimals in a value of a metric that counts what does not divide, such as loaves."""
    metric = figures.tracker.metrics[series.metric]
    for observation in () if metric.divisible else series.observations:
        number = next((n for n in written(observation) if digits_after(n)), None)
        if number is not None:
            message = f'{number} has decimals, and "{metric.id}" counts whole {metric.unit}'
            hint = f'write {meant(number)}\nif the unit divides, as money does, write divisible: yes at "{metric.id}"'
            yield Finding(Problem(observation.place, "count-decimals", message, hint), (observation, series))


def meant(number: Decimal) -> str:
    """What may be meant by a number with decimals where none belong: 49.400 is 49400, 38.15 is 38150."""
    whole, _, decimals = str(number).partition(".")
    if not decimals.strip("0") and len(decimals) != 3:
        return whole
    thousands = f"{whole}{decimals.ljust(3, '0')}" if len(decimals) <= 3 and whole.strip("-0") else ""
    return f"{thousands} if the point separates thousands, else the whole number" if thousands else "the whole number"


def written(observation: Observation) -> tuple[Decimal, ...]:
    """The numbers that an editor wrote: the value, or the two ends of a range."""
    amount = observation.amount
    if amount is None:
        return ()
    if amount.value is not None:
        return (amount.value,)
    return tuple(end for end in (amount.interval.low, amount.interval.high) if end is not None)

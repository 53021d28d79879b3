"""Checks of single values: points that may separate thousands, and periods that are not over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from sitegen.check.data.finding import Finding
from sitegen.check.data.slips import written
from sitegen.figures import Figures
from sitegen.model.basics.amount import digits_after
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.series import Series
from sitegen.problems import Problem

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
        message = f"{observation.period} has not {happened} by {day.last}, the as_of of data/site.yaml"
        hint = "of a plan write status: target, of a forecast status: estimated; else look at the period and as_of"
        yield Finding(Problem(observation.place, "future-value", message, hint), (observation, series))


def before_its_time(figures: Figures, series: Series) -> Iterator[Finding]:
    """A count for a period that had not ended when its source was published, and that is no target or estimate.

    Where that holds of all that a series takes from a source, the date of the source is to blame.
    """
    tracker = figures.tracker
    if tracker.metrics[series.metric].kind not in _AT_END:
        return
    counts = (o for o in series.observations if o.status not in ("target", "estimated"))
    for id, given in groupby(sorted(counts, key=lambda o: o.source), key=lambda o: o.source):
        source, taken = tracker.sources[id], list(given)
        published = source.published
        early = [o for o in taken if published is not None and o.period.last > published.last]
        if len(early) > 1 and len(early) == len(taken):
            first = min(o.period for o in early)
            what = f"all that {'.'.join(series.id)} takes from this source"
            message = f"published: {published} is before the end of {what}"
            hint = f"look at the date: the first of {len(early)} periods, {first}, ends on {first.last}"
            place = source.places.get("published", source.place)
            yield Finding(Problem(place, "future-value", message, hint), (source, series))
            continue
        for observation in early:
            message = f'"{id}" is of {published}, when {observation.period} had not ended'
            hint = "look at the period, and at published: of the source; of a plan write status: target"
            yield Finding(Problem(observation.place, "future-value", message, hint), (observation, series))

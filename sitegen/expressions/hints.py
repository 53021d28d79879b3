"""Hints for an address without an answer: the nearest thing that has one."""

from __future__ import annotations

from sitegen.figures import Figures, Missing
from sitegen.model.period import Period
from sitegen.problems import did_you_mean

_MOST = 4


def way_out(missing: Missing, figures: Figures) -> str:
    """The nearest entity or metric, or the periods that do have a value; "" if nothing helps."""
    address, tracker = missing.address, figures.tracker
    if address.entity not in tracker.entities:
        return did_you_mean(address.entity, {entity for entity, _ in tracker.series})
    if address.series not in tracker.series:
        metrics = sorted(metric for entity, metric in tracker.series if entity == address.entity)
        near = did_you_mean(address.metric, metrics)
        return near or (f"{address.entity} has: {', '.join(metrics)}" if metrics else f"{address.entity} has no series")
    if address.source is not None and address.source not in tracker.sources:
        return did_you_mean(address.source, tracker.sources)
    periods = figures.evidence.periods(address.series)
    if not periods:
        return "no value is known for this series"
    asked = address.period
    same = [p for p in periods if isinstance(asked, Period) and p.cadence == asked.cadence] or list(periods)
    if isinstance(asked, Period):
        same.sort(key=lambda period: abs((period.last - asked.last).days))
    return f"there are values for {', '.join(str(period) for period in sorted(same[:_MOST]))}"

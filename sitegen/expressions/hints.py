"""Hints for an address without an answer: the nearest thing that has one."""

from __future__ import annotations

from msgspec import structs

from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.values.choice import ON_REQUEST, stands
from sitegen.figures.values.wholes import contradiction
from sitegen.model.basics.address import Address
from sitegen.model.basics.names import NAME_A_CALENDAR
from sitegen.model.basics.period import FinancialPeriod, Period
from sitegen.problems import did_you_mean
from sitegen.register.called import called

_MOST = 4


def way_out(missing: Missing, figures: Figures) -> str:
    """The nearest entity or metric, or the periods that do have a value; "" if nothing helps."""
    address, tracker = missing.address, figures.tracker
    if address.entity not in tracker.entities:
        if (address.metric, address.entity) in tracker.series:
            return f"write {structs.replace(address, entity=address.metric, metric=address.entity)}"
        if (thing := called(address.entity, tracker, "entity")) is not None:
            return thing.hint
        return did_you_mean(address.entity, {entity for entity, _ in tracker.series})
    if address.series not in tracker.series:
        metrics = sorted(metric for entity, metric in tracker.series if entity == address.entity)
        near = did_you_mean(address.metric, metrics)
        return near or (f"{address.entity} has: {', '.join(metrics)}" if metrics else f"{address.entity} has no series")
    if address.source is not None and address.source not in tracker.sources:
        return did_you_mean(address.source, tracker.sources)
    if address.source is not None and (others := _gives(address, figures)):
        return f"the values for {address.period} are from {' and '.join(others)}"
    if asked_only := _asked_only(missing, figures):
        return f'ask for it by its source: "{structs.replace(address, source=asked_only)}"'
    if isinstance(figures.answer(address), Figure):
        return ""  # what is missing is made of it, and the reason says it
    if contradiction(figures.sums(address)) is not None:
        return "look for a wrong value; if all are right: accepted: {parts-disagree: why} at the series"
    if isinstance(address.period, FinancialPeriod):
        return f"{NAME_A_CALENDAR}; or name the months"
    periods = figures.evidence.periods(address.series)
    if not periods:
        return "none of our documents gives a value of this series"
    asked = address.period
    same = [p for p in periods if isinstance(asked, Period) and p.cadence == asked.cadence] or list(periods)
    if isinstance(asked, Period):
        same.sort(key=lambda period: abs((period.last - asked.last).days))
    return f"there are values for {', '.join(str(period) for period in sorted(same[:_MOST]))}"


def _gives(address: Address, figures: Figures) -> list[str]:
    """The sources that do give a value at an address, if the one that it names gives none in its whole series."""
    every = figures.tracker.series[address.series].observations
    if any(each.source == address.source for each in every):
        return []
    asked = address.period
    fit = (each.source for each in every if not isinstance(asked, Period) or asked.contains(each.period))
    return list(dict.fromkeys(fit))[:_MOST]


def _asked_only(missing: Missing, figures: Figures) -> str | None:
    """The source of an estimate or target for a period that has no reported value."""
    address = missing.address
    if address.source is not None or not isinstance(address.period, Period):
        return None
    there = figures.evidence.by_period(address.series).get(address.period, ())
    return next((o.source for o in there if o.status in ON_REQUEST and stands(o) and o.amount is not None), None)

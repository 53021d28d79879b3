"""The check of parts against their wholes: brands and their company, places and the region around them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sitegen.check.data.finding import Finding
from sitegen.figures import Figure, Figures, say
from sitegen.figures.values.spread import spread
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.lives import belongs
from sitegen.model.series import Series
from sitegen.problems import Problem

_HINT = "look for a wrong value, period, parent: or definition; if all are right: accepted: {part-above-whole: why}"


def part_above_whole(figures: Figures) -> Iterator[Finding]:
    """Parts that come to more than their whole, whichever values count, of one metric, scope and basis."""
    for whole, parts in _groups(figures):
        for period in figures.evidence.periods(whole.id):
            total = figures.answer(Address(*whole.id, period))
            found = [each for part in parts if (each := _value(figures, part, whole, period)) is not None]
            if not found or not isinstance(total, Figure) or total.observation is None:
                continue
            low = sum((spread(figures, each).low or Decimal(0) for each in found), Decimal(0))
            high = spread(figures, total).high
            if high is not None and low > high:
                yield _finding(figures, whole, total, found, period)


def _groups(figures: Figures) -> Iterator[tuple[Series, list[Series]]]:
    """Every series with parts of it that have nothing in common: entities below it, or one market inside."""
    tracker = figures.tracker
    parts: dict[SeriesId, list[Series]] = {}
    markets: dict[str, list[Series]] = {}
    for series in tracker.series.values():
        metric = tracker.metrics[series.metric]
        if not metric.rules.over_entities or metric.negative:
            continue
        if tracker.entities[series.entity].kind == "market":
            markets.setdefault(series.metric, []).append(series)
        for id in _nearest(figures, series):
            parts.setdefault(id, []).append(series)
    yield from ((tracker.series[id], found) for id, found in parts.items())
    for found in markets.values():
        for whole in found:
            yield from (
                (whole, [part]) for part in found if part.region != whole.region and _alike(figures, part, whole)
            )


def _nearest(figures: Figures, series: Series) -> Iterator[SeriesId]:
    """The series of the nearest entities above, by any parent that it has had, that count the same."""
    tracker, seen, waiting = figures.tracker, {series.entity}, [series.entity]
    while waiting:
        for tie in tracker.entities[waiting.pop(0)].parents:
            whole = tracker.series.get((tie.entity, series.metric))
            if whole is not None and _alike(figures, series, whole):
                yield whole.id
            elif tie.entity in tracker.entities and tie.entity not in seen:
                seen.add(tie.entity)
                waiting.append(tie.entity)


def _alike(figures: Figures, part: Series, whole: Series) -> bool:
    """Whether what the one counts is in what the other counts, if their entities belong together."""
    same = (part.scope, part.basis) == (whole.scope, whole.basis)
    return same and figures.tracker.places.within(part.region, whole.region)


def _value(figures: Figures, part: Series, whole: Series, period: Period) -> Figure | None:
    """The reported value of a part in a period, if it belongs to the whole at both ends of it."""
    days = (Period(day, day) for day in (period.first, period.last))
    entities = figures.tracker.entities
    if part.entity == whole.entity or entities[part.entity].kind == entities[whole.entity].kind == "market":
        there = True
    else:
        there = all(belongs(entities, part.entity, whole.entity, day) for day in days)
    value = figures.answer(Address(*part.id, period)) if there else None
    return value if isinstance(value, Figure) and value.worked is None else None


def _finding(figures: Figures, whole: Series, total: Figure, found: list[Figure], period: Period) -> Finding:
    """What is more than its whole; those who may answer are the value of the whole, its series and the parts'."""
    locale, tracker = figures.tracker.site.locale, figures.tracker
    said = " and ".join(f"{each.label} ({say(each, locale)})" for each in found)
    message = f"{said} come to more than the whole, {total.label} ({say(total, locale)}), in {period}"
    assert total.observation is not None  # only reported wholes are looked at
    parts = [tracker.series[each.address.series] for each in found if each.address is not None]
    return Finding(
        Problem(total.observation.place, "part-above-whole", message, _HINT), (total.observation, whole, *parts)
    )

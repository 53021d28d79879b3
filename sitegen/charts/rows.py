"""The rows that kinds draw, one for each series and period, and what an answer is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from sitegen.charts.calendars import own_of
from sitegen.charts.plot import Row
from sitegen.charts.points import Line
from sitegen.figures.columns import Column
from sitegen.figures.figure import ANSWERS, Figure, Missing
from sitegen.figures.nouns import noun
from sitegen.figures.periods import period_label, short_period
from sitegen.figures.values.choice import ON_REQUEST
from sitegen.figures.words import brief, say
from sitegen.model.basics.amount import CEILINGS, FLOORS, Amount
from sitegen.model.basics.period import Period, When
from sitegen.model.tracker import Tracker
from sitegen.words import Locale

SEEN = Decimal("0.05")
"""A value whose ends are this near to each other, in parts of it, has no whisker: it would be a blot."""


def rows_of(lines: Sequence[Line], periods: Sequence[When], tracker: Tracker) -> Iterator[Row]:
    """One row for every series and period; a period without an answer has the value None.

    A line of targets or estimates has rows only where there are any.
    """
    for number, line in enumerate(lines):
        entity, metric = line.series
        again = sum(1 for other in lines[:number] if other.series[0] == entity and other.status is None)
        for index, (period, answer) in enumerate(zip(periods, line.answers, strict=True)):
            own, locale = own_of(answer, period), tracker.site.locale
            if line.status is not None and isinstance(answer, Missing):
                continue
            yield {
                "series": f"{entity}.{metric}",
                "line": line.id,
                "entity": entity,
                "label": line.label,
                "metric": tracker.metrics[metric].label,
                "unit": noun(line.column.unit, locale),
                "period": str(own),
                "when": short_period(own, locale),
                "tick": next(filter(None, period_label(own, locale))) if isinstance(own, Period) else str(own),
                "date": own.first.isoformat(),
                "index": index + (own.last - period.last).days / ((period.last - period.first).days + 1),
                "column": float(index),
                "color": line.color,
                "dash": float(again),
                **values(answer, locale, line.column),
                **({} if line.status is None else {"estimate": True, "status": line.status}),
            }


def values(answer: Figure | Missing, locale: Locale, column: Column) -> Row:
    """The numbers, in the unit of the column, and flags of one answer, as every row of a chart has them.

    low, high: the hull of rival values, or of a range; None where there is one value and no doubt.
    least, most: how far off an approximate value may be; None where that would not be seen.
    bound: `at-least`, `at-most` or None. text: the value in words; brief: with signs, "~45,300"; absent: why there is
    none, or "". status: of the observation, as in "reported" or "target".
    """
    if isinstance(answer, Missing):
        flags = dict.fromkeys(("approximate", "derived", "worked", "estimate"), False)
        return {
            "value": None,
            "low": None,
            "high": None,
            "least": None,
            "most": None,
            "bound": None,
            "text": "",
            "brief": "",
            "absent": answer.short(locale),
            "status": "",
            **flags,
        }
    amount = answer.amount
    low, high = hull(answer)
    least, most = (None, None) if low is not None else about(amount)
    bound = "at-least" if amount.bound in FLOORS else "at-most" if amount.bound in CEILINGS else None
    return {
        "value": column.number(None if amount.value is None else float(amount.value), answer),
        "low": column.number(low, answer),
        "high": column.number(high, answer),
        "least": column.number(least, answer),
        "most": column.number(most, answer),
        "bound": bound,
        "text": say(answer, locale),
        "brief": brief(answer, locale, column.unit.scale),
        "absent": "",
        "status": answer.status,
        "approximate": amount.bound in ("approximate", "range"),
        "derived": answer.added,
        "worked": answer.counted.worked is not None,
        "estimate": answer.status in ON_REQUEST,
    }


def about(amount: Amount) -> tuple[float | None, float | None]:
    """The ends between which an approximate value lies; None where they are so near that no whisker would be seen."""
    low, high = amount.interval.low, amount.interval.high
    if amount.bound != "approximate" or low is None or high is None:
        return (None, None)
    return (float(low), float(high)) if high - low > SEEN * max(abs(low), abs(high)) else (None, None)


def hull(figure: Figure) -> tuple[float | None, float | None]:
    """From the lowest to the highest value that is given, if the values disagree or one is a range."""
    amounts = [figure.amount]
    if figure.disagree and figure.kind in ANSWERS:  # rivals of a change have changes, and values of another unit
        amounts += [o.amount for o in figure.rivals if o.amount is not None]
    if len(amounts) == 1 and figure.amount.bound != "range":
        return (None, None)
    ends = [end for a in amounts for end in ((a.interval.low, a.interval.high) if a.value is None else (a.value,))]
    numbers = [float(end) for end in ends if end is not None]
    return (min(numbers), max(numbers)) if len(set(numbers)) > 1 else (None, None)


def sources_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The sources of the figures, and of rivals that do not agree since those are drawn too, in order, each once."""
    found: dict[str, None] = {}
    for figure in figures:
        rivals = figure.rivals if figure.disagree else ()
        found |= dict.fromkeys(o.source for o in (*figure.observations, *rivals))
    return tuple(found)

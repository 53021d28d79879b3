"""What lines show, in words: the text alternative of charts of series over time."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.calendars import own_of
from sitegen.charts.points import Line
from sitegen.figures.figure import Figure, Missing, is_gap
from sitegen.figures.nouns import noun
from sitegen.figures.periods import short_period
from sitegen.figures.words import say
from sitegen.model.basics.period import Period
from sitegen.model.tracker import Tracker


def summary_of(drawn: Sequence[Line], periods: Sequence[Period], tracker: Tracker) -> str:
    """What the lines show: where each begins, ends and is highest, and how much is missing."""
    locale = tracker.site.locale
    unit = noun(drawn[0].column.unit, locale)
    ends = (short_period(period, locale) for period in (periods[0], periods[-1]))
    parts = [locale.say("chart.said", unit=unit, first=next(ends), last=next(ends))]
    for line in drawn:
        known = [(own_of(a, p), a) for p, a in zip(periods, line.answers, strict=True) if isinstance(a, Figure)]
        if not known:
            gone = [a for a in line.answers if isinstance(a, Missing)]
            why = next(filter(is_gap, gone), gone[0]).said(locale)
            parts.append(locale.say("chart.said.missing", label=line.label, why=why))
            continue
        (start, first), (end, last) = known[0], known[-1]
        values = {"value": say(first, locale), "period": short_period(start, locale)}
        if len(known) > 1:
            later = {"last": say(last, locale), "end": short_period(end, locale)}
            parts.append(locale.say("chart.said.line", label=line.label, **values, **later))
        else:
            parts.append(locale.say("chart.said.point", label=line.label, **values))
        top = max(known, key=lambda pair: pair[1].amount.value or pair[1].amount.interval.high or 0)
        if top[0] not in (start, end):
            highest, when = say(top[1], locale), short_period(top[0], locale)
            parts.append(locale.say("chart.said.highest", value=highest, period=when))
        if gaps := sum(map(is_gap, line.answers)) if line.status is None else 0:
            parts.append(locale.say("chart.said.gaps", gaps=gaps, count=len(known) + gaps))
    return " ".join(parts)

"""Checks of what the home page leads with: a finding that is read at a glance, and a chart without holes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sitegen.charts.plot import Plot
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure, Missing, say_in_text, short_period
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression, Text
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

WORDS = 25
"""At most so many words has a finding."""


def long_finding(tracker: Tracker, values: Mapping[Expression, Value]) -> Iterator[Problem]:
    """A finding with too many words, as they are printed: the summary of `content/index.md`, else the tagline."""
    document = next((each for each in tracker.documents.values() if each.kind == "index"), None)
    finding = document.summary if document is not None and document.summary else tracker.site.tagline
    if finding is None:
        return
    count = len(printed(finding, values, tracker.site.locale).split())
    if count > WORDS:
        message = f"the home page leads with a finding of {count} words; at most {WORDS} are read at a glance"
        yield Problem(finding.place, "long-finding", message, "say one thing in one sentence; the rest is for the text")


def lead_holes(chart: Chart, plot: Plot, locale: Locale) -> tuple[Problem, ...]:
    """A warning for each thing of the chart the home page leads with that has no value where others have one."""
    holes: dict[SeriesId, list[str]] = {}
    for cell in (cell for row in plot.table for cell in row if isinstance(cell, Missing)):
        address = cell.address
        period = address.period
        said = short_period(period, locale) if isinstance(period, Period) else str(period)
        holes.setdefault(address.series, []).append(said)
    hint = (
        "lead with another chart, narrow it with from: and to:, or say in it why it stays: accepted: {chart-holes: …}"
    )
    found = []
    for series, periods in holes.items():
        place = chart.at("series", chart.series.index(series)) if series in chart.series else chart.place
        message = f'in the chart of the home page "{".".join(series)}" has {_none(periods)}'
        found.append(Problem(place, "chart-holes", message, hint))
    return tuple(found)


def _none(periods: Sequence[str]) -> str:
    """The periods without a value, at most three by name."""
    more = f" and {len(periods) - 3} more" if len(periods) > 3 else ""
    return f"no value for {', '.join(periods[:3])}{more}"


def printed(text: Text, values: Mapping[Expression, Value], locale: Locale) -> str:
    """A text as it is printed, in plain words."""
    return "".join(part if isinstance(part, str) else _said(values.get(part), locale) for part in text.parts)


def _said(value: Value | None, locale: Locale) -> str:
    match value:
        case Figure():
            return say_in_text(value, locale)
        case Fragment(kind="holds" | "lit"):
            return value.text
        case Fragment(kind="claim"):
            return "verdict"
    return ""

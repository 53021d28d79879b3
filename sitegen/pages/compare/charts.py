"""The chart of each pair: the longest series that both have, as two lines.

Its id holds a dot, so that it is never the id of a chart of `data/charts/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from sitegen.check.pairs import common_of
from sitegen.edition import Edition
from sitegen.figures.common import Alike
from sitegen.figures.nouns import noun
from sitegen.model.chart import Chart
from sitegen.model.site import Pair
from sitegen.pages.companies.automatic import automatic_chart
from sitegen.pages.compare.sentence import label_of
from sitegen.pages.lists import pairs
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer


def pair_chart_id(pair: Pair) -> str:
    """The id of the chart of a pair."""
    return f"compare.{pair.id}"


def pair_charts(edition: Edition) -> Iterator[Chart]:
    """A chart for each pair with a series that both have for several periods, from the first of these on."""
    for pair in pairs(edition, ""):
        line = common_of(pair, edition.tracker, edition.recall).line
        if line is not None:
            series, by = (line.one, line.other), line.periods[0].cadence
            chart = automatic_chart(pair_chart_id(pair), "line", pair.place, series=series, by=by)
            mixed = edition.tracker.site.locale.say("compare.mixed") if line.mixed else None
            yield structs.replace(chart, first=line.periods[0], mixed=mixed)


def titled(writer: Writer, line: Alike) -> tuple[str, str]:
    """Title and subtitle of the chart of a pair: who and what, and how it is counted."""
    tracker = writer.context.tracker
    series = tracker.series[line.one]
    metric = tracker.metrics[series.metric]
    unit, cadence = noun(metric.unit, writer.context.locale), line.periods[0].cadence
    one, other = (tracker.entities[entity].name for entity, _ in (line.one, line.other))
    of = ((one, series), (other, tracker.series[line.other]))
    each = [writer.say("compare.counts", name=name, what=counted(writer, series)) for name, series in of]
    what = writer.context.locale.listed(each) if line.mixed else counted(writer, series)
    title = writer.say("compare.chart", one=one, other=other, metric=label_of(writer, line))
    return title, writer.say(f"compare.by.{cadence}", unit=unit, what=what)

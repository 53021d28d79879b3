"""CSV, JSON and SVG of every chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.charts import standalone
from sitegen.charts.files.saved import Saved, saved
from sitegen.charts.folding import folded
from sitegen.charts.plot import Cell, Plot
from sitegen.exports.forms import to_csv, to_json
from sitegen.exports.rankings import COLUMNS as RANKED
from sitegen.exports.rankings import ranking_rows
from sitegen.exports.rows import CITED, FIGURE, WHEN, Record, cited, figure_record, source_records, when_record
from sitegen.figures import Figure, Missing
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.source import credited
from sitegen.pages.context import Context, Drawn
from sitegen.pages.output import Output
from sitegen.pages.recalled import colours_of
from sitegen.pages.record.card import published
from sitegen.pages.record.units import Files
from sitegen.pages.words.notes import converted
from sitegen.pages.words.show import plain
from sitegen.urls import chart_url, output_path, whole

STEPS = ("entity", "name", "place", "stage", *WHEN, "target", "text", *CITED)
"""The columns of a map or timeline: a step into a market or an event, with its text. It has no number."""


def charts(context: Context) -> Files:
    """Four files beside the page of each chart: its numbers twice, and its drawing large and small."""
    for id in context.charts:
        stem = output_path(f"{chart_url(id)}{id}")
        yield stem, partial(_files, id=id, stem=stem)


def _files(context: Context, id: str, stem: str) -> Iterator[Output]:
    drawn = context.charts[id]
    drawing = drawn.drawing
    columns, rows = _rows(context, context.tracker.charts[id], drawn.plot)
    yield Output(f"{stem}.csv", to_csv(columns, [cited(context.tracker, row) for row in rows]))
    sources = source_records(context.tracker, context.edition.base_url, drawn.plot.sources)
    yield Output(f"{stem}.json", to_json({**_head(context, id, drawn), "rows": rows, "sources": sources}))
    pairs = colours_of(context)
    large = saved(drawing.wide, _around(context, id, drawn), pairs, drawing.letters)
    yield Output(f"{stem}.svg", large.encode())
    small = standalone(drawing.narrow, pairs, drawing.letters)
    yield Output(f"{stem}-small.svg", small.encode())


def _around(context: Context, id: str, drawn: Drawn) -> Saved:
    """What stands around the drawing in its file: title, units, key, notes, sources, and the address if any."""
    chart, tracker = context.tracker.charts[id], context.tracker
    publishers = dict.fromkeys(credited(tracker.sources[source]) for source in drawn.plot.sources)
    say = context.locale.say
    rates = converted(context, chart.convert, context.figures.label)
    notes = (plain(chart.caption, context.edition), plain(chart.note, context.edition), rates)
    said = [*filter(None, notes), *([say("mixed.why", reason=chart.mixed)] if chart.mixed else ())]
    several = "chart.sources" if len(publishers) > 1 else "chart.source"
    said += [say(several, names=", ".join(publishers))] if publishers else []
    base = context.edition.base_url
    where = f"{tracker.site.name}, {whole(base, chart_url(id))}" if published(base) else tracker.site.name
    subtitle = plain(chart.subtitle, context.edition)
    return Saved(plain(chart.title, context.edition), subtitle, drawn.plot.key, (*said, where))


def _rows(context: Context, chart: Chart, plot: Plot) -> tuple[Sequence[str], list[Record]]:
    """What a chart draws, with the columns: the lines of its rankings, its figures, or its steps and events."""
    if chart.rankings:
        ranked = (context.tracker.rankings[id] for id in chart.rankings)
        return RANKED, [row for ranking in ranked for row in ranking_rows(context, ranking)]
    figures = [row for cells in folded(plot.table, plot.locale) for row in _figures(context, cells)]
    return (FIGURE, figures) if figures else (STEPS, [_step(context, step) for step in plot.steps])


def _figures(context: Context, cells: Sequence[Cell]) -> Iterator[Record]:
    """A row for each figure, and for each hole, in a row of the chart's table."""
    when = next((cell for cell in cells if isinstance(cell, Period)), None)
    for cell in cells:
        if isinstance(cell, Figure | Missing):
            own = cell.counted if isinstance(cell, Figure) else cell
            yield figure_record(context.figures, cell, (when or _latest(own)) if own.address is None else None)


def _latest(figure: Figure | Missing) -> Period | None:
    """The period of a change, which is that of its later end; None where no address says one."""
    nearest = figure.nearest if isinstance(figure, Figure) else (figure.address,)
    periods = [address.period for address in nearest if isinstance(address.period, Period)]
    return max(periods, key=lambda period: period.last, default=None)


def _step(context: Context, step: MarketEntry | Event) -> Record:
    tracker = context.tracker
    row: dict[str, object] = dict.fromkeys(("entity", "name", "place", "stage", "target"))
    if isinstance(step, MarketEntry):
        row["entity"], row["name"] = step.entity, tracker.entities[step.entity].name
        row["place"], row["stage"] = tracker.places.name(step.where), step.stage
        row["target"] = None if step.target is None else str(step.target)
    return {
        **row,
        **when_record(step.said if isinstance(step, MarketEntry) else step.date),
        "text": None if step.text is None else plain(step.text, context.edition),
        "sources": [step.source],
    }


def _head(context: Context, id: str, drawn: Drawn) -> Record:
    chart, plot = context.tracker.charts[id], drawn.plot
    return {
        "id": id,
        "kind": plot.kind,
        "title": plain(chart.title, context.edition),
        "subtitle": plain(chart.subtitle, context.edition),
        "summary": plot.summary,
        "unit": None if plot.unit is None else str(plot.figures[0].unit),
        "mixed": chart.mixed,
        "page": whole(context.edition.base_url, chart_url(id)),
    }

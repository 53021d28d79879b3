"""CSV, JSON and SVG of every chart of `data/charts/` and of each comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from sitegen.charts.files.saved import Saved, saved
from sitegen.charts.files.standalone import standalone
from sitegen.charts.files.thumbnail import thumbnail
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
from sitegen.model.site import Pair
from sitegen.model.source import credited
from sitegen.pages.compare.charts import pair_chart_id, titled
from sitegen.pages.compare.common import common_of
from sitegen.pages.context import Context, Drawn
from sitegen.pages.output import Output
from sitegen.pages.recalled import colours_of
from sitegen.pages.record.card import published
from sitegen.pages.record.page import Page
from sitegen.pages.record.units import Files
from sitegen.pages.sharing.cite import compiled
from sitegen.pages.words.conversion import converted
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import chart_url, comparison_url, output_path, whole

STEPS = ("entity", "name", "place", "stage", *WHEN, "target", "text", *CITED)
"""The columns of a map or timeline: a step into a market or an event, with its text. It has no number."""


class _Made(Struct, frozen=True, kw_only=True):
    """A chart of a page, as its files have it. chart: what a file of `data/charts/` says; None for an automatic one."""

    id: str
    url: str
    title: str
    subtitle: str
    drawn: Drawn
    chart: Chart | None = None

    @property
    def mixed(self) -> str | None:
        """Why what is not counted alike is compared."""
        return self.drawn.plot.mixed if self.chart is None else self.chart.mixed


def charts(context: Context) -> Files:
    """Files beside the page of each chart: its numbers twice, and its drawing large and small."""
    for id in context.charts:
        stem = output_path(f"{chart_url(id)}{id}")
        yield stem, partial(_own, id=id, stem=stem)


def comparisons(context: Context) -> Files:
    """Three files beside each comparison with a chart: its numbers twice, and its drawing."""
    for pair in context.pairs():
        if pair_chart_id(pair) in context.automatic:
            stem = output_path(f"{comparison_url(pair.one, pair.other)}{pair.id}")
            yield stem, partial(_of_pair, pair=pair, stem=stem)


def _own(context: Context, id: str, stem: str) -> Iterator[Output]:
    chart, drawn = context.tracker.charts[id], context.charts[id]
    title, subtitle = (plain(text, context.edition) for text in (chart.title, chart.subtitle))
    made = _Made(id=id, url=chart_url(id), title=title, subtitle=subtitle, drawn=drawn, chart=chart)
    yield from _files(context, made, stem)
    small = standalone(thumbnail(drawn.drawing), colours_of(context), drawn.drawing.letters)
    yield Output(f"{stem}-small.svg", small.encode())


def _of_pair(context: Context, pair: Pair, stem: str) -> Iterator[Output]:
    url, drawn = comparison_url(pair.one, pair.other), context.automatic[pair_chart_id(pair)]
    if (line := common_of(context, pair).line) is not None:
        title, subtitle = titled(Writer(context, Page(url)), line)
        yield from _files(context, _Made(id=pair.id, url=url, title=title, subtitle=subtitle, drawn=drawn), stem)


def _files(context: Context, made: _Made, stem: str) -> Iterator[Output]:
    plot, drawing = made.drawn.plot, made.drawn.drawing
    columns, rows = _rows(context, () if made.chart is None else made.chart.rankings, plot)
    yield Output(f"{stem}.csv", to_csv(columns, [cited(context.tracker, row) for row in rows]))
    sources = source_records(context.tracker, context.edition.base_url, plot.sources)
    yield Output(f"{stem}.json", to_json({**_head(context, made), "rows": rows, "sources": sources}))
    large = saved(drawing.wide, _around(context, made), colours_of(context), drawing.letters)
    yield Output(f"{stem}.svg", large.encode())


def _around(context: Context, made: _Made) -> Saved:
    """What stands around the drawing in its file: title, units, key, notes, sources, address if any, and the day."""
    tracker, plot, say = context.tracker, made.drawn.plot, context.locale.say
    publishers = dict.fromkeys(credited(tracker.sources[source]) for source in plot.sources)
    said = [] if made.chart is None else _notes(context, made.chart)
    said += [say("mixed.why", reason=made.mixed)] if made.mixed else []
    several = "chart.sources" if len(publishers) > 1 else "chart.source"
    said += [say(several, names=", ".join(publishers))] if publishers else []
    base = context.edition.base_url
    where = f"{tracker.site.name}, {whole(base, made.url)}" if published(base) else tracker.site.name
    day = Markup(compiled(Writer(context, Page(made.url)))).striptags()
    return Saved(made.title, made.subtitle, made.drawn.key, (*said, " · ".join(filter(None, (where, day)))))


def _notes(context: Context, chart: Chart) -> list[str]:
    """What a file of `data/charts/` says below its chart, and at which rates money was converted."""
    rates = converted(context, chart.convert, context.figures.label)
    return [*filter(None, (plain(chart.caption, context.edition), plain(chart.note, context.edition), rates))]


def _rows(context: Context, rankings: Sequence[str], plot: Plot) -> tuple[Sequence[str], list[Record]]:
    """What a chart draws, with the columns: the lines of its rankings, its figures, or its steps and events."""
    if rankings:
        ranked = (context.tracker.rankings[id] for id in rankings)
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


def _head(context: Context, made: _Made) -> Record:
    plot = made.drawn.plot
    return {
        "id": made.id,
        "kind": plot.kind,
        "title": made.title,
        "subtitle": made.subtitle,
        "summary": plot.summary,
        "unit": None if plot.unit is None else str(plot.figures[0].unit),
        "mixed": made.mixed,
        "page": whole(context.edition.base_url, made.url),
    }

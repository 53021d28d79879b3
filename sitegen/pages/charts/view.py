"""A chart as a piece of a page: two drawings, the words that say the same, and its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from markupsafe import Markup, escape

from sitegen.charts.look.glyphs import glyph
from sitegen.charts.marks.focus import brought
from sitegen.figures import Figure
from sitegen.model.chart import Chart
from sitegen.model.source import credited
from sitegen.pages.charts.grid import grid_of
from sitegen.pages.charts.table import table_of
from sitegen.pages.context import Drawn
from sitegen.pages.explore.links import chart_choice
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import ChartView, KeyLine
from sitegen.pages.words.conversion import conversion
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import chart_url, entity_url, source_url

SHOWN, LISTED = 4, 6
"""How many publishers are named below a chart, and how many below one that stands on its own page."""
FILES = (("CSV", "csv"), ("JSON", "json"), ("SVG", "svg"))
AS_PICTURE = "picture.js"
"""The module that makes a PNG of the SVG."""


def chart_view(writer: Writer, id: str, *, heading: int) -> ChartView:
    """A chart of `data/charts/` as a piece of the writer's page. heading: the level of its heading.

    On the page of a company that company is never grey, whatever the chart is about.
    """
    chart, drawn = writer.context.tracker.charts[id], writer.context.charts[id]
    own = writer.page.url == chart_url(id)
    ours = _subject(writer, chart)
    other = None if own else grid_of(writer, drawn.plot)
    if not own:  # its table stands on its own page
        for cell in (cell for row in drawn.plot.table for cell in row if isinstance(cell, Figure)):
            writer.page.shows(cell)
    return ChartView(
        id=writer.page.anchor(id, "chart"),
        heading=heading,
        title=writer.text(chart.title),
        subtitle=writer.text(chart.subtitle),
        summary=plain(chart.alt, writer.context.edition) if chart.alt else drawn.plot.summary,
        wide=Markup(brought(drawn.drawing.wide, ours)),
        narrow=Markup(brought(drawn.drawing.narrow, ours)),
        key=_key(drawn, ours),
        caption=writer.text(chart.caption),
        note=writer.text(chart.note),
        mixed=chart.mixed or drawn.plot.mixed,
        converted=conversion(writer, chart.convert),
        sources=_sources(writer, drawn, own=own),
        table=table_of(writer, drawn, plain(chart.title, writer.context.edition)) if own and other is None else None,
        grid=other,
        page=None if own else writer.page.link(chart_url(id)),
        explore=chart_choice(writer, chart, drawn.plot) if own else None,
        downloads=tuple(_downloads(writer, chart_url(id) + id)) if own else (),
        high=drawn.plot.kind == "map",
    )


def shown(writer: Writer, id: str) -> bool:
    """Whether the chart stands on the writer's page already, as in its text."""
    return f"chart-{id}" in writer.page.anchors


def automatic_view(writer: Writer, id: str, title: str, subtitle: str = "", files: str = "") -> ChartView | None:
    """An automatic chart, as a piece of the writer's page; None where it had nothing to draw.

    files: the address of its files without their endings, if it has any.
    """
    drawn = writer.context.automatic.get(id)
    if drawn is None:
        return None
    other = grid_of(writer, drawn.plot)
    return ChartView(
        id=writer.page.anchor(id, "chart"),
        heading=2,
        title=title,
        subtitle=subtitle,
        summary=drawn.plot.summary,
        wide=Markup(drawn.drawing.wide),
        narrow=Markup(drawn.drawing.narrow),
        key=_key(drawn),
        caption="",
        note="",
        mixed=drawn.plot.mixed,
        converted="",
        sources=_sources(writer, drawn, own=False),
        table=table_of(writer, drawn, title) if other is None else None,
        grid=other,
        page=None,
        downloads=tuple(_downloads(writer, files)) if files else (),
    )


def _downloads(writer: Writer, stem: str) -> Iterator[Pointer]:
    writer.page.load(AS_PICTURE)
    for label, ending in FILES:
        yield Pointer(label=label, href=writer.page.link(f"{stem}.{ending}"))


def _subject(writer: Writer, chart: Chart) -> frozenset[str]:
    """What the chart draws of the company that the writer's page is about; nothing where nothing is grey."""
    entities = writer.context.tracker.entities
    drawn = [entities[id] for id, _ in chart.drawn] if chart.focus else []
    pages = {each.id: entities[each.page] for each in drawn if each.page is not None}
    return frozenset(id for id, page in pages.items() if entity_url(page) == writer.page.url)


def _key(drawn: Drawn, ours: AbstractSet[str] = frozenset()) -> tuple[KeyLine, ...]:
    lines = ((line, *line.sign.partition("-")) for line in drawn.key)
    return tuple(
        KeyLine(sign=sign, number=n, glyph=Markup(glyph(sign, brought(line.color, ours))), words=line.words)
        for line, sign, _, n in lines
    )


def _sources(writer: Writer, drawn: Drawn, *, own: bool) -> str:
    """What the numbers rest on: the first publishers; on the chart's page with the numbers of their documents."""
    if not own:
        return credits(writer, drawn.plot.sources)
    sources = writer.context.tracker.sources
    named = [
        Markup("{}{}").format(writer.anchor(credited(sources[id]), writer.page.link(source_url(id))), writer.cite(id))
        for id in drawn.plot.sources
    ]
    return _credited(writer, named, LISTED, "chart.sources.listed")


def credits(writer: Writer, ids: Iterable[str]) -> str:
    """What numbers rest on, in a line: the first publishers of their sources, each once; "" without any."""
    sources = writer.context.tracker.sources
    named = [escape(publisher) for publisher in dict.fromkeys(credited(sources[id]) for id in ids)]
    return _credited(writer, named, SHOWN, "chart.sources.more")


def _credited(writer: Writer, named: Sequence[Markup], most: int, more: str) -> str:
    """At most so many names in a line. more: the message that counts those left out."""
    rest, names = len(named) - most, Markup(", ").join(named[:most])
    if not named:
        return ""
    if rest > 0:
        return writer.count(more, rest, names=names)
    return writer.say("chart.sources" if len(named) > 1 else "chart.source", names=names)

"""The table of a chart: the same numbers in words, each with the way to it."""

from __future__ import annotations

from markupsafe import Markup, escape

from sitegen.charts.folding import folded
from sitegen.charts.plot import Cell as PlotCell
from sitegen.charts.plot import Quoted, Ref
from sitegen.figures import Figure, Missing, Rank, Standing
from sitegen.model.basics.period import Period
from sitegen.pages.context import Drawn
from sitegen.pages.parts import Cell, Column, Table
from sitegen.pages.rankings.place import place
from sitegen.pages.words.writer import Writer
from sitegen.urls import source_url

MANY = 3
"""From more columns on a table has dashes for what is missing, and on a phone its rows are paragraphs."""


def table_of(writer: Writer, drawn: Drawn, caption: str) -> Table:
    """The table of a chart: of many columns, what is in no document is a dash, which a note says once."""
    plot = drawn.plot
    numeric = tuple(any(isinstance(row[n], Figure) for row in plot.table) for n in range(len(plot.columns)))
    columns = tuple(Column(label=label, numeric=number) for label, number in zip(plot.columns, numeric, strict=True))
    many = len(columns) > MANY
    common = writer.say("missing.documents")
    dashed = many and any(_is_missing(writer, cell, common) for row in plot.table for cell in row)
    rows = tuple(
        tuple(
            Cell(
                content=writer.say("chart.dash")
                if dashed and _is_missing(writer, cell, common)
                else _cell(writer, cell),
                head=n == 0 and cell != "",
                numeric=numeric[n],
                quiet=isinstance(cell, Missing),
                label=columns[n].label if many and n and isinstance(cell, Figure | Period | Standing) else "",
            )
            for n, cell in enumerate(row)
        )
        for row in folded(plot.table, plot.locale)
    )
    note = writer.say("chart.dash.means", reason=common) if dashed else ""
    return Table(caption=caption, columns=columns, rows=rows, many=many, note=note)


def _is_missing(writer: Writer, cell: PlotCell, reason: str) -> bool:
    """Whether a cell has no value, for that reason in words."""
    return isinstance(cell, Missing) and cell.short(writer.context.locale) == reason


def _cell(writer: Writer, cell: PlotCell) -> str:
    match cell:
        case Figure():
            return writer.linked(cell)
        case Missing():
            return escape(cell.short(writer.context.locale))
        case Standing(rank=Rank() as rank):
            return place(cell, rank, writer.context.locale)
        case Standing():
            return ""
        case Period():
            return writer.period(cell, short=True)
        case Ref(kind="entity"):
            href = writer.name(cell.id).href
            return escape(cell.text) if href is None else Markup('<a href="{}">{}</a>').format(href, cell.text)
        case Ref(kind="source"):
            return Markup('<a href="{}">{}</a>').format(writer.page.link(source_url(cell.id)), cell.text)
        case Ref():
            return escape(cell.text)
        case Quoted():
            return Markup('<span class="quoted">{}</span>').format(cell.text)
    return escape(cell)

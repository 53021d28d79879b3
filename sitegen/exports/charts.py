"""CSV, JSON and SVG of every chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.charts import Ref, standalone
from sitegen.charts.plot import Cell
from sitegen.exports.forms import Record, figure_record, source_record, to_csv, to_json
from sitegen.figures import Figure, Missing, plain_value
from sitegen.model.period import Period
from sitegen.output import Output
from sitegen.show import plain
from sitegen.urls import chart_url, output_path
from sitegen.views.desk import Desk, Drawn
from sitegen.views.sheet import Sheet


def charts(desk: Desk, sheets: Sequence[Sheet]) -> Iterator[Output]:
    """Four files beside the page of each chart: its table twice, and its drawing large and small."""
    for id, drawn in desk.charts.items():
        stem = output_path(f"{chart_url(id)}{id}")
        yield Output(f"{stem}.csv", to_csv(drawn.plot.columns, [[_text(cell) for cell in r] for r in drawn.plot.table]))
        yield Output(f"{stem}.json", to_json(_record(desk, id, drawn)))
        yield Output(f"{stem}.svg", standalone(drawn.drawing.wide, desk.tracker).encode())
        small = drawn.drawing.narrow or drawn.drawing.wide
        yield Output(f"{stem}-small.svg", standalone(small, desk.tracker).encode())


def _text(cell: Cell) -> object:
    match cell:
        case Figure():
            return plain_value(cell)
        case Missing():
            return None
        case Ref():
            return cell.text
    return cell


def _record(desk: Desk, id: str, drawn: Drawn) -> Record:
    chart, plot = desk.tracker.charts[id], drawn.plot
    return {
        "id": id,
        "kind": plot.kind,
        "title": plain(chart.title, desk.edition),
        "subtitle": plain(chart.subtitle, desk.edition),
        "summary": plot.summary,
        "unit": plot.unit,
        "mixed": chart.mixed,
        "page": desk.edition.base_url.rstrip("/") + chart_url(id),
        "columns": list(plot.columns),
        "rows": [[_value(cell) for cell in row] for row in plot.table],
        "sources": {source: source_record(desk.tracker, desk.edition.base_url, source) for source in plot.sources},
    }


def _value(cell: Cell) -> object:
    match cell:
        case Figure():
            return {**figure_record(cell), "address": None if cell.address is None else str(cell.address)}
        case Missing():
            return None
        case Ref():
            return {cell.kind: cell.id, "text": cell.text}
        case Period():
            return str(cell)
    return cell

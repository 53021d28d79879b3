"""CSV and JSON of every ranking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.exports.forms import Record, exported, figure_record, to_csv, to_json
from sitegen.figures import Figure, Standing
from sitegen.model.words import Ranking
from sitegen.output import Output
from sitegen.show import plain
from sitegen.urls import output_path, ranking_url
from sitegen.views.desk import Desk
from sitegen.views.sheet import Sheet

COLUMNS = ("rank", "entity", "name", "period", "value", "bound", "unit", "change_year_percent", "share_percent",
           "previous_rank", "basis", "sources", "missing")  # fmt: skip


def rankings(desk: Desk, sheets: Sequence[Sheet]) -> Iterator[Output]:
    """Two files beside the page of each ranking."""
    for id, ranking in desk.tracker.rankings.items():
        lines = desk.standings[id]
        stem = output_path(f"{ranking_url(id)}{id}")
        yield Output(f"{stem}.csv", to_csv(COLUMNS, [_row(desk, ranking, line) for line in lines]))
        yield Output(f"{stem}.json", to_json(_record(desk, ranking, lines)))


def _row(desk: Desk, ranking: Ranking, line: Standing) -> tuple[object, ...]:
    figure = line.figure if isinstance(line.figure, Figure) else None
    return (
        line.rank,
        line.entity,
        line.name,
        ranking.period,
        None if figure is None else exported(figure).value,
        None if figure is None else figure.amount.bound,
        None if figure is None else figure.unit,
        exported(line.change).value if isinstance(line.change, Figure) else None,
        None if line.share is None else exported(line.share).value,
        line.previous,
        _basis(desk, line),
        " ".join(_sources(ranking, line)),
        line.reason,
    )


def _basis(desk: Desk, line: Standing) -> str | None:
    return None if line.series is None else desk.tracker.series[line.series].basis


def _sources(ranking: Ranking, line: Standing) -> tuple[str, ...]:
    if ranking.table is not None:
        return (ranking.table.source,)
    figure = line.figure
    return tuple(dict.fromkeys(o.source for o in figure.observations)) if isinstance(figure, Figure) else ()


def _record(desk: Desk, ranking: Ranking, lines: Sequence[Standing]) -> Record:
    return {
        "id": ranking.id,
        "title": plain(ranking.title, desk.edition),
        "period": str(ranking.period),
        "definition": None if ranking.table is None else ranking.table.definition,
        "mixed": ranking.mixed,
        "page": desk.edition.base_url.rstrip("/") + ranking_url(ranking.id),
        "rows": [_line(desk, ranking, line) for line in lines],
    }


def _line(desk: Desk, ranking: Ranking, line: Standing) -> Record:
    figure = line.figure
    return {
        "rank": line.rank,
        "tie": line.tie,
        "entity": line.entity,
        "name": line.name,
        "figure": {**figure_record(figure), "sources": list(_sources(ranking, line))}
        if isinstance(figure, Figure)
        else None,
        "change_year": figure_record(line.change) if isinstance(line.change, Figure) else None,
        "share": None if line.share is None else figure_record(line.share),
        "previous_rank": line.previous,
        "basis": _basis(desk, line),
        "missing": line.reason,
    }

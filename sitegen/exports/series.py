"""CSV and JSON of every series: all observations, deprecated ones too, and what is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sitegen.exports.forms import to_csv, to_json
from sitegen.exports.rows import (
    FIGURE,
    Record,
    amount_record,
    cited,
    figure_record,
    measured,
    observation_record,
    source_record,
)
from sitegen.figures.choice import change_of
from sitegen.model.address import Address, SeriesId
from sitegen.model.series import Observation, Series
from sitegen.output import Output
from sitegen.urls import output_path, series_url
from sitegen.views.desk import Desk
from sitegen.views.units import Files

COLUMNS = (*FIGURE, *measured("change_year"), *measured("change_previous"), "change_unit", "use", "reason", "note")


def series(desk: Desk) -> Files:
    """Two files beside the page of each series."""
    for id in desk.tracker.series:
        stem = output_path(f"{series_url(id)}{id[0]}.{id[1]}")
        yield stem, partial(_files, id=id, stem=stem)


def _files(desk: Desk, id: SeriesId, stem: str) -> Iterator[Output]:
    one = desk.tracker.series[id]
    rows = [_row(desk, one, o) for o in sorted(one.observations, key=lambda o: (o.period, o.source))]
    rows += _worked_out(desk, one)
    yield Output(f"{stem}.csv", to_csv(COLUMNS, [cited(desk.tracker, row) for row in rows]))
    yield Output(f"{stem}.json", to_json({**_head(desk, one), "rows": rows, "sources": _sources(desk, one)}))


def _row(desk: Desk, one: Series, observation: Observation) -> Record:
    points = desk.tracker.metrics[one.metric].unit == "percent"
    return {
        **observation_record(desk.figures, one, observation),
        **amount_record(change_of("year")(observation), "change_year"),
        **amount_record(change_of("previous")(observation), "change_previous"),
        "change_unit": ("points" if points else "percent") if observation.change else None,
        "use": observation.use,
        "reason": observation.reason,
        "note": observation.note,
    }


def _worked_out(desk: Desk, one: Series) -> Iterator[Record]:
    """What is worked out, behind the observations: its sources are those of its parts, its addresses name them."""
    for worked in one.worked_out:
        figure = desk.figures.worked_out(Address(*one.id, worked.period))
        if figure is not None:
            yield {**figure_record(desk.figures, figure), "note": worked.note}


def _head(desk: Desk, one: Series) -> Record:
    return {
        "entity": one.entity,
        "metric": one.metric,
        "label": desk.figures.label(one.id),
        "definition": one.definition,
        "unit": desk.tracker.metrics[one.metric].unit,
        "region": one.region,
        "scope": one.scope,
        "basis": one.basis,
        "cadence": one.cadence,
        "page": desk.edition.base_url.rstrip("/") + series_url(one.id),
    }


def _sources(desk: Desk, one: Series) -> Record:
    ids = sorted({observation.source for observation in one.observations})
    return {id: source_record(desk.tracker, desk.edition.base_url, id) for id in ids}

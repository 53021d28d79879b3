"""CSV and JSON of every series: all observations, deprecated ones too, and what is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    source_records,
)
from sitegen.figures.arithmetic.bearing import unit_of_change
from sitegen.figures.values.choice import change_of
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.series import Observation, Series
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.recalled import freshness_of
from sitegen.pages.record.units import Files
from sitegen.urls import output_path, series_url, whole

COLUMNS = (
    *FIGURE,
    *measured("change_year"),
    *measured("change_previous"),
    "change_unit",
    "use",
    "reason",
    "note",
    "at",
)


def series(context: Context) -> Files:
    """Two files beside the page of each series."""
    for id in context.tracker.series:
        stem = output_path(f"{series_url(id)}{id[0]}.{id[1]}")
        yield stem, partial(_files, id=id, stem=stem)


def _files(context: Context, id: SeriesId, stem: str) -> Iterator[Output]:
    one = context.tracker.series[id]
    rows = series_rows(context, one)
    yield Output(f"{stem}.csv", to_csv(COLUMNS, [cited(context.tracker, row) for row in rows]))
    record = {**_head(context, one), "rows": rows, "sources": series_sources(context, [one])}
    yield Output(f"{stem}.json", to_json(record))


def series_rows(context: Context, one: Series) -> list[Record]:
    """Every observation of a series by period and source, then what is worked out of it."""
    ordered = sorted(one.observations, key=lambda o: (o.period, o.source))
    return [*(_row(context, one, observation) for observation in ordered), *_worked_out(context, one)]


def _row(context: Context, one: Series, observation: Observation) -> Record:
    metric = context.tracker.metrics[one.metric]
    use, reason = context.figures.evidence.use(one.id, observation)
    return {
        **observation_record(context.figures, one, observation),
        **amount_record(change_of("year")(observation), "change_year"),
        **amount_record(change_of("previous")(observation), "change_previous"),
        "change_unit": str(unit_of_change(metric.kind, metric.unit)[0]) if observation.change else None,
        "use": use,
        "reason": reason or None,
        "note": observation.note,
        "at": observation.at,
    }


def _worked_out(context: Context, one: Series) -> Iterator[Record]:
    """What is worked out, behind the observations: its sources are those of its parts, its addresses name them."""
    for worked in one.worked_out:
        figure = context.figures.worked_out(Address(*one.id, worked.period))
        if figure is not None:
            yield {**figure_record(context.figures, figure), "note": worked.note}


def _head(context: Context, one: Series) -> Record:
    due = freshness_of(context, one.id).due
    return {
        "entity": one.entity,
        "metric": one.metric,
        "label": context.figures.label(one.id),
        "definition": one.definition,
        "unit": str(context.tracker.metrics[one.metric].unit),
        "region": one.region,
        "scope": one.scope,
        "basis": one.basis,
        "cadence": one.cadence,
        "finished": one.finished,
        "next_expected": None if due is None else due.isoformat(),
        "page": whole(context.edition.base_url, series_url(one.id)),
    }


def series_sources(context: Context, every: Iterable[Series]) -> Record:
    """The sources of all observations of some series, by id."""
    ids = sorted({observation.source for one in every for observation in one.observations})
    return source_records(context.tracker, context.edition.base_url, ids)

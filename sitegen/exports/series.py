"""CSV and JSON of every series: all observations, deprecated ones too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.exports.forms import Record, amount_record, source_record, to_csv, to_json
from sitegen.model.words import Observation, Series
from sitegen.output import Output
from sitegen.urls import output_path, series_url
from sitegen.views.desk import Desk
from sitegen.views.sheet import Sheet

COLUMNS = ("period", "first_day", "last_day", "value", "bound", "low", "high", "change_year", "change_previous",
           "status", "use", "reason", "source", "publisher", "url")  # fmt: skip


def series(desk: Desk, sheets: Sequence[Sheet]) -> Iterator[Output]:
    """Two files beside the page of each series."""
    for one in desk.tracker.series.values():
        stem = output_path(f"{series_url(one.id)}{one.entity}.{one.metric}")
        yield Output(f"{stem}.csv", to_csv(COLUMNS, [_row(desk, o) for o in _ordered(one)]))
        yield Output(f"{stem}.json", to_json(_record(desk, one)))


def _ordered(one: Series) -> list[Observation]:
    return sorted(one.observations, key=lambda o: (o.period, o.source))


def _row(desk: Desk, observation: Observation) -> tuple[object, ...]:
    source = desk.tracker.sources[observation.source]
    amount = observation.amount
    return (
        observation.period,
        observation.period.first,
        observation.period.last,
        None if amount is None else amount.value,
        observation.change_bound if amount is None else amount.bound,
        None if amount is None else amount.interval.low,
        None if amount is None else amount.interval.high,
        observation.change.get("year"),
        observation.change.get("previous"),
        observation.status,
        observation.use,
        observation.reason,
        source.id,
        source.publisher,
        source.url,
    )


def _record(desk: Desk, one: Series) -> Record:
    metric = desk.tracker.metrics[one.metric]
    sources = sorted({observation.source for observation in one.observations})
    return {
        "entity": one.entity,
        "metric": one.metric,
        "label": desk.figures.label(one.id),
        "definition": one.definition,
        "unit": metric.unit,
        "region": one.region,
        "scope": one.scope,
        "basis": one.basis,
        "cadence": one.cadence,
        "page": desk.edition.base_url.rstrip("/") + series_url(one.id),
        "observations": [_observation(o) for o in _ordered(one)],
        "sources": {id: source_record(desk.tracker, desk.edition.base_url, id) for id in sources},
    }


def _observation(observation: Observation) -> Record:
    record: dict[str, object] = {"period": str(observation.period), **amount_record(observation.amount)}
    if observation.change:
        record |= {"change": dict(sorted(observation.change.items())), "change_bound": observation.change_bound}
    return {
        **record,
        "status": observation.status,
        "use": observation.use,
        "reason": observation.reason,
        "note": observation.note,
        "source": observation.source,
    }

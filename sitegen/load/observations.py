"""Series and their observations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from sitegen.load import shapes
from sitegen.load.gather import Gather, Parsed
from sitegen.load.worked import Row, worked_out
from sitegen.model.address import parse_series
from sitegen.model.amount import Bound
from sitegen.model.metric import Metric
from sitegen.model.period import Cadence, Period
from sitegen.model.series import ChangeKind, Observation, Series, Status, Use
from sitegen.model.source import Source


def series(
    parsed: Parsed[shapes.SeriesFile],
    metrics: Mapping[str, Metric],
    sources: Mapping[str, Source],
    gather: Gather,
) -> Iterator[Series]:
    """The series of one file, observations in the order of their periods."""
    for id, shape in parsed.shape.root.items():
        entity, metric = parse_series(id)
        gather.ref("entity", entity, parsed.key(id))
        gather.ref("metric", metric, parsed.key(id))
        rows = [
            ((id, "values", period, index), Period.parse(period), row)
            for period, several in shape.values.items()
            for index, row in enumerate(several)
        ]
        known = metrics.get(metric)
        yield Series(
            entity=entity,
            metric=metric,
            definition=shape.definition,
            region=shape.region,
            scope=shape.scope,
            basis=shape.basis,
            cadence=cast(Cadence, shape.cadence),
            lag=shape.lag,
            note=shape.note,
            observations=_observations(rows, known, parsed, sources, gather),
            worked_out=worked_out(rows, known, (entity, metric), parsed, gather),
            accepted=shape.accepted,
            place=parsed.key(id),
        )


def _observations(
    rows: Iterable[Row],
    metric: Metric | None,
    parsed: Parsed[shapes.SeriesFile],
    sources: Mapping[str, Source],
    gather: Gather,
) -> tuple[Observation, ...]:
    """The values that sources give."""
    negative = metric is None or metric.negative
    found = []
    for path, period, row in rows:
        if row.source is not None:
            found.append(_observation(parsed, path, period, row, row.source, negative, sources, gather))
        elif row.worked_out is None:
            gather.add(parsed.at(*path), "missing-key", 'the key "source" is required here', "add source: …")
    return tuple(sorted(found, key=lambda o: (o.period, o.source, o.place.line)))


def _observation(
    parsed: Parsed[shapes.SeriesFile],
    path: tuple[str | int, ...],
    period: Period,
    shape: shapes.ObservationShape,
    source: str,
    negative: bool,
    sources: Mapping[str, Source],
    gather: Gather,
) -> Observation:
    gather.ref("source", source, parsed.at(*path, "source"))
    if shape.value is None and shape.change is None:
        hint = "add value: … or change: {year: …}; a hole in the data is a period that is not listed"
        gather.add(parsed.at(*path), "no-value", "neither a value nor a change stands here", hint)
    use, reason = gather.use(shape.use, shape.reason, sources.get(source), parsed.at(*path))
    change = shape.change
    changes = {"year": change.year, "previous": change.previous} if change is not None else {}
    own_bound = shape.value is not None
    place = parsed.at(*path, "value") if own_bound else parsed.at(*path)
    return Observation(
        period=period,
        amount=gather.amount(shape.value, cast(Bound, shape.bound), shape.within, negative, place),
        change={cast(ChangeKind, kind): value for kind, value in changes.items() if value is not None},
        change_bound="exact" if own_bound else cast(Bound, shape.bound),
        source=source,
        use=cast(Use, use),
        reason=reason,
        status=cast(Status, shape.status),
        note=shape.note,
        accepted=shape.accepted,
        place=place,
    )

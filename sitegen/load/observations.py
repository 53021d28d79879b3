"""Series and their observations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import cast

from sitegen.load.entities import calendar_of
from sitegen.load.gather import Gather, Parsed
from sitegen.load.known import Known
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.series import ObservationShape, SeriesShape
from sitegen.load.worked import Row, worked_out
from sitegen.model.basics.address import parse_series
from sitegen.model.basics.amount import Amount, Bound
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.metric import Metric
from sitegen.model.series import ChangeKind, Observation, Series, Status, Use, stated
from sitegen.model.source import Source
from sitegen.problems import Place


def series(parsed: Parsed[shapes.SeriesFile], all: Known, gather: Gather) -> Iterator[Series]:
    """The series of one file, observations in the order of their periods. all: what there is in other files."""
    for id, shape in parsed.shape.root.items():
        entity, metric = parse_series(id)
        gather.ref("entity", entity, parsed.key(id))
        gather.ref("metric", metric, parsed.key(id))
        gather.ref("place", shape.region, parsed.at(id, "region"))
        own = calendar_of(shape.calendar) or all.calendars.get(entity)
        rows = list(_rows(parsed, id, shape, own, gather))
        known = all.metrics.get(metric)
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
            **stated(_observations(rows, known, parsed, all.sources, gather)),
            worked_out=worked_out(rows, known, (entity, metric), own, parsed, gather),
            accepted=shape.accepted,
            calendar=own,
            finished=shape.finished,
            place=parsed.key(id),
            places={key: parsed.at(id, key) for key in ("note", "finished")},
            column=next((parsed.key(id, "values", written).column for written in shape.values), 1),
        )


def _rows(
    parsed: Parsed[shapes.SeriesFile], id: str, shape: SeriesShape, calendar: Calendar | None, gather: Gather
) -> Iterator[Row]:
    """All that stands under `values` of a series, its periods as days."""
    for written, several in shape.values.items():
        try:
            period = Period.parse(written, calendar)
        except ValueError as error:
            message, _, hint = str(error).partition(": ")
            gather.add(parsed.key(id, "values", written), "no-calendar", message, hint)
            continue
        if not several:
            hint = "add {value: …, source: …}; a hole in the data is a period that is not listed"
            gather.add(parsed.key(id, "values", written), "no-value", "no value stands here", hint)
        yield from (((id, "values", written, index), period, row) for index, row in enumerate(several))


def _observations(
    rows: Iterable[Row],
    metric: Metric | None,
    parsed: Parsed[shapes.SeriesFile],
    sources: Mapping[str, Source],
    gather: Gather,
) -> tuple[Observation, ...]:
    """The values that sources give."""
    found = []
    for path, period, row in rows:
        if row.source is not None:
            found.append(_observation(parsed, path, period, row, row.source, metric, sources, gather))
        elif row.worked_out is None:
            if "source" in row.model_fields_set:
                message = "source: nothing stands after the key"
                gather.add(parsed.at(*path, "source"), "wrong-type", message, "write the id of a document behind it")
                continue
            gather.add(parsed.at(*path), "missing-key", 'the key "source" is required here', "add source: …")
    return tuple(sorted(found, key=lambda o: (o.period, o.source, o.place.line)))


def _observation(
    parsed: Parsed[shapes.SeriesFile],
    path: tuple[str | int, ...],
    period: Period,
    shape: ObservationShape,
    source: str,
    metric: Metric | None,
    sources: Mapping[str, Source],
    gather: Gather,
) -> Observation:
    gather.ref("source", source, parsed.at(*path, "source"))
    if shape.replaces is not None:
        gather.ref("source", shape.replaces, parsed.at(*path, "replaces"))
    use, reason = gather.use(shape.use, shape.reason, sources.get(source), parsed.at(*path))
    for other in shape.at_most:
        gather.series_ref(other, parsed.key(*path, "at_most", ".".join(other)))
    own_bound = shape.value is not None
    place = parsed.at(*path, "value") if own_bound else parsed.at(*path)
    return Observation(
        period=period,
        amount=_value(shape, metric, place, gather),
        change=_changes(shape, parsed, path, gather),
        source=source,
        use=cast(Use, use),
        reason=reason,
        status=cast(Status, shape.status),
        replaces=shape.replaces,
        note=shape.note,
        accepted=shape.accepted,
        at=shape.at,
        at_most=shape.at_most,
        place=place,
    )


def _value(shape: ObservationShape, metric: Metric | None, place: Place, gather: Gather) -> Amount | None:
    """The value that a row reports."""
    bound = cast(Bound, shape.bound)
    if metric is not None and metric.kind != "measure" and _turned(shape.value, bound, "a loss", place, gather):
        return None
    negative, whole = metric is None or metric.negative, metric is not None and not metric.divisible
    return gather.amount(shape.value, bound, shape.within, place, negative=negative, whole=whole)


def _changes(
    shape: ObservationShape, parsed: Parsed[shapes.SeriesFile], path: tuple[str | int, ...], gather: Gather
) -> dict[ChangeKind, Amount]:
    """The changes that a row reports; beside a value the bound is about the value, and the changes have none."""
    bound: Bound
    given = {} if shape.change is None else {"year": shape.change.year, "previous": shape.change.previous}
    bound, within = (cast(Bound, shape.bound), shape.within) if shape.value is None else ("exact", None)
    found: dict[ChangeKind, Amount] = {}
    for kind, value in given.items():
        place = parsed.at(*path, "change", kind) if value is not None else parsed.at(*path)
        if _turned(value, bound, "a fall", place, gather):
            continue
        amount = gather.amount(value, bound, within, place, negative=True, whole=False)
        if amount is not None:
            found[cast(ChangeKind, kind)] = amount
    return found


_MEANT: Mapping[Bound, Bound] = {"more-than": "less-than", "at-least": "at-most"}
"""What is meant by a bound of a number below zero by somebody who thinks of its size."""


def _turned(
    value: Decimal | tuple[Decimal, Decimal] | None, bound: Bound, what: str, place: Place, gather: Gather
) -> bool:
    """Notes a problem for a number below zero whose bound says the opposite of what it seems to say."""
    if not isinstance(value, Decimal) or value >= 0 or bound not in _MEANT:
        return False
    said, size = bound.replace("-", " "), value.copy_abs()
    message = f"{said} {value} is {what} of less than {size}, or none at all"
    hint = f"of {what} of {said} {size} write bound: {_MEANT[bound]}; of less than {size} {{low: {value}, high: 0}}"
    gather.add(place, "bound-mismatch", message, hint)
    return True

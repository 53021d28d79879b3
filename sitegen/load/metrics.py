"""Metrics: what is measured, of which kind and in which unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import structs

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.series import MetricShape
from sitegen.load.units import unit_of, usual_decimals
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.basics.unit import INDEX, PERCENT, Unit
from sitegen.model.metric import Better, Metric


def metrics(parsed: Parsed[shapes.MetricsFile], units: Mapping[str, Unit], gather: Gather) -> Iterator[Metric]:
    """The metrics; `like` is followed once, to a metric that says everything itself."""
    root = parsed.shape.root
    for id, shape in root.items():
        model = shape
        if shape.like is not None:
            gather.ref("metric", shape.like, parsed.at(id, "like"))
            model = root.get(shape.like, shape)
            if model.like is not None:
                gather.add(
                    parsed.at(id, "like"),
                    "unknown-metric",
                    f'"{shape.like}" is itself like another metric',
                    f"write like: {model.like}",
                )
        gather.once(parsed, shape.related, id, "related")
        gather.once(parsed, shape.aliases, id, "aliases")
        for index, other in enumerate(shape.related):
            gather.ref("metric", other, parsed.at(id, "related", index))
        unit = _unit(parsed, id, model, units, gather)
        decimals = next((n for n in (shape.decimals, model.decimals) if n is not None), usual_decimals(unit))
        kind = _metric_kind(parsed, id, shape.kind or model.kind, unit, gather)
        divisible = _first(shape.divisible, model.divisible, bool(decimals) or unit.divides or kind == "price")
        yield Metric(
            id=id,
            label=shape.label,
            in_text=shape.in_text or shape.label,
            aliases=tuple(shape.aliases),
            unit=unit,
            decimals=decimals,
            kind=kind,
            divisible=bool(divisible),
            negative=bool(_first(shape.negative, model.negative, False)),
            better=cast(Better, shape.better or model.better or "more"),
            related=tuple(shape.related),
            place=parsed.key(id),
        )


def _unit(
    parsed: Parsed[shapes.MetricsFile],
    id: str,
    model: MetricShape,
    units: Mapping[str, Unit],
    gather: Gather,
) -> Unit:
    """The unit of a metric, of an index with its base; with a problem where it has none, or its base does not fit."""
    own = parsed.shape.root[id]
    written = own.unit or model.unit
    if written is None:
        if own.like is None:
            message = f'metric "{id}" has neither unit nor like'
            gather.add(parsed.key(id), "missing-key", message, "add unit: loaves, or what it is counted in")
        return Unit("", divides=False)
    # what is wrong with the unit of another metric is said there
    unit = unit_of(
        written, units, gather if own.unit else Gather({}), parsed.at(id, "unit") if own.unit else parsed.key(id)
    )
    base = own.base or model.base
    if unit == INDEX and base is None and (own.unit or own.like is None):
        message = f'"{id}" is an index and does not say when it was 100'
        gather.add(parsed.key(id), "missing-key", message, "add base: 2020, the period in which it is 100")
    if unit != INDEX and own.base is not None:
        message = f'"{id}" is in {written}, and only an index has a base'
        gather.add(parsed.at(id, "base"), "wrong-type", message, "write unit: index, or take base: out")
    return structs.replace(unit, base=base) if unit == INDEX else unit


_KINDS = (
    "add kind: flow (what adds up over time, such as sales), stock (a number at a day, such as staff), "
    "rate (a percentage), price, or measure (such as a range in km)"
)


def _metric_kind(
    parsed: Parsed[shapes.MetricsFile], id: str, kind: str | None, unit: Unit, gather: Gather
) -> MetricKind:
    """The kind of a metric, with a problem where there is none or where it does not fit the unit."""
    own = parsed.shape.root[id]
    if kind is None and own.like is None:
        gather.add(parsed.key(id), "missing-key", f'metric "{id}" has no kind', _KINDS)
    elif kind not in (None, "rate") and unit == PERCENT:
        place = parsed.at(id, "kind") if own.kind else parsed.key(id)
        gather.add(place, "wrong-type", f'"{id}" is in percent, and a percentage is a rate', "write kind: rate")
    elif kind not in (None, "price") and unit.id == INDEX.id:
        place = parsed.at(id, "kind") if own.kind else parsed.key(id)
        gather.add(place, "wrong-type", f'"{id}" is an index, which adds up as little as a price', "write kind: price")
    return cast(MetricKind, kind or "measure")


def _first(*values: int | None) -> int:
    return next(value for value in values if value is not None)

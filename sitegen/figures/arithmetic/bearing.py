"""What numbers of a kind bear: how their change is stated, and what may not be done with them."""

from __future__ import annotations

from sitegen.figures.arithmetic.computing import FigureError
from sitegen.figures.figure import Figure, Terms
from sitegen.model.basics.metric_kind import METRIC_KINDS, RULES, MetricKind
from sitegen.model.basics.unit import PERCENT, POINTS, Unit

_WHY = {
    "stock": "a stock is a number at a day, so the latest one answers for the whole time",
    "price": "write the price itself, or the difference of two prices",
    "measure": "write the measure itself, or the difference of two measures",
    "rate": "write the rate itself, or the difference of two rates in points",
}


def unit_of_change(kind: MetricKind, unit: Unit) -> tuple[Unit, MetricKind]:
    """The unit of a change of a number of that kind and unit, and what the change itself bears."""
    match RULES[kind].change:
        case "percent":
            return PERCENT, "rate"
        case "points":
            return POINTS, "measure"
        case "difference":
            return unit, "measure"


def weakest(*figures: Figure) -> MetricKind:
    """The kind that bears the least among those of the figures."""
    return max((figure.metric_kind for figure in figures), key=METRIC_KINDS.index)


def refuse_ratio(figure: Figure, *, share: bool) -> None:
    """Raises FigureError if a figure is of a kind that is no share, or no multiple, of another."""
    rules = RULES[figure.metric_kind]
    if rules.share if share else rules.times:
        return
    kind, what = figure.metric_kind, "share" if share else "multiple"
    message = f"{figure.label} is a {kind}, and a {kind} is no {what} of another"
    raise FigureError(message, _WHY[kind], "metric-kind")


def refuse_sum(terms: Terms) -> None:
    """Raises FigureError if a sum adds up what is of a kind whose numbers do not add up."""
    last: dict[object, tuple[Figure, int]] = {}
    for figure, factor in terms.factors:
        rules = RULES[figure.metric_kind]
        if not rules.over_time:
            series = figure.address.series if rules.over_entities and figure.address is not None else None
            group = (figure.metric_kind, series)
            last[group] = (figure, last[group][1] + factor if group in last else factor)
    for figure, times in last.values():
        if abs(times) > 1:
            kind, over = figure.metric_kind, "over time" if RULES[figure.metric_kind].over_entities else "up"
            raise FigureError(f"{figure.label} is a {kind}, and {kind}s do not add {over}", _WHY[kind], "metric-kind")

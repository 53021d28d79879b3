"""Reads `worked_out`: figures of one series that are added and subtracted, and whose days make up the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from jinja2 import nodes

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.series import ObservationShape
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.calendar import DAY, Calendar
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.metric import Metric
from sitegen.model.worked import Term, WorkedOut
from sitegen.problems import Place
from sitegen.reading.syntax import Fault, parse

Row = tuple[tuple[str | int, ...], Period, ObservationShape]
"""One thing under `values` of a series: where it stands in the file, its period, and what is written."""

CODE = "worked-out"
_BESIDE = {"worked_out", "note", "accepted"}
_EXAMPLE = 'write for example fig("{name}@2025-H1") - fig("{name}@2025-Q1")'


def worked_out(
    rows: Iterable[Row],
    metric: Metric | None,
    series: SeriesId,
    calendar: Calendar | None,
    parsed: Parsed[shapes.SeriesFile],
    gather: Gather,
) -> tuple[WorkedOut, ...]:
    """The values of a series that follow from others, in the order of their periods."""
    found: dict[Period, WorkedOut] = {}
    for path, period, row in rows:
        if row.worked_out is None:
            continue
        place = parsed.at(*path, "worked_out")
        for key in sorted(row.model_fields_set - _BESIDE):
            message = f'a worked-out value takes no "{key}": what is known of its parts is known of it'
            gather.add(parsed.key(*path, key), CODE, message, "only note: and accepted: stand beside worked_out:")
        if metric is not None and not metric.rules.over_time:
            message = f'"{metric.id}" is a {metric.kind}: its values do not add up over time'
            gather.add(place, CODE, message, "take it out, or see kind: in data/metrics.yaml")
        elif period in found:
            gather.add(place, CODE, f"{period} is worked out twice", "keep one of the two")
        else:
            expression = _expression(row.worked_out, parsed.start(*path, "worked_out"))
            try:
                parts = terms(expression.source, series, period, calendar)
            except Fault as fault:
                gather.problems.append(fault.at(expression))
                continue
            found[period] = WorkedOut(period=period, terms=parts, note=row.note, accepted=row.accepted, place=place)
    return tuple(found[period] for period in sorted(found))


def _expression(written: str, start: Place) -> Expression:
    """The text without the blanks around it, and where it stands."""
    source = written.strip()
    return Expression(source, start.shifted(written.find(source), len(source)))


def terms(source: str, series: SeriesId, period: Period, calendar: Calendar | None) -> tuple[Term, ...]:
    """The terms of an expression; raises Fault for one that is no sum of this series' figures for the period."""
    name = ".".join(series)
    found = tuple(_terms(parse(source), False, name, calendar))
    for term in found:
        if term.address.series != series:
            address = str(term.address)
            hint = f"write {name}@{term.address.period}, or give the other series a value of its own"
            raise Fault(CODE, f"{address} is of another series than {name}", hint, address)
    for twice in (address for address, times in Counter(term.address for term in found).items() if times > 1):
        raise Fault(CODE, f"{twice} stands in it twice", "name each published value once", str(twice))
    if not _covers(found, period):
        plus, minus = (", ".join(str(t.address.period) for t in found if t.minus is sign) for sign in (False, True))
        made = f"{plus} without {minus}" if minus else plus
        raise Fault(CODE, f"{made} is not {period}", "the days that are left must be exactly those of the period")
    return found


def _terms(node: nodes.Node, minus: bool, name: str, calendar: Calendar | None) -> Iterator[Term]:
    match node:
        case nodes.Add(left=left, right=right):
            yield from _terms(left, minus, name, calendar)
            yield from _terms(right, minus, name, calendar)
        case nodes.Sub(left=left, right=right):
            yield from _terms(left, minus, name, calendar)
            yield from _terms(right, not minus, name, calendar)
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))], kwargs=[]):
            yield Term(_address(text, calendar), minus)
        case _:
            message = "a worked-out value takes only fig(…), + and -"
            raise Fault(CODE, message, _EXAMPLE.format(name=name))


def _address(text: str, calendar: Calendar | None) -> Address:
    try:
        address = Address.parse(text)
    except ValueError as error:
        message, _, hint = str(error).partition(": write ")
        raise Fault(CODE, message, hint and f"write {hint}", text) from None
    try:
        address = address.on(calendar)
    except ValueError as error:
        message, _, hint = str(error).partition(": ")
        raise Fault("no-calendar", message, hint, text) from None
    if not isinstance(address.period, Period):
        raise Fault(CODE, f"{address.period} is another period every month", "name the period itself", text)
    return address


def _covers(found: Iterable[Term], period: Period) -> bool:
    """True if the days of the terms, added and subtracted, are exactly those of the period, each once."""
    steps: Counter[date] = Counter()
    for span, sign in ((period, -1), *((t.address.period, -1 if t.minus else 1) for t in found)):
        assert isinstance(span, Period)  # `latest` was refused
        steps[span.first] += sign
        steps[span.last + DAY] -= sign
    return not any(steps.values())

"""What a person asks to be added, in words and numbers as they are typed, as a row for a series that there is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import structs

from sitegen.editing.amounts import read_amount
from sitegen.editing.row import Row
from sitegen.load.shape.numbers import number_hint
from sitegen.model.basics.address import Address, SeriesId, parse_series
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.period import Period
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.problems import did_you_mean

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)", re.ASCII)


def series_of(tracker: Tracker, text: str) -> SeriesId:
    """The series of `entity.metric`; raises ValueError, with a sentence for an editor, if it is not declared."""
    entity, metric = id = parse_series(text)
    if id in tracker.series:
        return id
    if entity not in tracker.entities:
        raise ValueError(_missing("company, brand, model, alliance, supplier or market", entity, tracker.entities))
    if metric not in tracker.metrics:
        raise ValueError(_missing("metric", metric, tracker.metrics))
    own = [".".join(each) for each in tracker.series if each[0] == entity]
    hint = did_you_mean(text, own)
    start = f'start it with: sitegen new series "{text}"'
    raise ValueError(f'no series "{text}": {hint} Or {start}' if hint else f'no series "{text}": {start}')


def address_of(tracker: Tracker, text: str) -> tuple[SeriesId, Period, str]:
    """The series and the period of an address, and how the period is written.

    Raises ValueError, with a sentence for an editor, for what is no address of a value that a document can give.
    """
    series = series_of(tracker, text.partition("@")[0]) if "@" in text else None
    address = Address.parse(text)
    assert series is not None  # an address has an @
    if address.source is not None:
        raise ValueError(f'"{text}" names a source: write it without ~{address.source}, and --source {address.source}')
    period = address.on(tracker.series[series].calendar).period
    if not isinstance(period, Period):
        raise ValueError(f'"{period}" is another period every month: name the period itself')
    return series, period, text.partition("@")[2]


def value_of(text: str, metric: Metric) -> Decimal | tuple[Decimal, Decimal]:
    """A number with a point before its decimals, or a range as in 8000..9000.

    Raises ValueError, with a sentence for an editor that says what was probably meant.
    """
    if _NUMBER.fullmatch(text):
        return Decimal(text) or Decimal(0)  # there is no zero below zero
    if two := _RANGE.fullmatch(text):
        low, high = Decimal(two[1]), Decimal(two[2])
        if low < high:
            return low, high
        raise ValueError(f'the low end of "{text}" is not below its high end: exchange the two')
    raise ValueError(f'"{text}" is not a number here: {_meant(text, metric)}')


def _meant(text: str, metric: Metric) -> str:
    """How to write what a text probably means."""
    try:
        said = read_amount(text, metric.unit)
    except ValueError as error:
        _, _, why = str(error).partition('" ')
        hint = number_hint(text)
        plain = hint if re.match(r"write -?\d", hint) else "write digits, with a point before decimals"
        return f"it {why}" if ": " in why else plain
    if said is None:
        return "a period without a value is not listed"
    if isinstance(said.value, tuple):
        return f"write {said.value[0]:f}..{said.value[1]:f}"
    bound = "" if said.bound == "exact" else f" --bound {said.bound}"
    written = f"write {said.value:f}{bound}"
    comma = re.search(r",(\d+)\D*\Z", text)
    other = f", or {text.replace(',', '.')} if the comma stands before decimals" if comma and metric.divisible else ""
    return written + other


def row_of(tracker: Tracker, address: str, value: str, source: str, given: Mapping[str, Any]) -> Row:
    """The row of an address and a value. given: what else is said of it, by the fields of Row; None says nothing.

    Raises ValueError for what is wrong in it, with a line for an editor for each.
    """
    wrong = []
    metric = tracker.metrics.get(address.partition("@")[0].rpartition(".")[2])
    try:
        series, period, written = address_of(tracker, address)
    except ValueError as error:
        wrong.append(str(error))
    try:
        number = Decimal(0) if metric is None else value_of(value, metric)
    except ValueError as error:
        wrong.append(str(error))
    if wrong:
        raise ValueError("\n".join(wrong))
    metric = tracker.metrics[series[1]]
    row = Row(series=series, period=period, written=written, value=number, source=source)
    row = structs.replace(row, **{key: each for key, each in given.items() if each is not None})
    _amount(row, metric)
    return row


def _amount(row: Row, metric: Metric) -> Amount:
    low = min(row.value) if isinstance(row.value, tuple) else row.value
    if low < 0 and not metric.negative:
        raise ValueError(f"{low} is below zero, and the metric is never negative; see negative: in data/metrics.yaml")
    return row.amount(metric)


def _missing(what: str, id: str, known: Mapping[str, object]) -> str:
    hint = did_you_mean(id, known)
    return f'no {what} "{id}"' + (f": {hint}" if hint else "")

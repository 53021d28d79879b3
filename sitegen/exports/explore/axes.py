"""The axes of time: every period that a chart of the data can have, in order, with its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from sitegen.exports.explore.slots import Axis, axes_of, known_of
from sitegen.figures import Figures
from sitegen.figures.periods import period_label, short_period
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.urls import axis_url, output_path
from sitegen.words import Locale


def axes(context: Context) -> Iterator[Output]:
    """A file for each axis that a series of the data can stand on."""
    spans: dict[Axis, Period] = {}
    for id, series in context.tracker.series.items():
        known = context.recalled(f"known days of {id}", partial(_known, id))
        if known is None:
            continue
        for axis in axes_of(series):
            so_far = spans.get(axis, known)
            spans[axis] = Period(min(so_far.first, known.first), max(so_far.last, known.last))
    for axis, span in spans.items():
        rows = [_row(period, context.locale) for period in axis.periods(span)]
        yield Output(output_path(axis_url(axis.name)), compact(rows))


def _known(id: SeriesId, figures: Figures) -> Period | None:
    return known_of(figures.tracker.series[id])


def compact(value: object) -> bytes:
    """JSON for a script, without a space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _row(period: Period, locale: Locale) -> list[object]:
    """A period: its name, its first and its last day, its words, and its label on an axis with its year."""
    days = (str(period.first), str(period.last))
    return [str(period), *days, short_period(period, locale), *period_label(period, locale)]

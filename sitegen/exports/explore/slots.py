"""The axes of time that a series can be drawn on: periods of one cadence, on its own calendar or on the usual one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sitegen.figures.values.choice import counts
from sitegen.model.basics.calendar import CADENCES, DAY, Cadence, Calendar
from sitegen.model.basics.period import Period
from sitegen.model.series import Series


class Axis(Struct, frozen=True):
    """Periods of one length one after the other. calendar: None for the usual one."""

    cadence: Cadence
    calendar: Calendar | None

    @property
    def name(self) -> str:
        """What it is called in files: "quarter", "year-from-10-end"."""
        own = self.calendar
        return self.cadence if own is None else f"{self.cadence}-from-{own.starts}-{own.named}"

    def periods(self, within: Period) -> tuple[Period, ...]:
        """The periods of the axis that hold the days of a span."""
        found = [Period.of(self.cadence, within.first, self.calendar)]
        while found[-1].last < within.last:
            found.append(Period.of(self.cadence, found[-1].last + DAY, self.calendar))
        return tuple(found)


def axes_of(series: Series) -> Iterator[Axis]:
    """The axes that a series can stand on: a chart draws it by its cadence or a longer one.

    With series of another calendar it stands on the usual one.
    """
    for cadence in CADENCES[CADENCES.index(series.cadence) :]:
        for calendar in dict.fromkeys((series.calendar, None)):
            yield Axis(cadence, calendar)


def known_of(series: Series) -> Period | None:
    """From the first to the last day of which a value is known that counts; None without any."""
    known = [o.period for o in series.observations if counts(o) and o.amount is not None]
    return Period(min(p.first for p in known), max(p.last for p in known)) if known else None

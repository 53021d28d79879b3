"""Years of weeks that are not of one length: the remark on a change between them."""

from __future__ import annotations

from sitegen.figures import Figure
from sitegen.figures.values.reported import CHANGES
from sitegen.model.basics.period import Period
from sitegen.pages.words.writer import Writer

DAYS = 7
"""Of a week."""


def weeks(writer: Writer, figure: Figure) -> str | None:
    """That a change compares periods of one length by name and another number of weeks, as a year of 53 with one of 52.

    None for any other figure.
    """
    periods = [part.address.period for part in figure.inputs if part.address is not None]
    lengths = [(p.cadence, (p.last - p.first).days + 1) for p in periods if isinstance(p, Period)]
    if figure.operation not in CHANGES.values() or len(lengths) != 2:
        return None
    (cadence, now), (other, before) = lengths
    if cadence != other or abs(now - before) != DAYS or now % DAYS or before % DAYS:
        return None
    return writer.say("note.weeks", now=writer.number(now // DAYS), before=writer.number(before // DAYS))

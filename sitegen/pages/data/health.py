"""How much data there is: values, series, sources, and where sources differ."""

from __future__ import annotations

from msgspec import Struct

from sitegen.pages.context import Context
from sitegen.pages.recalled import disputed_in
from sitegen.pages.words.writer import Writer


class Tally(Struct, frozen=True, kw_only=True):
    """One number about the data, and what it counts."""

    value: str
    words: str


def tallies(writer: Writer) -> tuple[Tally, ...]:
    """What the whole tracker holds."""
    tracker, number = writer.context.tracker, writer.number
    values = sum(series.count for series in tracker.series.values())
    return (
        Tally(
            value=number(values),
            words=writer.say("tally.values"),
        ),
        Tally(value=number(len(tracker.series)), words=writer.say("tally.series")),
        Tally(value=number(len(tracker.sources)), words=writer.say("tally.sources")),
        Tally(value=number(_disputed(writer.context)), words=writer.say("tally.disputed")),
    )


def _disputed(context: Context) -> int:
    """How many addresses have values that do not agree."""
    return sum(disputed_in(context, id) for id in context.tracker.series)

"""Where a series counts, behind a number or what is counted: "151,450 loaves in Norway", "deliveries worldwide"."""

from __future__ import annotations

from sitegen.model.series import Series
from sitegen.pages.words.writer import Writer


def somewhere(writer: Writer, series: Series, what: str) -> str:
    """Words of what a series counts with its place, as far as that tells anything.

    It tells nothing where every series of the tracker is of one place, and where the name of the series has it.
    """
    if len(writer.context.regions()) < 2:
        return what
    if _name(writer, series.region).lower() in writer.context.figures.label(series.id).lower():
        return what
    return writer.say("place.of", what=what, where=_where(writer, series.region))


def _name(writer: Writer, region: str) -> str:
    return writer.say("series.worldwide") if region == "world" else writer.context.tracker.places.name(region)


def _where(writer: Writer, region: str) -> str:
    """The place as an adverb: "worldwide", "in Norway", "in the United States"."""
    name = _name(writer, region)
    if region == "world":
        return name
    return writer.say("place.in.the" if region in writer.say("place.the").split() else "place.in", place=name)

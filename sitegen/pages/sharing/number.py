"""How one number is cited."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.figures import Figure, say_period
from sitegen.figures.figure import ANSWERS
from sitegen.figures.labels import label_of
from sitegen.model.basics.period import Period
from sitegen.model.source import Source
from sitegen.pages.parts import Citation
from sitegen.pages.record.version import sources_of, version_of
from sitegen.pages.sharing.cite import Cited, citation, compiled
from sitegen.pages.words.writer import Writer
from sitegen.urls import address_url

NAMED = 3
"""How many sources a reference names at most."""


def number_citation(writer: Writer, figure: Figure, unit: str) -> Citation:
    """How a figure is cited: by its period on the page of its series. unit: its unit in words, or ""."""
    first, locale = figure.addresses[0], writer.context.locale
    number = f"{writer.figure(figure, 'text')} {unit}".rstrip()
    title = label_of(figure, locale)
    if isinstance(first.period, Period):
        title = writer.say("cite.number", label=title, period=say_period(first.period, locale), number=number)
    version = version_of([figure], writer.context.tracker.sources)
    apart = (first.source or "") if figure.kind in ANSWERS else version
    notes = (writer.context.tracker.series[each.series].note for each in figure.addresses)
    caveats = " ".join(f"{note.rstrip('.')}." for note in dict.fromkeys(notes) if note)
    cited = Cited(title=title, sources=_sources(writer, figure), caveats=caveats)
    return citation(writer.context, address_url(first), cited, reach=compiled(writer), version=version, apart=apart)


def _sources(writer: Writer, figure: Figure) -> str:
    """Who says a number, each with the day and what a reader should know of it; of many the first."""
    context = writer.context
    found = [context.tracker.sources[id] for id in sources_of(figure)]
    named = [", ".join(filter(None, _parts(writer, each))) for each in found]
    names, rest = "; ".join(named[:NAMED]), len(named) - NAMED
    return writer.say("cite.more", names=names, rest=Markup(writer.number(rest)).striptags()) if rest > 0 else names


def _parts(writer: Writer, source: Source) -> tuple[str, str, str]:
    """Who published a source, what it is marked with, and the day."""
    marked = "" if source.reliability is None else writer.say(f"source.marked.{source.reliability}")
    day = "" if source.published is None else say_period(source.published, writer.context.locale)
    return source.publisher, marked, day

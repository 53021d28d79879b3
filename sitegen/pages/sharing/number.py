"""How one number is cited."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.figures import Figure, say_period
from sitegen.figures.figure import ANSWERS
from sitegen.figures.labels import label_of
from sitegen.model.basics.period import Period
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
    cited = Cited(title=title, sources=_sources(writer, figure))
    return citation(writer.context, address_url(first), cited, reach=compiled(writer), version=version, apart=apart)


def _sources(writer: Writer, figure: Figure) -> str:
    """Who says a number, each with the day; of many the first."""
    context = writer.context
    found = [context.tracker.sources[id] for id in sources_of(figure)]
    days = ("" if each.published is None else say_period(each.published, context.locale) for each in found)
    named = [", ".join(filter(None, (each.publisher, day))) for each, day in zip(found, days, strict=True)]
    names, rest = "; ".join(named[:NAMED]), len(named) - NAMED
    return writer.say("cite.more", names=names, rest=Markup(writer.number(rest)).striptags()) if rest > 0 else names

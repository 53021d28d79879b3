"""The cards of what is mostly words: of a brief, and of the home page, which stands for the whole site."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from sitegen.figures.periods import say_period
from sitegen.model.document import Document
from sitegen.pages.data.health import Tally
from sitegen.pages.record.card import Card, Row
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer


def brief_card(writer: Writer, document: Document) -> Card:
    """The card of a brief."""
    edition, day = writer.context.edition, document.updated or document.date
    when = "" if day is None else say_period(day, writer.context.locale)
    return Card(
        kind=writer.say("card.brief"),
        title=plain(document.title, edition),
        text=plain(document.summary, edition),
        foot=tuple(filter(None, (when, ", ".join(document.authors)))),
    )


def site_card(writer: Writer, tallies: Iterable[Tally]) -> Card:
    """The card of the site. tallies: how much it holds."""
    context, site = writer.context, writer.context.tracker.site
    day, reached, foot = context.edition.compiled, context.reached(), ""
    if day is not None:
        foot = writer.say("frame.compiled", day=say_period(day, context.locale))
    elif reached is not None:
        foot = writer.say("frame.reach", period=say_period(reached, context.locale))
    held = ((Markup(tally.value).striptags(), tally.words) for tally in tallies)
    return Card(
        kind="",
        title=site.name,
        text=plain(site.tagline, context.edition),
        rows=tuple(Row(place="", name=words, native="", value=value, color="") for value, words in held),
        foot=tuple(filter(None, [foot])),
    )

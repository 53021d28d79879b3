"""What an entity is, in labels with words: the facts at the head of its page."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.figures.periods import say_years
from sitegen.model.entity import Entity
from sitegen.pages.words.lives import relations
from sitegen.pages.words.writer import Writer


def facts(writer: Writer, entity: Entity) -> tuple[tuple[str, str], ...]:
    """Where it is from, whose it is, its other names, its financial year and its website, as far as they are known."""
    country = None if entity.country is None else writer.context.tracker.places.name(entity.country)
    website = None
    if entity.website is not None:
        shown = entity.website.partition("//")[2].removeprefix("www.").rstrip("/")
        website = Markup('<a href="{}" rel="external">{}</a>').format(entity.website, shown)
    found = (
        (writer.say("company.country"), country),
        *relations(writer, entity),
        (writer.say("company.aliases"), ", ".join(entity.aliases)),
        (writer.say("company.years"), _years(writer, entity)),
        (writer.say("company.website"), website),
    )
    return tuple((label, words) for label, words in found if words)


def _years(writer: Writer, entity: Entity) -> str:
    """The months of its financial year; "" where that is the calendar year."""
    return "" if entity.calendar is None else say_years(entity.calendar, writer.context.locale)

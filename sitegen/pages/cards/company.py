"""The card of a company: its names, and the number that its page leads with."""

from __future__ import annotations

from sitegen.figures import Figure
from sitegen.figures.nouns import noun_of
from sitegen.figures.periods import say_period
from sitegen.figures.plans import say_in_text
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity
from sitegen.pages.cards.kinds import sources_of
from sitegen.pages.recalled import change_of
from sitegen.pages.record.card import Card
from sitegen.pages.words.writer import Writer


def company_card(writer: Writer, entity: Entity, figure: Figure | None, description: str) -> Card:
    """The card of a company. figure: what its page leads with. description: of it, where there is no number."""
    context, locale = writer.context, writer.context.locale
    kind, native = writer.say(f"entity.kind.{entity.kind}"), entity.native or ""
    if figure is None or figure.address is None:
        return Card(kind=kind, title=entity.name, native=native, text=description)
    when = figure.address.period
    label = context.figures.label(figure.address.series)
    period = say_period(when, locale) if isinstance(when, Period) else ""
    kinds = sources_of(context, (observation.source for observation in figure.observations))
    return Card(
        kind=kind,
        title=entity.name,
        native=native,
        lead=" ".join(filter(None, (say_in_text(figure, locale), noun_of(figure, locale)))),
        text=writer.say("card.figure", series=label, period=period),
        foot=tuple(filter(None, (_moved(writer, figure.address), kinds))),
    )


def _moved(writer: Writer, address: Address) -> str:
    """The change on the year before, in words; "" where it is not known."""
    change = change_of(writer.context, address)
    if not isinstance(change, Figure):
        return ""
    said = say_in_text(change, writer.context.locale)
    return writer.say("card.moved", change=writer.in_points(change, said))

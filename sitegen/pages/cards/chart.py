"""The card of a chart: its title, what it measures, and its drawing."""

from __future__ import annotations

from sitegen.pages.cards.kinds import sources_of
from sitegen.pages.record.card import Card
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer


def chart_card(writer: Writer, id: str, summary: str) -> Card:
    """The card of a chart. summary: what is said of it where its drawing does not fit."""
    context = writer.context
    chart = context.tracker.charts[id]
    return Card(
        kind=writer.say("card.chart"),
        title=plain(chart.title, context.edition),
        lead=plain(chart.subtitle, context.edition),
        text=summary,
        chart=id,
        foot=tuple(filter(None, [sources_of(context, context.charts[id].plot.sources)])),
    )

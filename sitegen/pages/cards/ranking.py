"""The card of a ranking: its title and its first places with their values."""

from __future__ import annotations

from sitegen.figures import Figure, Rank, Standing
from sitegen.figures.columns import Column
from sitegen.figures.nouns import heading
from sitegen.figures.periods import say_period
from sitegen.figures.plans import say_in_text
from sitegen.model.ranking import Ranking
from sitegen.pages.cards.kinds import sources_of
from sitegen.pages.rankings.table import column_of
from sitegen.pages.record.card import Card, Row
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer, entity_color

MOST = 4
"""How many places a card has room for."""


def ranking_card(writer: Writer, ranking: Ranking) -> Card:
    """The card of a ranking that has a page."""
    context = writer.context
    found = context.standings[ranking.id]
    values = column_of(writer, ranking, found)
    first = [(standing, standing.rank) for standing in found if standing.rank is not None][:MOST]
    unit = heading(values.unit, context.locale) if ranking.by == "value" else ""
    sources = [o.source for s, _ in first if isinstance(s.figure, Figure) for o in s.figure.observations]
    sources += [] if ranking.table is None else [ranking.table.source]
    return Card(
        kind=writer.say("card.ranking"),
        title=plain(ranking.title, context.edition),
        rows=tuple(_row(writer, ranking, values, standing, rank) for standing, rank in first),
        foot=tuple(filter(None, (unit, say_period(ranking.period, context.locale), sources_of(context, sources)))),
    )


def _row(writer: Writer, ranking: Ranking, values: Column, standing: Standing, rank: Rank) -> Row:
    locale, entity = writer.context.locale, writer.context.tracker.entities.get(standing.entity or "")
    shown = standing.figure if ranking.by == "value" else standing.change
    value = ""
    if isinstance(shown, Figure):
        value = values.say(shown, locale) if ranking.by == "value" else say_in_text(shown, locale)
    return Row(
        place=str(rank.first) if rank.settled else f"{rank.first}–{rank.last}",
        name=standing.name if entity is None else entity.name,
        native="" if entity is None else entity.native or "",
        value=value,
        color="var(--axis)" if standing.entity is None else entity_color(standing.entity),
    )

"""The other view of a map of several companies: markets by companies, each cell the stage that was reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from sitegen.charts.entries import dated
from sitegen.charts.look.glyphs import glyph
from sitegen.charts.look.stages import COLOURS
from sitegen.charts.plot import Plot
from sitegen.model.entry import MarketEntry
from sitegen.pages.pieces import Grid, GridCell, GridRow
from sitegen.pages.words.writer import Writer
from sitegen.urls import market_url
from sitegen.words import say_answer

WIDE = 6
"""Of more companies than these those with a single market stand below the table: they would be empty columns."""


def grid(writer: Writer, steps: Sequence[MarketEntry]) -> Grid:
    """How far companies have come in the markets that their steps name; markets by continent, most markets first.

    Below the table stand steps into a market that has a page of its own, for it is what the site is about.
    """
    tracker = writer.context.tracker
    own = {entity.country for entity in tracker.entities.values() if entity.kind == "market"}
    markets = dict.fromkeys((step.company, step.where) for step in steps if step.where not in own)
    counts = Counter(company for company, _ in markets)
    rare = {company for company, count in counts.items() if count == 1} if len(counts) > WIDE else set[str]()
    companies = tuple(company for company, _ in counts.most_common() if company not in rare)
    shown = [step for step in steps if step.company in companies and step.where not in own]
    places = sorted({step.where for step in shown}, key=tracker.places.order)
    alone = [_alone(writer, step) for step in steps if step not in shown]
    return Grid(
        columns=tuple(writer.name(company) for company in companies),
        rows=tuple(_row(writer, place, companies, steps) for place in places),
        alone=writer.say("grid.alone", companies=writer.context.locale.listed(alone)) if alone else "",
        narrow=len(companies) <= WIDE + 1,
    )


def grid_of(writer: Writer, plot: Plot) -> Grid | None:
    """The other view of a chart; None where it is no map of several companies."""
    steps = [step for step in plot.steps if isinstance(step, MarketEntry)]
    several = len({step.company for step in steps}) > 1
    return grid(writer, steps) if plot.kind == "map" and several else None


def _alone(writer: Writer, step: MarketEntry) -> Markup:
    """A company that has one market, with the way to it: "Acme (Norway: on sale)"."""
    locale, tracker = writer.context.locale, writer.context.tracker
    said = locale.say(
        "charts.step", place=tracker.places.name(step.where), stage=say_answer("entry", step.stage, locale)
    )
    where = Markup('<a href="{}">{}</a>').format(writer.page.link(market_url(step.company, step.where)), said)
    return Markup(locale.say("charts.place-of", place=tracker.entities[step.company].name, detail=where))


def _row(writer: Writer, place: str, companies: Sequence[str], steps: Sequence[MarketEntry]) -> GridRow:
    reached = {step.company: step for step in steps if step.where == place}
    return GridRow(
        where=writer.context.tracker.places.name(place),
        cells=tuple(_cell(writer, reached[company]) if company in reached else None for company in companies),
    )


def _cell(writer: Writer, step: MarketEntry) -> GridCell:
    entity, locale = writer.context.tracker.entities[step.entity], writer.context.locale
    return GridCell(
        name=writer.context.tracker.entities[step.company].name,
        stage=dated(step, locale, entity.name if entity.kind == "model" else ""),
        glyph=Markup(glyph(step.stage, COLOURS[step.stage])),
        href=writer.page.link(market_url(step.company, step.where)),
    )

"""What a company's page leads with: one series, where it stands in one sentence, and its chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress

from markupsafe import Markup
from msgspec import Struct

from sitegen.figures import Figure, FigureError, Rank, Standing, fall, rise
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period, When
from sitegen.model.basics.unit import Unit
from sitegen.model.entity import Entity
from sitegen.model.series import Series
from sitegen.pages.companies.stretch import drawn_to, reach
from sitegen.pages.context import Context
from sitegen.pages.data.picture import series_chart
from sitegen.pages.pieces import ChartView
from sitegen.pages.rankings.place import how_many, in_words
from sitegen.pages.recalled import change_of, latest_of, periods_of, regular_of
from sitegen.pages.words.notes import counted
from sitegen.pages.words.where import somewhere
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_url, series_url


class Lead(Struct, frozen=True, kw_only=True):
    """Where a company stands, in a sentence; what its number counts; None for a chart where too little is known.

    later: the latest value where it is of a later period than the sentence and the chart, or "". placed: its place in a
    ranking of a longer period, which that of the sentence is a part of, or "".
    """

    sentence: str
    later: str
    placed: str
    counts: str
    chart: ChartView | None


def lead_series(writer: Writer, members: Sequence[Entity]) -> Series | None:
    """The series whose chart reaches furthest, of those in the unit that the company's numbers have most.

    members: the company, then its brands and models. Of equals that with the most periods at its cadence, then that of
    the member and the metric that comes first.
    """
    context = writer.context
    order = {id: number for number, id in enumerate(context.metrics())}
    found = [context.tracker.series[id] for member in members for id in context.series_of(member.id)]
    units: Counter[Unit] = Counter()
    for series in found:
        units[context.tracker.metrics[series.metric].unit] += periods_of(context, series.id)
    ours = [member.id for member in members]

    def weight(series: Series) -> tuple[int, ...]:
        unit, regular = context.tracker.metrics[series.metric].unit, regular_of(context, series.id)
        return (units[unit], reach(context, series.id), regular, -ours.index(series.entity), -order[series.metric])

    known = (series for series in found if isinstance(latest_of(context, series.id), Figure))
    return max(known, key=weight, default=None)


def led_by(context: Context, series: Series | None) -> Figure | None:
    """The number that a page leads with: of the year that ends with its chart, else of the chart's last period, else
    the latest."""
    if series is None:
        return None
    period, found = drawn_to(context, series.id), latest_of(context, series.id)
    year = None if period is None else Period.of("year", period.last, series.calendar)
    ending = [year] if year is not None and period is not None and year.last == period.last else []
    answers = (context.figures.answer(Address(*series.id, each)) for each in (*ending, period) if each is not None)
    return next((answer for answer in (*answers, found) if isinstance(answer, Figure)), None)


def lead(writer: Writer, series: Series | None, figure: Figure | None) -> Lead | None:
    """The lead of a page; None where nothing is known of the company. figure: of `led_by`."""
    if series is None or figure is None:
        return None
    return Lead(
        sentence=_sentence(writer, series, figure, writer.figure(figure)),
        later=later(writer, series, figure),
        placed=_placed(writer, series, figure),
        counts=counted(writer, series),
        chart=series_chart(writer, series),
    )


def introduction(writer: Writer, entity: Entity) -> Markup:
    """Where a brand or model stands that has no page of its own, in one sentence without notes; "" if nobody knows."""
    series = lead_series(writer, (entity,))
    figure = None if series is None else latest_of(writer.context, series.id)
    if series is None or not isinstance(figure, Figure):
        return Markup("")
    return _sentence(writer, series, figure, writer.linked(figure))


def later(writer: Writer, series: Series, figure: Figure) -> str:
    """The latest value and its change on the year, where its period ends later than that of a figure; else ""."""
    context = writer.context
    latest = latest_of(context, series.id)
    if not isinstance(latest, Figure) or (period := _period(latest)) is None or (led := _period(figure)) is None:
        return ""
    if period.last <= led.last:
        return ""
    slots = {"value": _named(writer, latest, writer.figure(latest)), "when": writer.within(period)}
    if moved := _moved(writer, latest):
        return writer.say("lead.later.change", **slots, change=moved)
    return writer.say("lead.later", **slots)


def _period(figure: Figure) -> Period | None:
    period = None if figure.address is None else figure.address.period
    return period if isinstance(period, Period) else None


def _named(writer: Writer, figure: Figure, number: str) -> Markup:
    """A number with its unit."""
    return Markup(" ").join(filter(None, (number, noun_of(figure, writer.context.locale))))


def _moved(writer: Writer, figure: Figure) -> str:
    """How a number moved: "down 29.2% on a year earlier"; signed where that is open; "" where nobody knows."""
    change = None if figure.address is None else change_of(writer.context, figure.address)
    if not isinstance(change, Figure):
        return ""
    for word, sized in (("rise", rise), ("fall", fall)):
        with suppress(FigureError):
            return writer.say(f"moved.{word}", change=writer.moved(change, sized(writer.context.figures, change)))
    return writer.say("moved.open", change=writer.moved(change))


def _sentence(writer: Writer, series: Series, figure: Figure, number: str) -> Markup:
    """A value, its change on the year, and the place in the latest ranking of the series for the same period."""
    context, period = writer.context, _period(figure)
    slots: dict[str, object] = {
        "series": writer.anchor(context.figures.label(series.id), writer.page.link(series_url(series.id))),
        "when": "" if period is None else writer.within(period),
        "value": somewhere(writer, series, _named(writer, figure, number)),
    }
    moved = _moved(writer, figure)
    said = writer.say("lead.change", **slots, change=moved) if moved else writer.say("lead.value", **slots)
    place = "" if period is None else _place(writer, series.id, lambda ranked: ranked == period)
    return Markup(" ").join(Markup(each) for each in (said, place) if each)


def _placed(writer: Writer, series: Series, figure: Figure) -> str:
    """The place in the latest ranking of a longer period; "" where one of the same period has it."""
    if (period := _period(figure)) is None or _place(writer, series.id, lambda ranked: ranked == period):
        return ""
    return _place(writer, series.id, lambda ranked: ranked.first <= period.first and period.last <= ranked.last)


def _any(rank: Rank, found: Sequence[Standing]) -> bool:
    """Whether it may be any place."""
    return rank.last - rank.first == sum(not each.outside for each in found) - 1


def _place(writer: Writer, id: SeriesId, fits: Callable[[When], bool]) -> str:
    """The place of a series in the latest ranking of ours, by value, whose period fits, in a sentence; "" without."""
    context = writer.context
    for ranking in context.rankings():
        ours = ranking.table is None and ranking.by == "value" and fits(ranking.period)
        found = context.standings[ranking.id] if ours else ()
        for standing in found:
            if standing.series != id or standing.rank is None or _any(standing.rank, found):
                continue  # a place that may be any says nothing
            title = writer.anchor(writer.text(ranking.title, "inline"), writer.page.link(ranking_url(ranking)))
            given, whole = how_many(found)
            slots = {"place": in_words(standing.rank, context.locale), "ranking": title, "whole": writer.number(given)}
            return writer.say("lead.placed.all" if given == whole else "lead.placed.known", **slots)
    return ""

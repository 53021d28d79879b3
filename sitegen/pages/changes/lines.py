"""A change of a figure in words: what it was and what it is now, in the unit of its metric."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from markupsafe import Markup
from msgspec import Struct, structs

from sitegen.figures import Figure, Figures, machine_value, say
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import BOUNDS, Amount, Bound, make_amount
from sitegen.model.basics.period import Period
from sitegen.model.history import Change, Stated
from sitegen.model.metric import Metric
from sitegen.model.series import Observation
from sitegen.pages.words.marks import mark_class
from sitegen.pages.words.show import as_address, as_data, pressed, show_period
from sitegen.pages.words.writer import Writer
from sitegen.problems import Place
from sitegen.urls import series_url

Shown = Callable[[Figure, Markup], Markup]
"""What stands for a figure, of it and its number in words."""


def as_it_is(_: Figure, number: Markup) -> Markup:
    """The number alone."""
    return number


class ChangeLine(Struct, frozen=True, kw_only=True):
    """One change of a figure. words: the figure with its old and its new value. day: of the change, in words."""

    words: str
    day: str


def line(writer: Writer, change: Change) -> ChangeLine:
    """A change as a line of a list: its figure is a link to its row among all values of the series."""
    label = figure_name(writer.context.figures, change)
    url = place(writer.context.figures, change)
    figure = label if url is None else writer.anchor(label, writer.page.link(url))
    words = told(writer.context.figures, change, figure, partial(_pressed, writer))
    return ChangeLine(words=words, day=writer.day(date.fromisoformat(change.day)))


def _pressed(writer: Writer, given: Figure, number: Markup) -> Markup:
    """A number that opens its note where the data still give it; what is gone has none."""
    figures, there = writer.context.figures, given.addresses[0]
    [observation] = given.observations
    for address in (there, structs.replace(there, source=observation.source)):
        answer = figures.answer(address)
        if isinstance(answer, Figure) and (answer.kind, answer.amount) == (given.kind, given.amount):
            kind = mark_class(answer, writer.context.edition)
            writer.page.shows(answer)
            return pressed(answer, number, writer.page, writer.context.edition, kind, answers=True)
    return number


def told(figures: Figures, change: Change, figure: str, shown: Shown = as_it_is) -> Markup:
    """What happened to a figure, in one sentence. figure: what it is called, or a link to it."""
    old, new = stated(figures, change, change.old), stated(figures, change, change.new, shown)
    said = {"figure": figure, "old": old, "new": new, "place": _left(figures, change)}
    return Markup(figures.tracker.site.locale.say(f"changes.line.{_kind(change, old, new)}", **said))


def _kind(change: Change, old: Markup, new: Markup) -> str:
    """How a change is told: a number may be the same that another source gives."""
    return "confirmed" if change.kind == "re-sourced" and old == new else change.kind


def _left(figures: Figures, change: Change) -> Markup:
    """Under what a number stood that moved: another period, or another figure; nothing where it did not."""
    if change.left is None:
        return Markup("")
    before = structs.replace(change, series=change.left[0], period=change.left[1])
    return period_of(figures, before) if before.series == change.series else figure_name(figures, before)


def ago(writer: Writer, change: Change) -> str:
    """What stood in a row of a series before, and until when."""
    old, new = (stated(writer.context.figures, change, each) for each in (change.old, change.new))
    period, day = period_of(writer.context.figures, change), writer.day(date.fromisoformat(change.day))
    said = {"period": period, "day": day, "old": old, "new": new, "place": _left(writer.context.figures, change)}
    return writer.say(f"changes.was.{_kind(change, old, new)}", **said)


def before(writer: Writer, address: Address) -> str:
    """What an address answered before, and until when: "38,150 loaves until 3 March"; "" if nothing else."""
    figures = writer.context.figures
    own = (each for each in writer.context.changes_of(address.series) if _period(figures, each) == address.period)
    said = (
        writer.say("changes.until", old=stated(figures, each, each.old), day=writer.day(date.fromisoformat(each.day)))
        for each in own
        if each.new is not None and _differs(each)
    )
    return writer.context.locale.listed(said)


def _differs(change: Change) -> bool:
    """Whether another value stood there, and not the same one from another source."""
    old, new = change.old, change.new
    return old is None or new is None or (old.value, old.bound) != (new.value, new.bound)


def figure_name(figures: Figures, change: Change) -> Markup:
    """A figure by its entity, its metric and its period; by its address where these are not known any more."""
    tracker = figures.tracker
    entity, metric = (tracker.entities.get(change.series[0]), tracker.metrics.get(change.series[1]))
    if entity is None or metric is None:
        return as_address(change.address)
    period = period_of(figures, change)
    said = figures.tracker.site.locale.say("changes.figure", entity=entity.name, metric=metric.in_text, period=period)
    return Markup(said)


def period_of(figures: Figures, change: Change) -> Markup:
    """The period of a change in words; as it is written where it cannot be read."""
    period = _period(figures, change)
    if period is None:
        return Markup('<span class="period">{}</span>').format(change.period)
    return show_period(period, figures.tracker.site.locale, short=True)


def place(figures: Figures, change: Change) -> str | None:
    """The row of a figure on the page of its series; the page where the row is gone; None where there is none."""
    series = figures.tracker.series.get(change.series)
    if series is None:
        return None
    period = _period(figures, change)
    known = () if period is None else figures.evidence.by_period(series.id).get(period, ())
    there = any(observation.use != "deprecated" for observation in known)
    return series_url(series.id) + (f"#{period}" if there else "")


def stated(figures: Figures, change: Change, value: Stated | None, shown: Shown = as_it_is) -> Markup:
    """A value as it was written then, in words of today: with its bound and its unit."""
    if value is None:
        return Markup("")
    metric, period = figures.tracker.metrics.get(change.series[1]), _period(figures, change)
    amount = None if metric is None else _amount(value, metric)
    if amount is None or period is None or change.series not in figures.tracker.series:
        return as_data(value.value, value.value.replace("/", "–"))
    observation = Observation(
        period=period,
        amount=amount,
        change={},
        source=value.source,
        use="normal",
        reason=None,
        status="reported",
        replaces=None,
        note=None,
        accepted={},
        place=Place(""),
    )
    figure = figures.observed_figure(observation, Address(*change.series, period))
    locale = figures.tracker.site.locale
    number = shown(figure, as_data(machine_value(figure), say(figure, locale, whole=True)))
    unit = noun_of(figure, locale)
    return Markup(locale.say("changes.value", number=number, unit=unit)) if unit else number


def _period(figures: Figures, change: Change) -> Period | None:
    series = figures.tracker.series.get(change.series)
    try:
        return Period.parse(change.period, None if series is None else series.calendar)
    except ValueError:
        return None


def _amount(value: Stated, metric: Metric) -> Amount | None:
    """The amount of an old value; None where today's rules make none of it."""
    bound: Bound = next((bound for bound in BOUNDS if bound == value.bound), "exact")
    try:
        low, *high = (Decimal(part) for part in value.value.replace(",", "").split("/"))
        if high:
            return make_amount(low=low, high=high[0], negative_allowed=True)
        return make_amount(low, bound=bound, negative_allowed=True, whole=not metric.divisible)
    except (InvalidOperation, ValueError):
        return None

"""What pages of many series ask of each of them: remembered one by one, so that an edited datum is the work of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sitegen.charts.look.colours import palette
from sitegen.edition import Edition
from sitegen.figures import Figure, Figures, Freshness, Missing, clear_change, freshness, newest
from sitegen.model.basics.address import Address, SeriesId
from sitegen.pages.context import Context
from sitegen.tokens import Pair, colours

_COLOURS = "colours of entities"


def latest_of(context: Context, id: SeriesId) -> Figure | Missing:
    """The newest value of a series: that of the period which ends last, whatever its length."""
    return context.recalled(f"latest of {id}", partial(_latest, id))


def change_of(context: Context, address: Address) -> Figure | Missing:
    """The change of a value on the year before."""
    return context.recalled(f"change of {address}", partial(_change, address))


def periods_of(context: Context, id: SeriesId) -> int:
    """In how many periods a series has a reported value that counts."""
    return context.recalled(f"periods of {id}", partial(_periods, id))


def regular_of(context: Context, id: SeriesId) -> int:
    """In how many periods of its own cadence a series has a reported value that counts."""
    return context.recalled(f"regular periods of {id}", partial(_regular, id))


def freshness_of(context: Context, id: SeriesId) -> Freshness:
    """How fresh a series is on the day of the edition."""
    day = context.edition.day
    return context.recalled(f"freshness of {id} on {day}", partial(_freshness, id, day))


def disputed_in(context: Context, id: SeriesId) -> int:
    """At how many addresses of a series there are values that do not agree."""
    return context.recalled(f"disputed in {id}", partial(_disputed, id))


def colours_of(context: Context) -> Mapping[str, Pair]:
    """Every colour for light and dark, by the name of its CSS variable."""
    return colours(context.tracker.site.accent, context.recalled(_COLOURS, _colours))


def colours_in(edition: Edition) -> Mapping[str, Pair]:
    """The same, for what is no page."""
    return colours(edition.tracker.site.accent, edition.recall.of(_COLOURS, _colours).value)


def _colours(figures: Figures) -> dict[str, Pair]:
    return dict(palette(figures.tracker))


def _latest(id: SeriesId, figures: Figures) -> Figure | Missing:
    return figures.answer(Address(*id, newest(figures, id) or "latest"))


def _change(address: Address, figures: Figures) -> Figure | Missing:
    return clear_change(figures, figures.answer(address), "year")


def _periods(id: SeriesId, figures: Figures) -> int:
    return len(figures.evidence.periods(id))


def _regular(id: SeriesId, figures: Figures) -> int:
    cadence = figures.tracker.series[id].cadence
    return sum(period.cadence == cadence for period in figures.evidence.periods(id))


def _freshness(id: SeriesId, day: date | None, figures: Figures) -> Freshness:
    return freshness(figures, figures.tracker.series[id], day)


def _disputed(id: SeriesId, figures: Figures) -> int:
    answers = (figures.answer(Address(*id, period)) for period in figures.evidence.periods(id))
    return sum(isinstance(answer, Figure) and answer.disagree for answer in answers)

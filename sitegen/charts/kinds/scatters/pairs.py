"""The entities of `scatter` with their two figures, and whether these can stand along one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.charts.left.out import OUT, left_out
from sitegen.figures import Figures, differences, odd_one
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.periods import say_period
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import CADENCES, Period
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem


class Pair(NamedTuple):
    """An entity with its two figures."""

    entity: str
    x: Figure
    y: Figure

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the two, once if they are one."""
        found = (f.address.period for f in (self.x, self.y) if f.address is not None)
        return tuple(dict.fromkeys(period for period in found if isinstance(period, Period)))


def pairs_of(chart: Chart, metrics: tuple[str, str], figures: Figures) -> tuple[list[Pair], list[Problem]]:
    """The entities that have both values, and a warning for each that has not."""
    pairs: list[Pair] = []
    left: list[Problem] = []
    for number, entity in enumerate(chart.entities):
        answers = _answers(chart, entity, metrics, figures)
        x, y = answers
        if isinstance(x, Figure) and isinstance(y, Figure):
            pairs.append(Pair(entity, x, y))
            continue
        why = "; ".join(dict.fromkeys(answer.reason for answer in answers if isinstance(answer, Missing)))
        fix = f"a point needs both values: add what is missing, or {OUT}"
        left.append(left_out(chart.at("entities", number), f'"{entity}"', why, fix))
    return pairs, left


def _answers(
    chart: Chart, entity: str, metrics: tuple[str, str], figures: Figures
) -> tuple[Figure | Missing, Figure | Missing]:
    """The two answers in the period from … to; else in the latest in which both have one, else the latest of each."""
    x, y = ((entity, metric) for metric in metrics)
    given = [period for period in (chart.first, chart.last) if period is not None]
    if given:
        period = given[0] if given[0] == given[-1] else Period(given[0].first, given[-1].last)
        return figures.answer(Address(*x, period)), figures.answer(Address(*y, period))
    if (latest := _latest(x, y, figures)) is not None:
        return figures.answer(Address(*x, latest)), figures.answer(Address(*y, latest))
    return figures.answer(Address(*x, "latest")), figures.answer(Address(*y, "latest"))


def _latest(x: SeriesId, y: SeriesId, figures: Figures) -> Period | None:
    """The latest period in which both series have an answer, if there are several one of their cadence."""
    cadence = max((figures.tracker.series[each].cadence for each in (x, y)), key=CADENCES.index)
    known = {period for each in (x, y) for period in figures.evidence.periods(each)}
    both = [p for p in known if all(isinstance(figures.answer(Address(*each, p)), Figure) for each in (x, y))]
    return max(both, key=lambda p: (p.last, p.cadence == cadence, p.first), default=None)


def mixed_in(chart: Chart, pairs: Sequence[Pair], tracker: Tracker) -> Iterator[Problem]:
    """Values of one axis that differ in region, basis or length of time, and of one point that are of two periods."""
    if chart.mixed:
        return
    hint = "say why they may stand together: mixed: <reason>"
    for along in ([pair.x for pair in pairs], [pair.y for pair in pairs]):
        some = [figure.address for figure in along]
        series = [tracker.series[a.series] for a in some if a is not None]
        spans = [a.period for a in some if a is not None and isinstance(a.period, Period)]
        if differs := differences(series, tracker.places, spans):
            apart = chart.names(odd_one({s.id: (s.region, s.basis) for s in series}))
            yield Problem(apart, "mixed-bases", f"the values along one axis differ in {differs}", hint)
    for pair in pairs:
        if len(pair.periods) > 1:
            when = " and ".join(say_period(period, tracker.site.locale) for period in pair.periods)
            message = f"the two values of {tracker.entities[pair.entity].name} are of two periods: {when}"
            place = chart.at("entities", chart.entities.index(pair.entity))
            yield Problem(place, "mixed-bases", message, hint)

"""The answer to an address: what was observed, else what is worked out, else a sum of shorter periods, else missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from msgspec import structs

from sitegen.figures.figure import Figure, Missing, Why
from sitegen.figures.values.choice import ON_REQUEST, change_of, counts, volume
from sitegen.figures.values.derivation import ending_with
from sitegen.figures.values.earlier import earlier, near
from sitegen.figures.values.evidence import Evidence
from sitegen.figures.values.parts import combined, on_last_day
from sitegen.figures.values.reported import change_figure, observed_figure
from sitegen.figures.values.wholes import contradiction, hulled, said_apart, sums
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.metric_kind import Rules
from sitegen.model.basics.period import CADENCES, Cadence, FinancialPeriod, Period
from sitegen.model.lives import outside
from sitegen.model.metric import Metric
from sitegen.model.series import ChangeKind, Observation
from sitegen.model.tracker import Tracker
from sitegen.model.worked import WorkedOut


class Figures:
    """The answers of one tracker. Answers are pure: asking twice gives the same, so they are kept.

    tracker: what is asked. evidence: its observations, in the order in which they would answer. chosen: answers that
    hold whatever else is said of their addresses.
    """

    def __init__(
        self, tracker: Tracker, evidence: Evidence | None = None, chosen: Mapping[Address, Figure] | None = None
    ) -> None:
        self.tracker = tracker
        self.evidence = evidence or Evidence(tracker)
        self._chosen = chosen or {}
        self._answers: dict[Address, Figure | Missing] = {**self._chosen}

    def choosing(self, chosen: Mapping[Address, Figure]) -> Figures:
        """The same figures where some addresses have a given answer."""
        return Figures(self.tracker, self.evidence, chosen)

    def answer(self, address: Address) -> Figure | Missing:
        """The figure at an address, its `latest…` resolved; or Missing with the reason in words."""
        if address not in self._answers:
            placed = self.placed(address)
            self._answers[address] = self._chosen[placed] if placed in self._chosen else self._find(placed)
        return self._answers[address]

    def placed(self, address: Address) -> Address:
        """The address with its period on the calendar of its series; `latest` and what no calendar knows stay."""
        one = self.tracker.series.get(address.series)
        if one is None or (one.calendar is None and isinstance(address.period, FinancialPeriod)):
            return address
        placed = address.on(one.calendar)
        if isinstance(placed.period, Period) and isinstance(address.period, FinancialPeriod):
            return structs.replace(placed, period=near(placed.period, self.evidence.by_period(one.id)))
        return placed

    def earlier(self, address: Address, kind: ChangeKind) -> Address | None:
        """The address of the period before, or of the year before; None where no such period is."""
        assert isinstance(address.period, Period)  # the caller has seen to it
        declared = address.series in self.tracker.series
        period = earlier(address.period, kind, self.evidence.periods(address.series) if declared else ())
        return None if period is None else structs.replace(address, period=period)

    def observations(self, series: SeriesId, period: Period) -> tuple[Observation, ...]:
        """The reported values that count in a period of a declared series, the answering one first."""
        return self.evidence.at(series, period, volume)

    def sums(self, address: Address) -> tuple[Figure, ...]:
        """What shorter periods of the series add up to, however they are chosen: as `wholes.sums` says.

        Published values before those that are worked out; () if none add up, or if values of the metric never do.
        """
        series, period = address.series, address.period
        if not isinstance(period, Period) or series not in self.tracker.series or not self.rules(series).over_time:
            return ()
        parts = self.inside(address, self.evidence.periods(series))
        worked = self.evidence.worked_out(series)
        return sums(period, parts, partial(self._combined, address)) or (
            sums(period, parts | self.inside(address, worked), partial(self._combined, address)) if worked else ()
        )

    def inside(self, address: Address, periods: Iterable[Period]) -> dict[Period, Figure]:
        """The answers for those of the periods that lie inside that of an address."""
        whole = address.period
        assert isinstance(whole, Period)  # the caller has seen to it
        answers = {
            p: self.answer(structs.replace(address, period=p)) for p in periods if whole.contains(p) and p != whole
        }
        return {period: answer for period, answer in answers.items() if isinstance(answer, Figure)}

    def latest(self, series: SeriesId, cadence: Cadence, source: str | None = None) -> Period | None:
        """The latest period as long as one of that cadence that has an answer made of reported values, or None.

        It is one that is observed, on whatever calendar, or the sum of shorter ones on the calendar of the series.
        """
        known = (*self.evidence.periods(series), *self.evidence.worked_out(series))
        calendar = self.tracker.series[series].calendar
        sums = {Period.of(cadence, period.last, calendar) for period in known}
        alike = {period for period in known if period.cadence == cadence}
        for period in sorted(alike | sums, key=lambda p: (p.last, p.first), reverse=True):
            figure = self.answer(Address(*series, period, source))
            if isinstance(figure, Figure) and figure.status not in ON_REQUEST:
                return period
        return None

    def label(self, series: SeriesId) -> str:
        """The series in words: the entity's name and what is measured, as in "Acme sales"."""
        return self.tracker.label(series)

    def reported_change(self, address: Address, kind: ChangeKind) -> Figure | None:
        """The change that a source reports for the address (its own source only, if it names one), or None."""
        if not isinstance(address.period, Period) or address.series not in self.tracker.series:
            return None
        found = self.evidence.at(address.series, address.period, change_of(kind), address.source)
        return self.change_figure(found[0], address, kind, found[1:]) if found else None

    def change_figure(
        self, observation: Observation, address: Address, kind: ChangeKind, rivals: tuple[Observation, ...] = ()
    ) -> Figure:
        """The change that an observation reports, as a figure: in percent, points or the metric's unit, by its kind."""
        metric, label = self._metric(address.series), self.label(address.series)
        return change_figure(metric, label, observation, address, kind, rivals)

    def observed_figure(
        self, observation: Observation, address: Address, rivals: tuple[Observation, ...] = ()
    ) -> Figure:
        """The value that an observation reports, as a figure."""
        return observed_figure(self._metric(address.series), self.label(address.series), observation, address, rivals)

    def sum_of_parts(self, address: Address) -> Figure | None:
        """What shorter periods add up to, whatever is reported for the whole; None if none do.

        Where they contradict each other it is None, or their hull once that is accepted on the series.
        """
        found = self.sums(address)
        if contradiction(found) is None:
            return found[0] if found else None
        accepted = "parts-disagree" in self.tracker.series[address.series].accepted
        return hulled(found) if accepted else None

    def worked_out(self, address: Address) -> Figure | None:
        """What is worked out for an address as a figure, whatever is published for it; None if a part has no value."""
        if not isinstance(address.period, Period):
            return None
        worked = self.evidence.worked_out(address.series).get(address.period)
        inputs = () if worked is None else tuple(self.published(term.address) for term in worked.terms)
        known = tuple(figure for figure in inputs if figure is not None)
        return self._combined(address, known, worked) if known and len(known) == len(inputs) else None

    def published(self, address: Address) -> Figure | None:
        """The value that a source reports for an address, no estimate, target or restated one, or None."""
        if address in self._chosen:
            return self._chosen[address]
        assert isinstance(address.period, Period)  # `latest` names no published value
        found = self.evidence.at(address.series, address.period, volume, address.source)
        figure = self._observed(address, tuple(observation for observation in found if counts(observation)))
        return None if figure is None or figure.restated else figure

    def _observed(self, address: Address, found: tuple[Observation, ...]) -> Figure | None:
        """The first of the values found for an address, beside all that count; None if there is none."""
        if not found or not isinstance(address.period, Period):
            return None
        if found[0] in self.evidence.restated(address.series, address.period):
            return structs.replace(self.observed_figure(found[0], address), restated=True)
        counted = self.observations(address.series, address.period)
        return self.observed_figure(found[0], address, tuple(o for o in counted if o != found[0]))

    def _combined(self, address: Address, inputs: tuple[Figure, ...], worked: WorkedOut | None = None) -> Figure | None:
        return combined(address, self.label(address.series), self._metric(address.series), inputs, worked)

    def _find(self, address: Address) -> Figure | Missing:
        if address.series not in self.tracker.series:
            return Missing(address, f'no series "{address.entity}.{address.metric}" is declared')
        if isinstance(address.period, FinancialPeriod):
            return Missing(address, f"no calendar says when {address.period} begins")
        if not isinstance(address.period, Period):
            return self._find_latest(address)
        found = self.evidence.at(address.series, address.period, volume, address.source)
        if (observed := self._observed(address, found)) is not None:
            return observed
        if address.source is None and (made := self._made(address, address.period)) is not None:
            return made
        there = self.evidence.by_period(address.series).get(address.period, ())
        by = (observation for observation in there if address.source in (None, observation.source))
        gone = outside(self.tracker.entities, address.entity, address.period)
        return Missing(address, self.evidence.why_missing(address, address.period), _why(by), gone)

    def _made(self, address: Address, period: Period) -> Figure | Missing | None:
        """What is worked out, a sum of shorter periods, or the value of a stock on the last day; None without any."""
        if (made := self.worked_out(address) or self.sum_of_parts(address)) is not None:
            return made
        if (apart := contradiction(self.sums(address))) is not None:
            return Missing(address, f"the parts contradict each other: {said_apart(*apart, self.tracker)}", "apart")
        if self._metric(address.series).kind != "stock":
            return None
        same = ending_with(period, self.evidence.periods(address.series))
        answers = (self.published(structs.replace(address, period=other)) for other in same)
        return next((on_last_day(figure, address) for figure in answers if figure is not None), None)

    def _find_latest(self, address: Address) -> Figure | Missing:
        assert isinstance(address.period, str)  # the caller has seen to it
        cadence = _CADENCES.get(address.period, self.tracker.series[address.series].cadence)
        period = self.latest(address.series, cadence, address.source)
        if period is None and address.source is not None:
            known = address.source in self.tracker.sources
            gives = f"gives no value for any {cadence}" if known else "is not known"
            return Missing(address, f'the source "{address.source}" {gives}')
        if period is None:
            reason = f"none of our documents gives a value for any {cadence}"
            return Missing(address, reason, _why(self.tracker.series[address.series].observations))
        return self.answer(structs.replace(address, period=period))

    def rules(self, series: SeriesId) -> Rules:
        """What the values of a declared series bear."""
        return self._metric(series).rules

    def _metric(self, series: SeriesId) -> Metric:
        return self.tracker.metrics[series[1]]


def _why(there: Iterable[Observation]) -> Why:
    """Why none of some observations answers."""
    uses = {observation.use for observation in there if observation.amount is not None}
    return "documents" if not uses else "unused" if uses == {"deprecated"} else "target"


_CADENCES: Mapping[str, Cadence] = {f"latest-{cadence}": cadence for cadence in CADENCES}

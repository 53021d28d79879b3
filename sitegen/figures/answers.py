"""The answer to an address: what was observed, else what is worked out, else a sum of shorter periods, else missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitegen.figures.bearing import change_unit
from sitegen.figures.choice import ON_REQUEST, change_of, counts, disagree, volume
from sitegen.figures.derivation import tiling
from sitegen.figures.evidence import Evidence
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.parts import combined
from sitegen.model.address import Address, SeriesId
from sitegen.model.amount import digits_after
from sitegen.model.metric import Metric
from sitegen.model.metric_kind import Rules
from sitegen.model.period import Cadence, Period
from sitegen.model.series import ChangeKind, Observation
from sitegen.model.tracker import Tracker
from sitegen.model.worked import WorkedOut

CHANGES: Mapping[ChangeKind, str] = {
    "year": "change on the year before",
    "previous": "change on the period before",
}


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
            self._answers[address] = self._find(address)
        return self._answers[address]

    def observations(self, series: SeriesId, period: Period) -> tuple[Observation, ...]:
        """The reported values that count in a period of a declared series, the answering one first."""
        return self.evidence.at(series, period, volume)

    def parts(self, series: SeriesId, period: Period) -> tuple[Period, ...]:
        """The shorter periods whose values add up to the period; () if none do or the metric does not add up.

        Published values before those that are worked out.
        """
        if series not in self.tracker.series or not self._metric(series).rules.over_time:
            return ()
        published = self.evidence.periods(series)
        if found := tiling(period, published):
            return found
        worked = [p for p in self.evidence.worked_out(series) if self.worked_out(Address(*series, p)) is not None]
        return tiling(period, {*published, *worked}) if worked else ()

    def latest(self, series: SeriesId, cadence: Cadence, source: str | None = None) -> Period | None:
        """The latest period of that cadence that has an answer made of reported values, or None."""
        known = (*self.evidence.periods(series), *self.evidence.worked_out(series))
        ends = {Period.of(cadence, period.last) for period in known}
        for period in sorted(ends, reverse=True):
            figure = self.answer(Address(*series, period, source))
            if isinstance(figure, Figure) and figure.status not in ON_REQUEST:
                return period
        return None

    def label(self, series: SeriesId) -> str:
        """The series in words: the entity's name and what is measured, as in "AITO deliveries"."""
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
        read, (unit, metric_kind) = change_of(kind), change_unit(self._metric(address.series))
        amounts = [amount for o in (observation, *rivals) if (amount := read(o)) is not None]
        return Figure(
            amount=amounts[0],
            unit=unit,
            metric_kind=metric_kind,
            decimals=max(1, digits_after(amounts[0].value)),
            kind="change",
            label=f"{self.label(address.series)}, {CHANGES[kind]}",
            status=observation.status,
            signed=True,
            address=address,
            observation=observation,
            rivals=rivals,
            disagree=disagree(amounts),
            operation=CHANGES[kind],
        )

    def observed_figure(
        self, observation: Observation, address: Address, rivals: tuple[Observation, ...] = ()
    ) -> Figure:
        """The value that an observation reports, as a figure."""
        metric = self._metric(address.series)
        amounts = [o.amount for o in (observation, *rivals) if o.amount is not None]
        return Figure(
            amount=amounts[0],
            unit=metric.unit,
            decimals=metric.decimals,
            kind="observed",
            metric_kind=metric.kind,
            label=self.label(address.series),
            status=observation.status,
            address=address,
            observation=observation,
            rivals=rivals,
            disagree=disagree(amounts),
        )

    def sum_of_parts(self, address: Address) -> Figure | None:
        """The sum of shorter periods as a figure, whatever is reported for the whole; None if none add up to it."""
        if not isinstance(address.period, Period):
            return None
        answers = [self.answer(replace(address, period=p)) for p in self.parts(address.series, address.period)]
        inputs = tuple(figure for figure in answers if isinstance(figure, Figure))
        if not inputs:
            return None
        return self._combined(address, inputs, None)

    def worked_out(self, address: Address) -> Figure | None:
        """What is worked out for an address as a figure, whatever is published for it; None if a part has no value."""
        if not isinstance(address.period, Period):
            return None
        worked = self.evidence.worked_out(address.series).get(address.period)
        inputs = () if worked is None else tuple(self.published(term.address) for term in worked.terms)
        known = tuple(figure for figure in inputs if figure is not None)
        return self._combined(address, known, worked) if known and len(known) == len(inputs) else None

    def published(self, address: Address) -> Figure | None:
        """The value that a source reports for an address, neither an estimate nor a target, or None."""
        if address in self._chosen:
            return self._chosen[address]
        assert isinstance(address.period, Period)  # `latest` names no published value
        found = self.evidence.at(address.series, address.period, volume, address.source)
        return self._observed(address, tuple(observation for observation in found if counts(observation)))

    def _observed(self, address: Address, found: tuple[Observation, ...]) -> Figure | None:
        """The first of the values found for an address, beside all that count; None if there is none."""
        if not found or not isinstance(address.period, Period):
            return None
        counted = self.observations(address.series, address.period)
        return self.observed_figure(found[0], address, tuple(o for o in counted if o != found[0]))

    def _combined(self, address: Address, inputs: tuple[Figure, ...], worked: WorkedOut | None) -> Figure | None:
        return combined(address, self.label(address.series), self._metric(address.series), inputs, worked)

    def _find(self, address: Address) -> Figure | Missing:
        if address.series not in self.tracker.series:
            return Missing(address, f'no series "{address.entity}.{address.metric}" is declared')
        if not isinstance(address.period, Period):
            return self._find_latest(address)
        found = self.evidence.at(address.series, address.period, volume, address.source)
        if (observed := self._observed(address, found)) is not None:
            return observed
        made = None if address.source is not None else self.worked_out(address) or self.sum_of_parts(address)
        if made is not None:
            return made
        held = any(o.amount is not None for o in self.evidence.by_period(address.series).get(address.period, ()))
        return Missing(address, self.evidence.why_missing(address, address.period), held)

    def _find_latest(self, address: Address) -> Figure | Missing:
        assert not isinstance(address.period, Period)  # the caller has seen to it
        cadence = _CADENCES.get(address.period, self.tracker.series[address.series].cadence)
        period = self.latest(address.series, cadence, address.source)
        if period is None and address.source is not None:
            known = address.source in self.tracker.sources
            gives = f"gives no value for any {cadence}" if known else "is not known"
            return Missing(address, f'the source "{address.source}" {gives}')
        if period is None:
            return Missing(address, f"none of our documents gives a value for any {cadence}")
        return self.answer(replace(address, period=period))

    def rules(self, series: SeriesId) -> Rules:
        """What the values of a declared series bear."""
        return self._metric(series).rules

    def _metric(self, series: SeriesId) -> Metric:
        return self.tracker.metrics[series[1]]


_CADENCES: Mapping[str, Cadence] = {
    "latest-year": "year",
    "latest-half": "half",
    "latest-quarter": "quarter",
    "latest-month": "month",
}

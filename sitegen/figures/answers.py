"""The answer to an address: what was observed, or the sum of shorter periods, or missing and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from sitegen.figures.choice import ON_REQUEST, change_of, disagree, volume
from sitegen.figures.derivation import tiling
from sitegen.figures.evidence import Evidence
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.uncertainty import settle, total
from sitegen.model.address import Address, SeriesId
from sitegen.model.amount import digits_after
from sitegen.model.period import Cadence, Period
from sitegen.model.tracker import Tracker
from sitegen.model.words import ChangeKind, Metric, Observation, Status

CHANGES: Mapping[ChangeKind, str] = {
    "year": "change on the year before",
    "previous": "change on the period before",
}


class Figures:
    """The answers of one tracker. Answers are pure: asking twice gives the same, so they are kept.

    tracker: what is asked. evidence: its observations, in the order in which they would answer.
    """

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker
        self.evidence = Evidence(tracker)
        self._answers: dict[Address, Figure | Missing] = {}

    def answer(self, address: Address) -> Figure | Missing:
        """The figure at an address, its `latest…` resolved; or Missing with the reason in words."""
        if address not in self._answers:
            self._answers[address] = self._find(address)
        return self._answers[address]

    def observations(self, series: SeriesId, period: Period) -> tuple[Observation, ...]:
        """The reported values that count in a period of a declared series, the answering one first."""
        return self.evidence.at(series, period, volume)

    def parts(self, series: SeriesId, period: Period) -> tuple[Period, ...]:
        """The shorter periods whose values add up to the period; () if none do or the metric does not add up."""
        if series not in self.tracker.series or not self._metric(series).additive:
            return ()
        return tiling(period, self.evidence.periods(series))

    def latest(self, series: SeriesId, cadence: Cadence, source: str | None = None) -> Period | None:
        """The latest period of that cadence that has an answer made of reported values, or None."""
        ends = {Period.of(cadence, period.last) for period in self.evidence.periods(series)}
        for period in sorted(ends, reverse=True):
            figure = self.answer(Address(*series, period, source))
            if isinstance(figure, Figure) and figure.status not in ON_REQUEST:
                return period
        return None

    def label(self, series: SeriesId) -> str:
        """The series in words: the entity's name and what is measured, as in "AITO deliveries"."""
        entity, metric = self.tracker.entities[series[0]], self._metric(series)
        words = metric.label
        return f"{entity.name} {words[:1].lower() + words[1:] if words[1:2].islower() else words}"

    def reported_change(self, address: Address, kind: ChangeKind) -> Figure | None:
        """The change that a source reports for the address (its own source only, if it names one), or None."""
        if not isinstance(address.period, Period) or address.series not in self.tracker.series:
            return None
        found = self.evidence.at(address.series, address.period, change_of(kind), address.source)
        return self.change_figure(found[0], address, kind, found[1:]) if found else None

    def change_figure(
        self, observation: Observation, address: Address, kind: ChangeKind, rivals: tuple[Observation, ...] = ()
    ) -> Figure:
        """The change that an observation reports, as a figure: percent, or points where the metric is in percent."""
        read = change_of(kind)
        amounts = [amount for o in (observation, *rivals) if (amount := read(o)) is not None]
        return Figure(
            amount=amounts[0],
            unit="points" if self._metric(address.series).unit == "percent" else "percent",
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
        metric = self._metric(address.series)
        amounts = [figure.amount for figure in inputs]
        values = [amount.value for amount in amounts if amount.value is not None]
        value = sum(values, Decimal(0)) if len(values) == len(amounts) else None
        floor = None if metric.negative else Decimal(0)
        amount = settle(value, total(a.interval for a in amounts), amounts, floor)
        if amount is None:
            return None
        return Figure(
            amount=amount,
            unit=metric.unit,
            decimals=metric.decimals,
            kind="derived",
            label=self.label(address.series),
            status=joint_status(inputs),
            address=address,
            inputs=inputs,
            operation="sum of shorter periods",
        )

    def _find(self, address: Address) -> Figure | Missing:
        if address.series not in self.tracker.series:
            return Missing(address, f'no series "{address.entity}.{address.metric}" is declared')
        if not isinstance(address.period, Period):
            return self._find_latest(address)
        found = self.evidence.at(address.series, address.period, volume, address.source)
        if found:
            counted = self.observations(address.series, address.period)
            return self.observed_figure(found[0], address, tuple(o for o in counted if o != found[0]))
        derived = None if address.source is not None else self.sum_of_parts(address)
        return derived or Missing(address, self.evidence.why_missing(address, address.period))

    def _find_latest(self, address: Address) -> Figure | Missing:
        assert not isinstance(address.period, Period)  # the caller has seen to it
        cadence = _CADENCES.get(address.period, self.tracker.series[address.series].cadence)
        period = self.latest(address.series, cadence, address.source)
        if period is None and address.source is not None:
            known = address.source in self.tracker.sources
            gives = f"gives no value for any {cadence}" if known else "is not known"
            return Missing(address, f'the source "{address.source}" {gives}')
        if period is None:
            return Missing(address, f"no {cadence} has a value yet")
        return self.answer(replace(address, period=period))

    def _metric(self, series: SeriesId) -> Metric:
        return self.tracker.metrics[series[1]]


def joint_status(inputs: tuple[Figure, ...]) -> Status:
    """The weakest status among the inputs: a target before an estimate before a provisional value."""
    for status in _WEAKEST:
        if any(figure.status == status for figure in inputs):
            return status
    return "reported"


_WEAKEST: tuple[Status, ...] = ("target", "estimated", "provisional")
_CADENCES: Mapping[str, Cadence] = {
    "latest-year": "year",
    "latest-half": "half",
    "latest-quarter": "quarter",
    "latest-month": "month",
}

"""The observations of a tracker by series and period: which count, in the order in which they would answer."""

from __future__ import annotations

from sitegen.figures.lives import why_outside
from sitegen.figures.periods import with_article
from sitegen.figures.values.choice import AmountOf, change_of, counts, once, ordered, stands, volume
from sitegen.figures.values.standing import fallen, restated
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.series import ChangeKind, Observation
from sitegen.model.tracker import Tracker
from sitegen.model.worked import WorkedOut


class Evidence:
    """What the sources of one tracker say. Every answer is pure, and what is asked often is kept."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._grouped: dict[SeriesId, dict[Period, tuple[Observation, ...]]] = {}
        self._periods: dict[SeriesId, tuple[Period, ...]] = {}
        self._worked: dict[SeriesId, dict[Period, WorkedOut]] = {}
        self._changes: dict[SeriesId, dict[Cadence | None, set[ChangeKind]]] = {}

    def at(
        self, series: SeriesId, period: Period, amount_of: AmountOf, source: str | None = None
    ) -> tuple[Observation, ...]:
        """The observations that may answer, the one that answers first; each document once.

        Without a source: reported ones. With a source: its own, estimates and targets too. amount_of:
        what is asked of them, `volume` or `change_of(…)`. The series must be declared.
        """
        sources = self._tracker.sources
        there = [o for o in self.by_period(series).get(period, ()) if amount_of(o) is not None]
        down = fallen(there, sources)
        if source is not None:
            own = (o for o in there if stands(o) and o.source == source and o not in down)
            return ordered(own, amount_of, sources)
        down |= restated(there, sources)
        return once(ordered((o for o in there if counts(o) and o not in down), amount_of, sources), sources)

    def restated(self, series: SeriesId, period: Period) -> frozenset[Observation]:
        """The observations of a declared series in a period that were restated."""
        return restated(self.by_period(series).get(period, ()), self._tracker.sources)

    def use(self, series: SeriesId, observation: Observation) -> tuple[str, str]:
        """What an observation is used as, and why: its own `use` and reason, or `restated`, or down with its origin."""
        there, sources = self.by_period(series).get(observation.period, ()), self._tracker.sources
        say = self._tracker.site.locale.say
        if stands(observation) and observation in fallen(there, sources):
            return "deprecated", say("use.relayed")
        if observation in restated(there, sources):
            return "restated", say("use.restated")
        return observation.use, observation.reason or ""

    def periods(self, series: SeriesId) -> tuple[Period, ...]:
        """The periods in which a declared series has a reported value that counts, in order."""
        if series not in self._periods:
            found = self.by_period(series)
            self._periods[series] = tuple(sorted(p for p in found if self.at(series, p, volume)))
        return self._periods[series]

    def worked_out(self, series: SeriesId) -> dict[Period, WorkedOut]:
        """What follows from the published values of a declared series, by the period for which it does."""
        if series not in self._worked:
            self._worked[series] = {worked.period: worked for worked in self._tracker.series[series].worked_out}
        return self._worked[series]

    def changes(self, series: SeriesId) -> dict[Cadence | None, set[ChangeKind]]:
        """The changes that the sources of a declared series report, by the length of the periods."""
        if series not in self._changes:
            found: dict[Cadence | None, set[ChangeKind]] = {}
            for observation in self._tracker.series[series].observations:
                found.setdefault(observation.period.cadence, set()).update(observation.change)
            self._changes[series] = found
        return self._changes[series]

    def by_period(self, series: SeriesId) -> dict[Period, tuple[Observation, ...]]:
        """All observations of a declared series, deprecated ones too, in the order of the input."""
        if series not in self._grouped:
            grouped: dict[Period, tuple[Observation, ...]] = {}
            for observation in self._tracker.series[series].observations:
                grouped[observation.period] = (*grouped.get(observation.period, ()), observation)
            self._grouped[series] = grouped
        return self._grouped[series]

    def why_missing(self, address: Address, period: Period) -> str:
        """Why no value answers, in words for editors and readers."""
        when = self._when(period)
        if (held := self._held(address, period, volume, "value")) is not None:
            return held
        if (gone := why_outside(self._tracker, address.entity, period)) is not None:
            return gone
        if address.source is not None:
            return f'the source "{address.source}" gives no value for {when}'
        return f"none of our documents gives a value for {when}{self._beside(address, period)}"

    def _beside(self, address: Address, period: Period) -> str:
        """That there is a value for a period as long on another calendar that ends in this one; "" if there is none."""
        ends = (p for p in self.periods(address.series) if p.cadence == period.cadence and p != period)
        found = next((other for other in ends if period.first <= other.last <= period.last), None)
        return "" if found is None else f", but one for {with_article(found, self._tracker.site.locale)}"

    def why_no_change(self, address: Address, period: Period, kind: ChangeKind) -> str | None:
        """Why no change that a document gives answers; None where none of them gives any."""
        return self._held(address, period, change_of(kind), "change")

    def _held(self, address: Address, period: Period, amount_of: AmountOf, name: str) -> str | None:
        """Why nothing counts of what our documents give; None where they give nothing. name: what is asked of them."""
        when = self._when(period)
        there = [o for o in self.by_period(address.series).get(period, ()) if amount_of(o) is not None]
        if address.source is not None:
            own = any(o.source == address.source for o in there)
            return f'the {name} of "{address.source}" for {when} is deprecated' if own else None
        down = fallen(there, self._tracker.sources)
        if any(stands(o) and o not in down for o in there):
            return f"there is only an estimate or a target for {when}"
        return f"every {name} for {when} is deprecated" if there else None

    def _when(self, period: Period) -> str:
        return with_article(period, self._tracker.site.locale)

"""One value that is to be added, and how it stands to the values that are there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from sitegen.editing.scalars import Fields
from sitegen.figures import Figures
from sitegen.figures.values.choice import ON_REQUEST, counts, stands, volume
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import Amount, Bound, make_amount
from sitegen.model.basics.period import Period
from sitegen.model.metric import Metric
from sitegen.model.series import Observation, Status, Use
from sitegen.model.source import Source, document
from sitegen.value import Value

Kind = Literal["new", "equal", "rival", "restated"]


class Row(Value, frozen=True, eq=False, kw_only=True):
    """A value of a series in a period from a source; source: its id. written: how the period is called in the file.

    value: a number, or the two ends of a range. within: of an approximate value. The rest is as in an observation.
    """

    series: SeriesId
    period: Period
    written: str
    value: Decimal | tuple[Decimal, Decimal]
    source: str
    bound: Bound = "exact"
    within: Decimal | None = None
    use: Use | None = None
    reason: str | None = None
    status: Status = "reported"
    replaces: str | None = None
    note: str | None = None
    at: str | None = None
    accepted: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Its address."""
        return str(Address(*self.series, self.period))

    def amount(self, metric: Metric) -> Amount:
        """What it says; raises ValueError, with a sentence for an editor, if its parts do not go together."""
        low, high = self.value if isinstance(self.value, tuple) else (None, None)
        single = None if isinstance(self.value, tuple) else self.value
        allowed = metric.negative
        bound: Bound = "range" if single is None and self.bound == "exact" else self.bound
        return make_amount(
            single,
            low=low,
            high=high,
            bound=bound,
            within=self.within,
            negative_allowed=allowed,
            whole=not metric.divisible,
        )

    def fields(self) -> Fields:
        """The keys of the observation, in the order in which they are written."""
        low_high = self.value if isinstance(self.value, tuple) else None
        value: str | Fields = {"low": f"{low_high[0]:f}", "high": f"{low_high[1]:f}"} if low_high else f"{self.value:f}"
        given: dict[str, str | Fields | None] = {
            "value": value,
            "bound": None if self.bound in ("exact", "range") else self.bound,
            "within": None if self.within is None else f"{self.within:f}",
            "status": None if self.status == "reported" else self.status,
            "source": self.source,
            "at": self.at,
            "use": self.use,
            "reason": self.reason,
            "replaces": self.replaces,
            "note": self.note,
            "accepted": self.accepted or None,
        }
        return {key: each for key, each in given.items() if each is not None}


class Standing(Struct, frozen=True):
    """How a row stands to the values of its period.

    kind: `equal` says what its source says already, `rival` does not agree with others, `restated` replaces one.
    others: those that it does not agree with. own: one of them by the same publisher, which it may correct.
    """

    kind: Kind
    others: tuple[Observation, ...] = ()
    own: Observation | None = None

    @property
    def open(self) -> bool:
        """Whether somebody has to say which value is printed: it has rivals, and none of them is preferred."""
        return self.kind == "rival" and not any(other.use == "preferred" for other in self.others)


def standing(row: Row, source: Source, figures: Figures) -> Standing:
    """How a row from a source stands to what is there; raises ValueError as `Row.amount` does."""
    tracker = figures.tracker
    amount = row.amount(tracker.metrics[row.series[1]])
    there = figures.evidence.by_period(row.series).get(row.period, ())
    same = (o for o in there if document(tracker.sources[o.source].url) == document(source.url))
    if any(o.amount == amount and o.status == row.status for o in same):
        return Standing("equal")
    if row.replaces is not None:
        return Standing("restated", tuple(o for o in there if o.source == row.replaces))
    restated = figures.evidence.restated(row.series, row.period)
    standing = (o for o in there if counts(o) and stands(o) and o not in restated)
    others = tuple(o for o in standing if (said := volume(o)) and not said.interval.meets(amount.interval))
    if row.use == "deprecated" or row.status in ON_REQUEST or not others:
        return Standing("new")
    own = (o for o in others if tracker.sources[o.source].publisher.casefold() == source.publisher.casefold())
    return Standing("rival", others, next(own, None))

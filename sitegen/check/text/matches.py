"""Which datum a numeral says: the addresses of the things that a passage is about, with the values they have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct, structs

from sitegen.check.text.numerals import Numeral
from sitegen.figures import Figure, Figures, change, direction, say
from sitegen.figures.values.choice import stands
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import PERCENT, POINTS
from sitegen.model.series import CHANGE_KINDS
from sitegen.register.said import Subject


class Datum(Struct, frozen=True):
    """A value of the data: what gives it in an expression, its name, what it says, the numbers it may mean.

    size: the filter that gives a change without its sign, where the data are certain of its direction; else "".
    """

    expression: str
    name: str
    words: str
    values: tuple[Decimal, ...]
    percent: bool
    period: Period
    size: str = ""


class Matches:
    """Finds the data that numerals say; the data of a series are listed once."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._locale = figures.tracker.site.locale
        self._kept: dict[SeriesId, tuple[Datum, ...]] = {}

    def find(self, numeral: Numeral, subject: Subject) -> Datum | None:
        """The datum nearest to the numeral among those that it equals at its precision; of equal ones the latest.

        A whole number below ten is too common to say any.
        """
        if not numeral.percent and all(reading < 10 and reading % 1 == 0 for reading in numeral.readings):
            return None
        found = [
            (min(abs(abs(value) - reading) for value in datum.values for reading in numeral.readings), datum)
            for series in self._series(subject)
            for datum in self._data(series)
            if datum.percent == numeral.percent and any(map(numeral.equals, datum.values))
        ]
        return min(found, key=lambda pair: (pair[0], -pair[1].period.last.toordinal()))[1] if found else None

    def _series(self, subject: Subject) -> Iterator[SeriesId]:
        """The series of a subject: its own, then those of its entities and of what belongs to them."""
        entities = self._figures.tracker.entities
        family = set(subject.entities)
        while more := {e.id for e in entities.values() if family & {tie.entity for tie in e.parents}} - family:
            family |= more
        yield from dict.fromkeys(
            (*subject.series, *(series for series in self._figures.tracker.series if series[0] in family))
        )

    def _data(self, series: SeriesId) -> tuple[Datum, ...]:
        if series not in self._kept:
            self._kept[series] = tuple(self._listed(series))
        return self._kept[series]

    def _listed(self, series: SeriesId) -> Iterator[Datum]:
        """The answers of a series, their sums over longer periods, what single sources say, and the changes."""
        figures = self._figures
        observed, calendar = figures.evidence.by_period(series), figures.tracker.series[series].calendar
        sums = {whole for period in observed for whole in period.wholes(calendar)}
        for period in sorted({*observed, *sums}):
            address = Address(*series, period)
            answer = figures.answer(address)
            if isinstance(answer, Figure):
                yield self._datum(answer, f'fig("{address}")', str(address), period)
            for kind in CHANGE_KINDS:
                moved = change(figures, answer, kind)
                if isinstance(moved, Figure):
                    datum = self._datum(moved, f'fig("{address}") | change("{kind}")', f"a change of {address}", period)
                    yield structs.replace(datum, size=f" | {word}" if (word := direction(figures, moved)) else "")
            for observation in observed.get(period, ()):
                if stands(observation) and observation.amount is not None:
                    own = Address(*series, period, observation.source)
                    yield self._datum(figures.observed_figure(observation, own), f'fig("{own}")', str(own), period)

    def _datum(self, figure: Figure, expression: str, name: str, period: Period) -> Datum:
        values = tuple(_values(figure.amount))
        scale = figure.unit.scale
        scaled = tuple(value.scaleb(scale) for value in values) if scale else ()
        words = say(figure, self._locale)
        return Datum(expression, name, words, values + scaled, figure.unit in (PERCENT, POINTS), period)


def _values(amount: Amount) -> Iterator[Decimal]:
    """The number of an amount, or the ends of a range."""
    ends = (amount.interval.low, amount.interval.high) if amount.value is None else (amount.value,)
    yield from (end for end in ends if end is not None)

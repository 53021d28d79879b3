"""The check of reported totals against what their parts come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from sitegen.check.data.finding import Finding
from sitegen.figures import Figure, Figures, say
from sitegen.figures.values.derivation import heaviest
from sitegen.figures.values.parts import combined
from sitegen.figures.values.wholes import contradiction, said_apart
from sitegen.model.basics.address import Address
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.series import Series
from sitegen.problems import Place, Problem
from sitegen.register.said import Owner

_WHOLES: tuple[Cadence, ...] = ("month", "quarter", "half", "year")
_HINT = "look for a wrong value or definition; if both are right: accepted: {parts-disagree: why}"


def parts_disagree(figures: Figures, series: Series) -> Iterator[Finding]:
    """A total that does not fit what it is worked out to, or what the shorter periods of its series come to.

    Where nothing is reported, sums of shorter periods that contradict each other; of a stock, two values of one day.
    """
    worked = figures.evidence.worked_out(series.id)
    reported = {*figures.evidence.periods(series.id), *worked}
    wholes = _wholes({*reported, *_spanned(reported, series.calendar)})
    found_in: list[Period] = []
    for period in sorted({*wholes, *worked}, key=lambda p: (p.last - p.first, p)):
        if period in reported:
            found = list(_total(figures, series, period))
        elif any(period.contains(inner) for inner in found_in):
            continue  # a consequence of what is found in the shorter period
        else:
            found = list(_unreported(figures, series, period))
        found_in += [period] if found else []
        yield from found


def _wholes(periods: Iterable[Period]) -> Iterator[Period]:
    """Those of the periods in which another one lies."""
    earliest = date.max
    for period in sorted(periods, key=lambda p: (p.first, -p.last.toordinal()), reverse=True):
        if earliest <= period.last:
            yield period
        earliest = min(earliest, period.last)


def _spanned(reported: Iterable[Period], calendar: Calendar | None) -> Iterator[Period]:
    """The months, quarters, halves and years in which something is reported, financial ones too."""
    for period in reported:
        for each in {calendar, None}:
            yield from (Period.of(cadence, period.first, each).on(calendar) for cadence in _WHOLES)


def _total(figures: Figures, series: Series, period: Period) -> Iterator[Finding]:
    """What does not fit a total that is reported or worked out."""
    total = figures.answer(Address(*series.id, period))
    if not isinstance(total, Figure) or total.address is None:
        return
    worked = figures.evidence.worked_out(series.id)
    own = total.observation or worked[period]
    other = figures.worked_out(total.address) if total.worked is None else None
    if other is not None and not _meet(total, other):
        yield _apart(figures, total, f"{worked[period].words} come to", other, (worked[period], own, series))
    sums = [each for each in figures.sums(total.address) if all(part.worked is None for part in each.inputs)]
    apart = next((each for each in sums if not _meet(total, each)), None)
    if apart is not None:
        yield _apart(figures, total, f"{_names(apart)} add up to", apart, (own, series))
    elif (above := _above(figures, total)) is not None:
        word = "alone comes to" if len(above.inputs) == 1 else "alone come to"
        yield _apart(figures, total, f"{_names(above)} {word}", above, (own, series))
    elif (same := _same_day(figures, total)) is not None:
        yield _apart(figures, total, f"{_names(same)} ends on the same day with", same, (own, series))


def _unreported(figures: Figures, series: Series, period: Period) -> Iterator[Finding]:
    """Sums of shorter periods that contradict each other where nothing is reported for the whole."""
    address = Address(*series.id, period)
    apart = contradiction(figures.sums(address))
    if apart is not None:
        message = f"nothing is reported for {address}, and {said_apart(*apart, figures.tracker)}"
        yield _finding(series.place, message, (series,))


def _above(figures: Figures, total: Figure) -> Figure | None:
    """Parts of a total that come to more than it, though they need not cover it; None if it is no such total."""
    address, high = total.address, total.amount.interval.high
    assert address is not None  # it is an answer
    assert isinstance(address.period, Period)
    metric = figures.tracker.metrics[address.metric]
    if high is None or metric.negative or not metric.rules.over_time:
        return None
    inside = figures.inside(address, figures.evidence.periods(address.series))
    lows = {period: figure.amount.interval.low or Decimal(0) for period, figure in inside.items()}
    parts = heaviest(address.period, lows) if lows else ()
    made = combined(address, total.label, metric, tuple(inside[part] for part in parts), None) if parts else None
    return made if made is not None and total.amount.interval.below(made.amount.interval) else None


def _same_day(figures: Figures, total: Figure) -> Figure | None:
    """The value of a stock in a shorter period that ends on the same day and does not meet the total."""
    address = total.address
    assert address is not None  # it is an answer
    assert isinstance(address.period, Period)
    if figures.tracker.metrics[address.metric].kind != "stock":
        return None
    inside = figures.inside(address, figures.evidence.periods(address.series))
    same = (figure for period, figure in inside.items() if period.last == address.period.last)
    return next((figure for figure in same if not _meet(total, figure)), None)


def _meet(one: Figure, other: Figure) -> bool:
    return one.amount.interval.meets(other.amount.interval)


def _names(made: Figure) -> str:
    """The periods of the parts of a figure, or its own if it has none."""
    return ", ".join(str(part.address.period) for part in made.inputs or (made,) if part.address is not None)


def _apart(figures: Figures, total: Figure, what: str, made: Figure, owners: tuple[Owner, ...]) -> Finding:
    """A total and what its parts come to, which do not agree; the place is that of the first owner."""
    locale = figures.tracker.site.locale
    how = "is reported" if total.worked is None else "is worked out"
    message = f"{say(total, locale, whole=True)} {how} for {total.address}, but {what} {say(made, locale, whole=True)}"
    return _finding(owners[0].place, message, owners)


def _finding(place: Place, message: str, owners: tuple[Owner, ...]) -> Finding:
    return Finding(Problem(place, "parts-disagree", message, _HINT), owners)

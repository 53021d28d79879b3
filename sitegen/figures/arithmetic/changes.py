"""Changes: on the year before or the previous period, computed or as a source reports them."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic import uncertainty
from sitegen.figures.arithmetic.bearing import unit_of_change
from sitegen.figures.arithmetic.computing import FigureError, computed
from sitegen.figures.arithmetic.linear import amounts, merged, quotient, settled, terms_of, value_of
from sitegen.figures.figure import ANSWERS, Figure, Missing
from sitegen.figures.values.choice import change_of
from sitegen.figures.values.earlier import why_none
from sitegen.figures.values.reported import CHANGES
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import CEILINGS, FLOORS, HUNDRED, Interval
from sitegen.model.basics.metric_kind import RULES, MetricKind
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import PERCENT
from sitegen.model.series import ChangeKind

_NO_PERCENTAGE = "{} has no percentage"


def change(figures: Figures, figure: Figure | Missing, kind: ChangeKind) -> Figure | Missing:
    """The change on the year before or the previous period, as the kind of the metric states it.

    Computed where both ends answer; else as a source reports it; else Missing. Takes Missing too, for a
    change can be reported where no value is. A reported change that disagrees is the result's rival.
    """
    address = figure.address
    if address is None or (isinstance(figure, Figure) and figure.kind not in ANSWERS):
        raise FigureError(
            "a change is taken of an address, not of a computed figure",
            'write fig("entity.metric@period") | change("year")',
        )
    if not isinstance(address.period, Period):
        return Missing(address, "none of our documents gives a value")
    if (loss := _loss(figures, figure, address, kind)) is not None:
        return loss
    found = computed_change(figures, figure, kind) if isinstance(figure, Figure) else figure
    if isinstance(found, Missing):
        return figures.reported_change(address, kind) or _no_change(figures, found, address, kind)
    rivals = tuple(
        observation
        for observation in figures.evidence.at(address.series, address.period, change_of(kind), address.source)
        if not found.amount.interval.meets(figures.change_figure(observation, address, kind).amount.interval)
    )
    return structs.replace(found, rivals=rivals, disagree=bool(rivals))


def clear_change(figures: Figures, figure: Figure | Missing, kind: ChangeKind) -> Figure | Missing:
    """The change as a list or a key figure shows it, where no sentence says what a bound leaves open.

    Where nobody knows from a bound whether it rose or fell at all ("above −34%"), it is as a source reports it, or
    Missing.
    """
    found = change(figures, figure, kind)
    if isinstance(found, Missing) or found.kind == "change" or found.address is not None or figure.address is None:
        return found
    low, high, bound = found.amount.interval.low, found.amount.interval.high, found.amount.bound
    fell = low is not None and low < 0 and bound in FLOORS
    if not fell and not (high is not None and high > 0 and bound in CEILINGS):
        return found
    unknown = Missing(figure.address, "a bound leaves open whether it rose or fell", "vague")
    return figures.reported_change(figure.address, kind) or unknown


def _no_change(figures: Figures, found: Missing, address: Address, kind: ChangeKind) -> Missing:
    """Why there is no change: a value that it takes is missing, and no change that a document gives counts."""
    assert isinstance(address.period, Period)  # the caller has seen to it
    declared = address.series in figures.tracker.series
    why = figures.evidence.why_no_change(address, address.period, kind) if declared else None
    if found.outside and why is None:
        return found
    reason = f"{found.reason}, and {why or 'none gives the change'}"
    return structs.replace(found, reason=reason, why="unused" if why else found.why)


def _loss(figures: Figures, now: Figure | Missing, address: Address, kind: ChangeKind) -> Missing | None:
    """Why a change has no percentage, whoever reports one: it is one of a loss or zero, or ends in a loss."""
    if address.series not in figures.tracker.series or figures.rules(address.series).change != "percent":
        return None
    before = _before(figures, address, kind)
    if isinstance(before, Figure) and _certainly(before, below=False):
        return Missing(address, _NO_PERCENTAGE.format(f"a change from {before.address}, zero or below,"), "percentage")
    if isinstance(now, Figure) and _certainly(now, below=True):
        return Missing(address, _NO_PERCENTAGE.format(f"a change to {now.address}, a loss,"), "percentage")
    return None


def _certainly(figure: Figure, *, below: bool) -> bool:
    """Whether a figure is below zero, or else zero or below, wherever in its interval it lies."""
    return figure.amount.interval.below(uncertainty.ZERO, touching=not below)


def computed_change(figures: Figures, now: Figure, kind: ChangeKind) -> Figure | Missing:
    """The change computed from the values at both ends; Missing if one has no answer or the change no meaning.

    now: observed or derived, so that it has an address.
    """
    assert now.address is not None  # observed and derived figures have one
    before = _before(figures, now.address, kind)
    if isinstance(before, Missing):
        return before
    a, b = terms_of(now), terms_of(before)
    if RULES[now.metric_kind].change == "percent":
        if not uncertainty.may_divide(before.amount.interval):
            return Missing(
                now.address, _NO_PERCENTAGE.format(f"a change from {before.address}, zero or below,"), "percentage"
            )
        value = _percentage(value_of(a), value_of(b))
        ratio = uncertainty.scale(quotient(a, b), HUNDRED)
        interval = uncertainty.add(ratio, Interval(-HUNDRED, -HUNDRED))
        amount = uncertainty.settle(value, interval, amounts(a, b), -HUNDRED)
    else:
        amount = settled(merged([(a, 1), (b, -1)]), None)
    if amount is None:
        return Missing(now.address, f"the two values do not say how it changed from {before.address}", "vague")
    unit, metric_kind = unit_of_change(now.metric_kind, now.unit)
    result = computed(amount, unit, metric_kind, f"{now.label}, {CHANGES[kind]}", CHANGES[kind], (now, before))
    return result if unit == PERCENT else structs.replace(result, decimals=max(1, now.decimals))


def change_between(now: Interval, before: Interval, kind: MetricKind) -> Interval | None:
    """Where the change of a number of that kind lies; None where it has no percentage."""
    if RULES[kind].change != "percent":
        return uncertainty.subtract(now, before)
    if not uncertainty.may_divide(before):
        return None
    ratio = uncertainty.scale(uncertainty.divide(now, before), HUNDRED)
    return uncertainty.add(ratio, Interval(-HUNDRED, -HUNDRED))


def _percentage(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or not before else now * HUNDRED / before - HUNDRED


def _before(figures: Figures, address: Address, kind: ChangeKind) -> Figure | Missing:
    """The value to compare with: of the same source if it gives one, else the one that answers."""
    assert isinstance(address.period, Period)  # the caller has seen to it
    earlier = figures.earlier(address, kind)
    if earlier is None:
        return Missing(address, why_none(address.period, kind))
    found = figures.answer(earlier)
    return figures.answer(structs.replace(earlier, source=None)) if isinstance(found, Missing) else found

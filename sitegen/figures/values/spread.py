"""All that the sources of a figure allow: from the least to the greatest of the values that count for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.changes import change_between
from sitegen.figures.arithmetic.uncertainty import (
    agreed,
    divide,
    hull,
    may_divide,
    multiply,
    negate,
    settle,
    subtract,
    total,
)
from sitegen.figures.figure import CONVERTED, Figure
from sitegen.figures.values.ceilings import ceilings
from sitegen.figures.values.choice import change_of
from sitegen.figures.values.reported import CHANGES
from sitegen.figures.values.wholes import HULL
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Interval
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation


class Value(Struct, frozen=True):
    """A value for an address. observation: the one that reports it; None for what is computed from other values."""

    observation: Observation | None
    figure: Figure

    @property
    def name(self) -> str:
        """Who reports it, or what it is computed from."""
        if self.observation is not None:
            return self.observation.source
        return " ".join(str(part.address) for part in self.figure.inputs)


def spread(figures: Figures, figure: Figure) -> Interval:
    """The hull of a figure and its rivals; the sum of its parts' hulls, what they are worked out to,
    their change or their difference.

    Values that agree sharpen each other: a vague one beside an exact one widens nothing, and exact parts sharpen a
    vague whole. A value that is asked for by its source has no rivals: nobody else says what that source says.
    """
    if figure.address is not None and figure.address.source is not None:
        return figure.amount.interval
    kind = next((kind for kind, words in CHANGES.items() if words == figure.operation), None)
    if figure.kind == "observed" and figure.address is not None:
        return agreed([figure.amount.interval, *(v.figure.amount.interval for v in values(figures, figure.address))])
    rivals = [] if kind is None else [change_of(kind)(observation) for observation in figure.rivals]
    reported = [amount.interval for amount in rivals if amount is not None]
    if figure.kind == "change":
        return agreed([figure.amount.interval, *reported])
    parts = [spread(figures, part) for part in figure.inputs]
    made = None
    if any(part.amount.interval != allowed for part, allowed in zip(figure.inputs, parts, strict=True)):
        made = _made_of(figure, parts)
    if made is not None and kind is None and figure.operation != "difference":
        return made
    own = figure.amount.interval
    every = hull([own, *([] if made is None else [made])])
    return hull([made if made is not None and every == own else every, *reported])


def closed(figures: Figures, figure: Figure) -> Figure | None:
    """A figure that its own words leave open above, within all that its sources allow; None where that is open too."""
    allowed = Interval(None, None) if figure.amount.interval.high is not None else spread(figures, figure)
    if allowed.high is None:
        return None
    return structs.replace(figure, amount=structs.replace(figure.amount, interval=allowed))


def _made_of(figure: Figure, parts: Sequence[Interval]) -> Interval | None:
    """What a figure comes to if its inputs may be all that their sources allow; None if that says nothing of it."""
    if figure.worked is not None:
        signed = zip(parts, figure.worked.terms, strict=True)
        return total(negate(part) if term.minus else part for part, term in signed)
    if figure.operation == HULL:
        return hull(parts)
    if figure.kind == "derived":
        return total(parts)
    if figure.operation in CHANGES.values():
        return change_between(parts[0], parts[1], figure.inputs[0].metric_kind) or Interval(None, None)
    if figure.operation == CONVERTED and may_divide(parts[1]):
        return (multiply if figure.inputs[1].unit.id == figure.unit.id else divide)(*parts)
    return subtract(*parts) if figure.operation == "difference" and len(parts) == 2 else None


def values(figures: Figures, address: Address) -> tuple[Value, ...]:
    """The reported values of an address, the answering one first, and what may sharpen one: sums of its parts, and
    what its values are at most.

    What meets none of them says nothing here: a published value always answers before it.
    """
    assert isinstance(address.period, Period)  # an answer has resolved its period
    reported = [
        Value(o, figures.observed_figure(o, address)) for o in figures.observations(address.series, address.period)
    ]
    if not any(value.figure.amount.interval.width for value in reported):
        return tuple(reported)
    made = [_sum(figures, whole) for whole in figures.sums(address)]
    made += [each.figure for each in ceilings(figures, address)]
    meeting = (
        Value(None, figure)
        for figure in made
        if figure is not None and any(figure.amount.interval.meets(each.figure.amount.interval) for each in reported)
    )
    return (*reported, *meeting)


def _sum(figures: Figures, whole: Figure) -> Figure | None:
    """A sum of parts over all that their sources allow; None for one that may rest on the whole itself."""
    if any(part.kind == "worked-out" for part in whole.inputs):
        return None
    amount = settle(None, spread(figures, whole), (), None)
    if amount is None or amount.interval == whole.amount.interval:
        return None if amount is None else whole
    return structs.replace(whole, amount=amount, terms=None)

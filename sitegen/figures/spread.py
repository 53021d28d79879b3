"""All that the sources of a figure allow: from the least to the greatest of the values that count for it."""

from __future__ import annotations

from sitegen.figures.answers import CHANGES
from sitegen.figures.changes import change_between
from sitegen.figures.choice import change_of
from sitegen.figures.figure import Figure
from sitegen.figures.uncertainty import agreed, hull, negate, subtract, total
from sitegen.model.amount import Interval


def spread(figure: Figure) -> Interval:
    """The hull of a figure and its rivals; the sum of its parts' hulls, what they are worked out to,
    their change or their difference.

    Values that agree sharpen each other: a vague one beside an exact one widens nothing. A value that is asked for
    by its source has no rivals: nobody else says what that source says.
    """
    if figure.address is not None and figure.address.source is not None:
        return figure.amount.interval
    kind = next((kind for kind, words in CHANGES.items() if words == figure.operation), None)
    if figure.worked is not None:
        signed = zip(figure.inputs, figure.worked.terms, strict=True)
        return total(negate(spread(part)) if term.minus else spread(part) for part, term in signed)
    if figure.kind == "derived":
        return total(spread(part) for part in figure.inputs)
    if kind is None:
        rivals = [observation.amount for observation in figure.rivals]
    else:
        rivals = [change_of(kind)(observation) for observation in figure.rivals]
    reported = [amount.interval for amount in rivals if amount is not None]
    if figure.observation is not None:
        return agreed([figure.amount.interval, *reported])
    widest = [figure.amount.interval, *reported]
    if kind is not None and figure.inputs:
        ends = [spread(end) for end in figure.inputs]
        changed = change_between(ends[0], ends[1], figure.inputs[0].metric_kind)
        widest += [changed or Interval(None, None)]
    elif figure.operation == "difference" and len(figure.inputs) == 2:
        widest += [subtract(*(spread(part) for part in figure.inputs))]
    return hull(widest)

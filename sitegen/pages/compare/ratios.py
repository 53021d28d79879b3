"""How two numbers compare: whether it is known which is larger, and how much of the other the one is."""

from __future__ import annotations

from decimal import Decimal

from sitegen.figures import Figure, FigureError, rounded, share
from sitegen.figures.common import Alike
from sitegen.figures.values.spread import closed
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.pages.words.writer import Writer

NEAR, FAR = Decimal("1.005"), Decimal("1.1")
"""From so many times on a ratio says more than the two numbers: of what is counted alike, and of what is not."""


def answer(writer: Writer, id: SeriesId, period: Period) -> Figure:
    """What a series answers for a period that both have."""
    found = writer.context.figures.answer(Address(*id, period))
    assert isinstance(found, Figure)
    return found


def known(writer: Writer, figure: Figure) -> Figure:
    """A figure as far as it is known: one that its own words leave open above may be bounded by others."""
    return closed(writer.context.figures, figure) or figure


def is_open(one: Figure, other: Figure) -> bool:
    """Whether two figures do not show which is larger."""
    return _ends(one) != _ends(other) and one.amount.interval.meets(other.amount.interval)


def ratio(writer: Writer, alike: Alike, one: Figure, other: Figure) -> Figure | None:
    """How much of the other the one is, in percent, as far as that is known; None where it says no more than they."""
    if not differ(one, other, alike.mixed):
        return None
    try:
        return rounded(share(writer.context.figures, one, other, alike.mixed or None), 0)
    except FigureError:
        return None


def differ(one: Figure, other: Figure, mixed: str) -> bool | None:
    """Whether one is so much more than the other, or the other may be so much less, that a ratio says more than both;
    None where that is not known. mixed: why the two may be compared, where they do not count alike."""
    far = FAR if mixed else NEAR
    (low, high), (least, most) = sorted((_ends(one), _ends(other)), key=_low, reverse=True)
    if low is None or most == 0:
        return None
    if most is not None and low >= most * far:
        return True
    if least is None or least <= 0 or (high is None and most is None):
        return None
    return high is None or high >= least * far


def _low(ends: tuple[Decimal | None, Decimal | None]) -> tuple[bool, Decimal]:
    """What orders two by their lower ends, an open one last."""
    return ends[0] is not None, ends[0] or Decimal(0)


def _ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    return figure.amount.interval.low, figure.amount.interval.high

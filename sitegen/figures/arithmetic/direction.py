"""The size of a fall or of a rise, for words such as "fell": only where the data are certain of the direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from msgspec import structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic import uncertainty
from sitegen.figures.arithmetic.computing import FigureError
from sitegen.figures.arithmetic.linear import merged, terms_of
from sitegen.figures.arithmetic.printing import printed, round_to
from sitegen.figures.figure import ANSWERS, Figure
from sitegen.figures.values.reported import CHANGES
from sitegen.figures.values.spread import spread
from sitegen.figures.words import say
from sitegen.model.basics.amount import Interval
from sitegen.model.series import Observation

Direction = Literal["fall", "rise"]
SIZES: Mapping[str, Direction] = {
    words.replace("change", word): word for words in CHANGES.values() for word in get_args(Direction)
}
"""The operations that give the size of a change: "fall on the year before"."""


def fall(figures: Figures, figure: Figure) -> Figure:
    """How far a change, or a difference of two addresses, lies below zero, without its sign.

    Raises FigureError `wrong-direction` if it, or a rival of it or of its inputs, may be zero or above.
    """
    return _tested(figures, figure, "fall")


def rise(figures: Figures, figure: Figure) -> Figure:
    """How far a change, or a difference of two addresses, lies above zero, without its sign.

    Raises FigureError `wrong-direction` if it, or a rival of it or of its inputs, may be zero or below.
    """
    return _tested(figures, figure, "rise")


def direction(figures: Figures, figure: Figure) -> Direction | None:
    """Which way a change goes by every value that counts for it; None if they are not certain of it."""
    allowed = spread(figures, figure)
    return next((word for word in get_args(Direction) if _goes(word, allowed)), None)


def way_of(figure: Figure) -> Direction | None:
    """Which way a figure goes that is the size of a change or of a difference; None for any other figure."""
    words: tuple[Direction, ...] = get_args(Direction)
    return SIZES.get(figure.operation) or next((word for word in words if word == figure.operation), None)


def sized(figure: Figure, word: Direction) -> Figure:
    """The size of a change or difference that goes that way; made of it, and of what it was made of itself."""
    changed = figure.operation in CHANGES.values()
    made = figure.operation.replace("change", word) if changed else word
    return structs.replace(
        figure,
        amount=uncertainty.turned(figure.amount) if word == "fall" else figure.amount,
        label=f"{figure.label.removesuffix(figure.operation)}{made}" if changed else f"{figure.label}, as a {word}",
        signed=False,
        terms=merged([(terms_of(figure), -1 if word == "fall" else 1)]),
        inputs=(figure, *figure.inputs),
        operation=made,
    )


def _tested(figures: Figures, figure: Figure, word: Direction) -> Figure:
    of_two = figure.operation == "difference" and [part.kind in ANSWERS for part in figure.inputs]
    if figure.operation not in CHANGES.values() and of_two != [True, True]:
        raise FigureError(
            f"{word} says the size of a change, or of the difference of two addresses",
            f'write fig("…") | change("year") | {word}, or (fig("…") - fig("…")) | {word}',
        )
    if direction(figures, figure) != word:
        raise _uncertain(figures, figure, word)
    size = sized(figure, word)
    amount, decimals = printed(size)
    ends = (amount.interval.low, amount.interval.high) if amount.value is None else (amount.value,)
    if any(end is not None and not round_to(end, decimals) for end in ends):
        said = say(figure, figures.tracker.site.locale, whole=True)
        message = f"this is {said} as it is printed, so it cannot be called a {word}"
        raise FigureError(message, f"leave | {word} out, or write that it hardly changed", "wrong-direction")
    return size


def _goes(word: Direction, interval: Interval) -> bool:
    """True if every number of the interval is below zero for a fall, above zero for a rise."""
    zero = uncertainty.ZERO
    return interval.below(zero) if word == "fall" else zero.below(interval)


def _uncertain(figures: Figures, figure: Figure, word: Direction) -> FigureError:
    """Why a figure is no fall, or no rise, or not certainly one."""
    other: Direction = "rise" if word == "fall" else "fall"
    own, said = figure.amount.interval, say(figure, figures.tracker.site.locale, whole=True)
    way_out = f"leave | {word} out and let the sign speak"
    if _goes(word, own):
        named = " and ".join(f'"{source}"' for source in dict.fromkeys(rival.source for rival in _rivals(figure)))
        message = f"this is {said}, but what {named} says counts too, and with it this may be no {word}"
        way_out = f"write use: deprecated and a reason at a value that is wrong, or {way_out}"
    elif _goes(other, own):
        message = f"this is {said}, so it is no {word}"
        order = "; a difference is the later value less the earlier" if figure.operation == "difference" else ""
        way_out = f"write | {other}, or {way_out}{order}"
    elif own == uncertainty.ZERO:
        message = f"this is {said}, so it is no {word}"
    else:
        message = f"this is {said}, so it is not certain to be a {word}"
    return FigureError(message, way_out, "wrong-direction")


def _rivals(figure: Figure) -> Iterator[Observation]:
    """The rivals of a figure and of all that it was made of."""
    yield from figure.rivals
    for part in figure.inputs:
        yield from _rivals(part)

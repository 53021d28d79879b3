"""The rivals of a figure as figures of their own, so that they can be said."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.direction import SIZES, sized
from sitegen.figures.figure import Figure
from sitegen.figures.values.reported import CHANGES
from sitegen.figures.words import say
from sitegen.words import Locale


def rival_figures(figures: Figures, figure: Figure) -> tuple[Figure, ...]:
    """The rivals of a figure: values, reported changes, or the sizes of these for a fall or rise."""
    if word := SIZES.get(figure.operation):
        return tuple(sized(rival, word) for rival in rival_figures(figures, figure.inputs[0]))
    address = figure.address or (figure.inputs[0].address if figure.inputs else None)
    if not figure.rivals or address is None:
        return ()
    kind = next((kind for kind, words in CHANGES.items() if words == figure.operation), None)
    if kind is not None:
        return tuple(figures.change_figure(rival, address, kind) for rival in figure.rivals)
    return tuple(figures.observed_figure(rival, address) for rival in figure.rivals)


def same_and_other(
    figure: Figure, rivals: Sequence[Figure], locale: Locale
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The rivals that read as the figure does, with all its digits, and those that do not."""
    own = say(figure, locale, whole=True)
    same = tuple(rival for rival in rivals if say(rival, locale, whole=True) == own)
    return same, tuple(rival for rival in rivals if rival not in same)

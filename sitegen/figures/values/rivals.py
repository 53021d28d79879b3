"""The rivals of a figure as figures of their own, so that they can be said."""

from __future__ import annotations

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.direction import SIZES, sized
from sitegen.figures.figure import Figure
from sitegen.figures.values.reported import CHANGES


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

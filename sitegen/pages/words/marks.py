"""The mark at a number: what kind of source it rests on, as a small shape, and in words for whoever cannot see it."""

from __future__ import annotations

from sitegen.edition import Edition
from sitegen.figures import Figure
from sitegen.model.source import Mark, mark, weakest


def figure_mark(figure: Figure, edition: Edition) -> Mark | None:
    """The mark of a figure: of all sources that it rests on that of the weakest; None if it rests on none."""
    return weakest(mark(edition.tracker.sources[observation.source]) for observation in figure.observations)


def mark_class(figure: Figure, edition: Edition) -> str:
    """The CSS class that draws the mark of a figure, or ""."""
    found = figure_mark(figure, edition)
    return "" if found is None else f"of-{found}"


def marked_label(figure: Figure, edition: Edition) -> str:
    """The mark of a figure in words behind the number of its source, or ""."""
    found = figure_mark(figure, edition)
    return "" if found is None else f" ({edition.tracker.site.locale.say(f'source.kind.{found}')})"

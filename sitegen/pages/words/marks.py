"""The mark at a number: what kind of source it rests on, as small bars; screen readers and its note say it in words."""

from __future__ import annotations

from markupsafe import Markup

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


def mark_said(figure: Figure, edition: Edition) -> Markup:
    """The mark of a figure as an attribute with its words, which screen readers read behind the number, or ""."""
    found, locale = figure_mark(figure, edition), edition.tracker.site.locale
    if found is None:
        return Markup("")
    return Markup(' title="{}"').format(locale.say("source.mark", kind=locale.say(f"source.kind.{found}")))

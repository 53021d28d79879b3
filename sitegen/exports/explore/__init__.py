"""The files that the page for exploring fetches: what can be chosen, the values of each series, the axes of time."""

from __future__ import annotations

from functools import partial

from sitegen.exports.explore.axes import axes
from sitegen.exports.explore.choices import choices
from sitegen.exports.explore.points import points
from sitegen.pages.context import Context
from sitegen.pages.record.units import Files
from sitegen.urls import CHOICES, EXPLORE, output_path, points_url

__all__ = ["explore"]


def explore(context: Context) -> Files:
    """A file with all that can be chosen, one for each axis of time, and one for each series."""
    yield output_path(CHOICES), choices
    yield f"{output_path(EXPLORE)} periods", axes
    for id in sorted(context.tracker.series):
        yield output_path(points_url(id)), partial(points, id=id)

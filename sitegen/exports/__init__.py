"""Files for machines: feed, sitemap, robots, figures, claims; CSV, JSON and SVG of all that can be downloaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sitegen.exports.charts import charts
from sitegen.exports.claims import claims
from sitegen.exports.feed import feed
from sitegen.exports.figures import figures
from sitegen.exports.rankings import rankings
from sitegen.exports.series import series
from sitegen.exports.sitemap import sitemap
from sitegen.output import Output
from sitegen.views.desk import Desk
from sitegen.views.sheet import Sheet

EXPORTS: tuple[Callable[[Desk, Sequence[Sheet]], Iterator[Output]], ...] = (
    feed,
    sitemap,
    figures,
    claims,
    series,
    rankings,
    charts,
)
"""Every kind of file, each made from the edition and the pages."""


def export(desk: Desk, sheets: Sequence[Sheet]) -> list[Output]:
    """All of them, and the file that tells GitHub Pages to publish the folder as it is."""
    return [*(output for make in EXPORTS for output in make(desk, sheets)), Output(".nojekyll", b"")]

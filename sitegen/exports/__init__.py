"""Files for machines: feed, sitemap, robots, figures, claims; CSV, JSON and SVG of all that can be downloaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sitegen.exports.changes import changes
from sitegen.exports.charts import charts, comparisons
from sitegen.exports.claims import claims
from sitegen.exports.companies import companies
from sitegen.exports.explore import explore
from sitegen.exports.feed import claims as of_claims
from sitegen.exports.feed import feed
from sitegen.exports.figures import figures
from sitegen.exports.rankings import rankings
from sitegen.exports.search import search
from sitegen.exports.series import series
from sitegen.exports.sitemap import sitemap
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.page import PageRecord

__all__ = [
    "changes",
    "charts",
    "claims",
    "companies",
    "comparisons",
    "explore",
    "figures",
    "rankings",
    "search",
    "series",
    "summaries",
]

SUMMARIES: tuple[Callable[[Context, Sequence[PageRecord]], Iterator[Output]], ...] = (feed, of_claims, sitemap)
"""Every kind of file that is made from the records of all pages."""


def summaries(context: Context, records: Sequence[PageRecord]) -> list[Output]:
    """The files made from all pages, and the file that makes GitHub Pages publish the folder as it is."""
    return [*(output for make in SUMMARIES for output in make(context, records)), Output(".nojekyll", b"")]

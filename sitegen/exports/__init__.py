"""Files for machines: feed, sitemap, robots, figures, claims; CSV, JSON and SVG of all that can be downloaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from sitegen.exports.changes import changes
from sitegen.exports.charts import charts, comparisons
from sitegen.exports.claims import claims
from sitegen.exports.companies import companies
from sitegen.exports.explore import explore
from sitegen.exports.feed import bodies, feed
from sitegen.exports.feed import claims as of_claims
from sitegen.exports.figures import figures
from sitegen.exports.rankings import rankings
from sitegen.exports.search import search
from sitegen.exports.series import series
from sitegen.exports.sitemap import sitemap
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.record import PageRecord

__all__ = [
    "bodies",
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


def summaries(context: Context, records: Sequence[PageRecord], texts: Mapping[str, str]) -> list[Output]:
    """The files made from the records of all pages, and the one that makes GitHub Pages publish the folder as it is.

    texts: what `bodies` makes, by the path of the brief.
    """
    made = (feed(context, records, texts), of_claims(context, records), sitemap(context, records))
    return [*chain.from_iterable(made), Output(".nojekyll", b"")]

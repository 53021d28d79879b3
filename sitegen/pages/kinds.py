"""The site: every kind of page, in order."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.pages.briefs import briefs
from sitegen.pages.capabilities.capabilities import capabilities
from sitegen.pages.charts.charts import charts
from sitegen.pages.claims.claims import claims
from sitegen.pages.companies.companies import companies
from sitegen.pages.context import Context
from sitegen.pages.data.data import data
from sitegen.pages.expansion import expansion
from sitegen.pages.home import home
from sitegen.pages.rankings.rankings import rankings
from sitegen.pages.sheet import Pages
from sitegen.pages.single import pages
from sitegen.pages.sources.sources import sources
from sitegen.pages.tags import tags

PageKind = Callable[[Context], Pages]
"""A kind of page: every page of it, by URL."""

TELLING: tuple[PageKind, ...] = (
    home,
    companies,
    rankings,
    expansion,
    capabilities,
    claims,
    briefs,
    tags,
    charts,
    pages,
)
"""The kinds of page that show figures, in the order of the site."""

TRACING: tuple[PageKind, ...] = (data, sources)
"""The kinds of page that show who uses a figure or a source: they are made when all others are."""

"""The site: every kind of page, in order."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.views.briefs import briefs
from sitegen.views.capabilities import capabilities
from sitegen.views.charts import charts
from sitegen.views.claims import claims
from sitegen.views.companies import companies
from sitegen.views.data import data
from sitegen.views.desk import Desk
from sitegen.views.expansion import expansion
from sitegen.views.home import home
from sitegen.views.pages import pages
from sitegen.views.rankings import rankings
from sitegen.views.sheet import Pages
from sitegen.views.sources import sources
from sitegen.views.tags import tags

PageKind = Callable[[Desk], Pages]
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

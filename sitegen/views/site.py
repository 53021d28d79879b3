"""The site: every kind of page, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from sitegen.views.sheet import Sheet
from sitegen.views.sources import sources
from sitegen.views.tags import tags

SHEETS: tuple[Callable[[Desk], Iterator[Sheet]], ...] = (
    home,
    companies,
    rankings,
    expansion,
    capabilities,
    claims,
    briefs,
    tags,
    charts,
    data,
    sources,
    pages,
)
"""Every kind of page, in the order of the site."""

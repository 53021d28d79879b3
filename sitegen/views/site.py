"""The site: every kind of page, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
from sitegen.views.sheet import Pages, Sheet
from sitegen.views.sources import sources
from sitegen.views.tags import tags
from sitegen.views.uses import Uses

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


def site(desk: Desk) -> tuple[Desk, tuple[Sheet, ...]]:
    """Every page, and the desk that knows who uses what."""
    telling = tuple(make(desk) for kind in TELLING for _, make in kind(desk))
    headings = {sheet.page.url: sheet.layout.heading for sheet in telling}
    knowing = replace(desk, uses=Uses.of(sheet.page for sheet in telling), names={**headings, **desk.names})
    return knowing, (*telling, *(make(knowing) for kind in TRACING for _, make in kind(knowing)))

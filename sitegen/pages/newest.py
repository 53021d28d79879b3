"""The briefs of feeds: the newest, of the site or about one company."""

from __future__ import annotations

from sitegen.model.document import Document
from sitegen.pages.context import Context

NEWEST = 20
"""How many entries a feed holds."""


def newest(context: Context, company: str | None = None) -> tuple[Document, ...]:
    """The newest briefs that are no drafts, those about a company or what has its place on the company's page."""
    if company is not None:
        return context.briefs_of(company)[:NEWEST]
    return tuple(brief for brief in context.briefs() if not brief.draft)[:NEWEST]

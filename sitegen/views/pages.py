"""Single pages written in Markdown, and the page for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.page import Page
from sitegen.show import plain
from sitegen.views.briefs import edit_link
from sitegen.views.claim_parts import ClaimLine
from sitegen.views.claims import claims_of
from sitegen.views.desk import Desk
from sitegen.views.layout import Head
from sitegen.views.parts import Pointer
from sitegen.views.pieces import Prose
from sitegen.views.prose import prose
from sitegen.views.sheet import Pages, Sheet, sheet
from sitegen.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A single page such as `/about/`."""

    title: str
    summary: str
    body: Prose | None
    claims: tuple[ClaimLine, ...]
    edit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """`/404.html`: it may be shown at any address, so its links begin at the root of the host."""

    title: str
    ways: tuple[Pointer, ...]


def pages(desk: Desk) -> Pages:
    """Every single page, and the 404 page."""
    for document in desk.published("page"):
        yield urls.document_url(document), partial(_page, id=document.id)
    yield urls.NOT_FOUND, _not_found


def _page(desk: Desk, id: str) -> Sheet:
    document = desk.document("page", id)
    assert document is not None  # it is one of the pages
    writer = Writer(desk, Page(urls.document_url(document)))
    view = PageView(
        title=writer.text(document.title, "inline"),
        summary=writer.text(document.summary),
        body=prose(writer, document),
        claims=claims_of(writer, document),
        edit=edit_link(desk, document),
    )
    title = plain(document.title, desk.edition)
    head = Head(
        title=title,
        description=plain(document.summary, desk.edition) or title,
        indexed=not document.draft,
        edited=str(document.updated or document.date) if document.updated or document.date else None,
    )
    return sheet(desk, writer, "page.html", view, head)


def _not_found(desk: Desk) -> Sheet:
    writer = Writer(desk, Page(urls.NOT_FOUND, base=urlsplit(desk.edition.base_url).path or "/"))
    ways = (("Home", urls.HOME), ("Companies", urls.COMPANIES), ("Data", urls.DATA), ("Sources", urls.SOURCES))
    view = NotFoundView(
        title="Page not found", ways=tuple(Pointer(label=label, href=writer.page.link(url)) for label, url in ways)
    )
    head = Head(title=view.title, description="There is nothing at this address.", indexed=False)
    return sheet(desk, writer, "404.html", view, head)

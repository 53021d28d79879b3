"""Single pages written in Markdown, and the page for what is not there."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.pages.briefs import contents, edit_link
from sitegen.pages.claims.claims import claims_of
from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.context import Context
from sitegen.pages.glossary import glossary
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer


class PageView(View, frozen=True, kw_only=True):
    """A single page such as `/about/`. contents: its headings, if there are several."""

    template = "page.html"
    title: str
    summary: str
    contents: tuple[Pointer, ...]
    body: Prose | None
    claims: tuple[ClaimLine, ...]
    edit: str | None


class NotFoundView(View, frozen=True, kw_only=True):
    """`/404.html`: it may be shown at any address, so its links begin at the root of the host."""

    template = "404.html"
    title: str
    ways: tuple[Pointer, ...]


def pages(context: Context) -> Pages:
    """Every single page, the glossary, and the 404 page."""
    for document in context.published("page"):
        if urls.document_url(document) != urls.GLOSSARY:  # what stands there has our words below it
            yield urls.document_url(document), partial(_page, id=document.id)
    yield urls.GLOSSARY, glossary
    yield urls.NOT_FOUND, _not_found


def _page(context: Context, id: str) -> Sheet:
    document = context.document("page", id)
    assert document is not None  # it is one of the pages
    writer = Writer(context, Page(urls.document_url(document)))
    body = prose(writer, document)
    view = PageView(
        title=writer.text(document.title),
        summary=writer.text(document.summary),
        contents=contents(body),
        body=body,
        claims=claims_of(writer, document),
        edit=edit_link(context, document),
    )
    title = plain(document.title, context.edition)
    head = Head(
        title=title,
        description=plain(document.summary, context.edition) or title,
        indexed=not document.draft,
        edited=str(document.updated or document.date) if document.updated or document.date else None,
    )
    return sheet(context, writer, view, head)


def _not_found(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.NOT_FOUND, base=urlsplit(context.edition.base_url).path or "/"))
    ways = [Pointer(label=writer.say("frame.home"), href=writer.page.link(urls.HOME))]
    ways += [Pointer(label=section.label, href=writer.page.link(section.url)) for section in context.sections()]
    view = NotFoundView(
        title=writer.say("lost.title"),
        ways=tuple(ways),
    )
    head = Head(title=view.title, description=writer.say("lost.description"), indexed=False)
    return sheet(context, writer, view, head)

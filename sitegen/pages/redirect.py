"""A page that leads on: what stood at its address stands elsewhere now."""

from __future__ import annotations

from sitegen.pages.context import Context
from sitegen.pages.layout import Head, layout
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import ASSETS, whole

SCRIPT = "moved.js"


class RedirectView(View, frozen=True, kw_only=True):
    """An old address. target: where it leads; canonical: the whole URL of the page there, without a place on it.

    script: keeps what a link to the old address asks for, and the place that it names.
    """

    template = "redirect.html"
    title: str
    target: str
    canonical: str
    script: str


def redirect(context: Context, url: str, *, to: str, title: str) -> Sheet:
    """The page at an old address, which leads to another. title: what stands there, in plain words."""
    page = Page(url)
    canonical = whole(context.edition.base_url, to.partition("#")[0])
    script = page.link(ASSETS + SCRIPT)
    view = RedirectView(title=title, target=page.link(to), canonical=canonical, script=script)
    head = Head(title=title, description=title, indexed=False)
    frame = layout(context, Writer(context, Page(url)), head)  # its words and links stand on no such page
    return Sheet(view, frame, page, None)

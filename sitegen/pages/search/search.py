"""`/search/`: everything by kind for readers without a script; a script puts what it finds in its place."""

from __future__ import annotations

from msgspec import Struct

from sitegen import urls
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.search.things import Group, groups
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer

MOST = 250
"""How many things of one kind are listed; more are listed by their own index."""


class SearchGroup(Struct, frozen=True, kw_only=True):
    """All things of one kind, or in their place the index that lists them."""

    id: str
    label: str
    count: str
    index: Pointer | None
    things: tuple[Pointer, ...]


class SearchView(View, frozen=True, kw_only=True):
    """`/search/`."""

    template = "search.html"
    title: str
    standfirst: str
    groups: tuple[SearchGroup, ...]


def search(context: Context) -> Pages:
    """The page."""
    yield urls.SEARCH, _page


def _page(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.SEARCH))
    view = SearchView(
        title=writer.say("search.title"),
        standfirst=writer.say("search.standfirst"),
        groups=tuple(_group(writer, group) for group in groups(context)),
    )
    head = Head(title=view.title, description=writer.say("search.description"), indexed=False)
    return sheet(context, writer, view, head)


def _group(writer: Writer, group: Group) -> SearchGroup:
    """The values of series are left to the script: here their names are enough."""
    many = group.index is not None and len(group.things) > MOST
    return SearchGroup(
        id=writer.page.anchor(group.id, "kind"),
        label=group.label,
        count=writer.number(len(group.things)),
        index=Pointer(label=group.label, href=writer.page.link(group.index)) if group.index and many else None,
        things=tuple(
            Pointer(
                label=thing.title,
                language=thing.language,
                href=writer.page.link(thing.url),
                detail="" if thing.found.series else thing.found.detail,
            )
            for thing in (() if many else group.things)
        ),
    )

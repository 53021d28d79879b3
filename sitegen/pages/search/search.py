"""`/search/`: everything by kind for readers without a script; a script puts what it finds in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from msgspec import Struct

from sitegen import urls
from sitegen.figures import short_period
from sitegen.model.basics.period import Period
from sitegen.pages.companies.lead import lead_series, led_by
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.search.things import VERDICT, Group, groups
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer, family

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
    """`/search/`. examples: what one may ask, with what is found."""

    template = "search.html"
    title: str
    standfirst: str
    examples: tuple[Pointer, ...]
    groups: tuple[SearchGroup, ...]


def search(context: Context) -> Pages:
    """The page."""
    yield urls.SEARCH, _page


def _page(context: Context) -> Sheet:
    writer, kinds = Writer(context, Page(urls.SEARCH)), groups(context)
    view = SearchView(
        title=writer.say("search.title"),
        standfirst=writer.say("search.standfirst"),
        examples=tuple(
            Pointer(label=asked, href=f"{writer.page.link(urls.SEARCH)}?q={quote(asked)}")
            for asked in dict.fromkeys(_examples(writer, kinds))
        ),
        groups=tuple(_group(writer, group) for group in kinds),
    )
    head = Head(title=view.title, description=writer.say("search.description"), indexed=False)
    return sheet(context, writer, view, head)


def _examples(writer: Writer, kinds: Sequence[Group]) -> Iterator[str]:
    """One question of each sort: a name with a period, two names, who leads, a verdict."""
    context = writer.context
    tracker, locale = context.tracker, context.locale
    pair = [id for pair in tracker.site.compare[:1] for id in (pair.one, pair.other)]
    alone = [id for id, entity in tracker.entities.items() if entity.page == id][:1]
    asked = [tracker.entities[id] for id in pair or alone]
    leads = [lead_series(writer, (entity, *family(context, entity))) for entity in asked]
    figures = [figure for series in leads if (figure := led_by(context, series)) is not None and figure.address]
    for address in [figure.address for figure in figures[:1]]:
        if address is not None and isinstance(address.period, Period):
            yield f"{context.figures.label(address.series)} {short_period(address.period, locale)}"
    if pair:
        yield " ".join(entity.name for entity in asked)
    if context.rankings():
        yield writer.say("search.example.leads")
    yield from (kind.things[0].title for kind in kinds if kind.id == VERDICT and kind.things)


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

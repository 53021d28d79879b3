"""Briefs: the list, one page each, and the cards that other pages show."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from markupsafe import Markup

from sitegen import urls
from sitegen.expressions import Fragment
from sitegen.links import image_url
from sitegen.model.basics.period import Period
from sitegen.model.document import Document
from sitegen.pages.cards.texts import brief_card
from sitegen.pages.changes.lines import ChangeLine, line
from sitegen.pages.charts.view import chart_view
from sitegen.pages.claims.claims import claims_of
from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.machines.things import article
from sitegen.pages.parts import Card, Name, Pointer
from sitegen.pages.pieces import ChartView, Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.rests import weakly
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import brief_url, tag_url

AGED = 5
"""So many figures that changed since a brief was checked are named on it."""


class BriefsView(View, frozen=True, kw_only=True):
    """`/briefs/`: every brief, newest first. chart: the first in the text of the newest, if any; titled: in other words
    than that brief, so that its title is shown."""

    template = "briefs.html"
    title: str
    standfirst: str
    newest: tuple[Card, ...]
    chart: ChartView | None
    titled: bool
    briefs: tuple[Card, ...]


class BriefView(View, frozen=True, kw_only=True):
    """`/briefs/<id>/`. contents: its headings. updated, checked: days or None. edit: the place of the file, or None.

    aged: the figures that changed since it was checked. changes: the page of all changes, or None if there are none.
    image_size: its width and height in pixels, if they are known. weak: how many numbers rest on weak sources.
    """

    template = "brief.html"
    title: str
    summary: str
    date: str | None
    updated: str | None
    checked: str | None
    aged: tuple[ChangeLine, ...]
    changes: str | None
    authors: str
    draft: bool
    image: str | None
    image_alt: str
    image_size: tuple[int, int] | None
    contents: tuple[Pointer, ...]
    body: Prose | None
    tags: tuple[Pointer, ...]
    entities: tuple[Name, ...]
    claims: tuple[ClaimLine, ...]
    edit: str | None
    weak: str


def briefs(context: Context) -> Pages:
    """The list of briefs, and a page for each."""
    found = context.briefs()
    if found:
        yield urls.BRIEFS, _list
    for document in found:
        yield brief_url(document.id), partial(_page, id=document.id)


def _list(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.BRIEFS))
    head = Head(title=writer.say("section.briefs"), description=writer.say("briefs.description"))
    newest, *others = context.briefs()
    id = _first_chart(writer, newest)
    titles = (newest.title, None if id is None else context.tracker.charts[id].title)
    view = BriefsView(
        title=head.title,
        standfirst=head.description,
        newest=cards(writer, [newest]),
        chart=None if id is None else chart_view(writer, id, heading=3),
        titled=len({plain(title, context.edition) for title in titles}) > 1,
        briefs=cards(writer, others),
    )
    return sheet(context, writer, view, head)


def _first_chart(writer: Writer, document: Document) -> str | None:
    """The id of the first chart in the text of a document."""
    values = (writer.context.edition.values[each] for each in writer.context.body(document).expressions)
    return next((value.id for value in values if isinstance(value, Fragment) and value.kind == "chart"), None)


def cards(writer: Writer, documents: Iterable[Document]) -> tuple[Card, ...]:
    """Briefs as cards of the writer's page."""
    return tuple(
        Card(
            title=writer.text(document.title, "inline"),
            summary=writer.text(document.summary),
            date="" if document.date is None else writer.period(document.date),
            href=writer.page.link(brief_url(document.id)),
            tags=tags(writer, document),
            draft=document.draft,
        )
        for document in documents
    )


def brief_pointer(writer: Writer, document: Document) -> Pointer:
    """A brief as a link with its day, for lists of many things."""
    when = "" if document.date is None else writer.period(document.date)
    return Pointer(
        label=writer.text(document.title, "inline"), href=writer.page.link(brief_url(document.id)), detail=when
    )


def tags(writer: Writer, document: Document) -> tuple[Pointer, ...]:
    """The tags of a document, each linked to its page."""
    return tuple(
        Pointer(label=writer.context.tracker.site.tag(tag), href=writer.page.link(tag_url(tag)))
        for tag in document.tags
    )


def edit_link(context: Context, document: Document) -> str | None:
    """Where an editor finds the document's source, if the site names its repository."""
    repository = context.tracker.site.repository
    return None if repository is None else f"{repository.rstrip('/')}/blob/HEAD/{document.path}"


def _page(context: Context, id: str) -> Sheet:
    document = context.document("brief", id)
    assert document is not None  # it is one of the briefs
    writer = Writer(context, Page(brief_url(document.id)))
    image = image_url(document, context.tracker)
    title, summary, body = (
        writer.text(document.title),
        writer.text(document.summary),
        prose(writer, document),
    )
    aged = context.aged(document)
    view = BriefView(
        title=title,
        summary=summary,
        contents=contents(body),
        date=day(writer, document.date),
        updated=day(writer, document.updated),
        checked=day(writer, document.checked),
        aged=tuple(line(writer, change) for change in aged[:AGED]),
        changes=writer.page.link(urls.CHANGES) if aged else None,
        authors=", ".join(document.authors),
        draft=document.draft,
        image=None if image is None else writer.page.link(image, document.place),
        image_alt=plain(document.image_alt, context.edition),
        image_size=None if image is None else context.size(image),
        body=body,
        tags=tags(writer, document),
        entities=tuple(writer.name(entity) for entity in document.entities),
        claims=claims_of(writer, document),
        edit=edit_link(context, document),
        weak=weakly(writer, writer.page.numbers),
    )
    head = Head(
        title=plain(document.title, context.edition),
        description=plain(document.summary, context.edition),
        kind="article",
        image=image,
        image_alt=view.image_alt,
        card=brief_card(writer, document),
        things=(article(context, document, image),),
        indexed=not document.draft,
        cited=Cited(title=plain(document.title, context.edition), authors=document.authors, day=document.date),
        edited=str(document.updated or document.date),
    )
    return sheet(context, writer, view, head)


def day(writer: Writer, period: Period | None) -> Markup | None:
    """A day of a document's front matter in words, or None."""
    return None if period is None else writer.period(period)


def contents(body: Prose | None) -> tuple[Pointer, ...]:
    """The headings of the first order, if there are several."""
    headings = [] if body is None else [h for h in body.written.headings if h.level == 2]
    return tuple(Pointer(label=h.text, href=f"#{h.id}") for h in headings) if len(headings) > 1 else ()

"""Rankings: one page each, and of those too short for a page what leads from its address to the list."""

from __future__ import annotations

from functools import partial

from sitegen import urls
from sitegen.pages.cards.ranking import ranking_card
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.rankings.index import rankings_index
from sitegen.pages.rankings.view import ranking_view
from sitegen.pages.record.page import Page
from sitegen.pages.redirect import redirect
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sharing.sizes import ranking_embed
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_folder, ranking_url


def rankings(context: Context) -> Pages:
    """The list of rankings, and a page at the address of each."""
    if context.tracker.rankings:
        yield urls.RANKINGS, rankings_index
    for id, ranking in context.tracker.rankings.items():
        yield ranking_folder(id), partial(_moved if ranking.short else _page, id=id)


def _moved(context: Context, id: str) -> Sheet:
    ranking = context.tracker.rankings[id]
    title = plain(ranking.title, context.edition)
    return redirect(context, ranking_folder(id), to=ranking_url(ranking), title=title)


def _page(context: Context, id: str) -> Sheet:
    ranking = context.tracker.rankings[id]
    writer = Writer(context, Page(ranking_folder(id)))
    title = plain(ranking.title, context.edition)
    document = context.document("ranking", id)
    view = ranking_view(writer, ranking, heading=1)
    description = plain(document.summary if document else None, context.edition) or plain(
        ranking.subtitle, context.edition
    )
    if description:
        description = writer.say("rankings.description", title=title, about=description)
    head = Head(
        title=title,
        tab=context.names[writer.page.url],
        description=description or title,
        cited=Cited(title=title),
        embed=ranking_embed(context, id, view.ranking),
        card=ranking_card(writer, ranking),
    )
    return sheet(context, writer, view, head)

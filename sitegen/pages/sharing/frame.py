"""The page of a thing for a frame in another page: the thing, its sources, and the way to its whole page."""

from __future__ import annotations

from msgspec import structs

from sitegen import urls
from sitegen.pages.context import Context
from sitegen.pages.layout import Head, layout
from sitegen.pages.pieces import ChartView, ClaimPiece, RankingTable
from sitegen.pages.record.page import Page
from sitegen.pages.sharing.bare import Bare
from sitegen.pages.sharing.code import Embed, described
from sitegen.pages.sheet import Sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import embed_url

SCRIPT = "embed.js"


class FrameView(View, frozen=True, kw_only=True):
    """`…/embed/`: a chart, a ranking or a claim; two of them are None.

    by: who makes the claim, and meaning: what its verdict says; each "" without a claim. whole: the way to the page of
    the thing, canonical: that page's whole URL. script: what tells the page around how high this one is.
    """

    template = "embed.html"
    chart: ChartView | None = None
    ranking: RankingTable | None = None
    claim: ClaimPiece | None = None
    by: str = ""
    meaning: str = ""
    whole: str
    canonical: str
    script: str


def bare(context: Context, url: str) -> Bare:
    """The writer of a thing's frame, by the URL of the page whose folder holds it."""
    return Bare(context, Page(embed_url(url)))


def frame(
    writer: Bare,
    embed: Embed,
    whole: str,
    *,
    chart: ChartView | None = None,
    ranking: RankingTable | None = None,
    claim: ClaimPiece | None = None,
    by: str = "",
    meaning: str = "",
) -> Sheet:
    """The frame's page, and the file that describes it. whole: the URL of the thing's own page or place."""
    context, page = writer.context, writer.page
    view = FrameView(
        chart=None if chart is None else alone(chart),
        ranking=ranking,
        claim=None if claim is None else structs.replace(claim, pictures=tuple(map(alone, claim.pictures))),
        by=by,
        meaning=meaning,
        whole=page.link(whole),
        canonical=urls.whole(context.edition.base_url, whole.partition("#")[0]),
        script=page.link(urls.ASSETS + SCRIPT),
    )
    kind = "chart" if chart is not None else "ranking" if ranking is not None else "claim"
    named = writer.say(f"named.{kind}", title=embed.title)  # a chart and a claim may have the same words
    title = writer.say("share.embedded", title=named)
    head = Head(title=title, description=title, indexed=False)
    around = layout(context, Writer(context, Page(page.url)), head)  # its links and sources do not stand in a frame
    return Sheet(view, around, page, None, described(context, embed))


def alone(chart: ChartView) -> ChartView:
    """A chart without what stands on its page: its table, and what can be saved."""
    return structs.replace(chart, table=None, grid=None, page=None, downloads=())

"""Charts, rankings and claims as things to embed: what each is called, and how high its frame is."""

from __future__ import annotations

import re

from sitegen.pages.context import Context
from sitegen.pages.pieces import ChartView, EvidenceLine, RankingTable
from sitegen.pages.sharing.code import Embed
from sitegen.pages.words.show import plain
from sitegen.urls import chart_url, claim_url, ranking_folder

_SIZE = re.compile(r' viewBox="0 0 [\d.]+ ([\d.]+)"')
HEAD, AROUND, ROW, LINE = 150, 190, 62, 60
"""Heights in pixels: of the head and foot of a frame, of what stands around a drawing, of a row and of a remark."""


def chart_embed(context: Context, id: str, view: ChartView) -> Embed:
    """A chart as a thing to embed. view: the chart as a piece of a page."""
    title = plain(context.tracker.charts[id].title, context.edition)
    return Embed(url=chart_url(id), title=title, height=_drawn(view) + LINE)


def ranking_embed(context: Context, id: str, view: RankingTable) -> Embed:
    """A ranking as a thing to embed. view: the ranking as a piece of a page."""
    title = plain(context.tracker.rankings[id].title, context.edition)
    remarks = (
        view.unsettled,
        *view.gone,
        view.basis,
        view.share_of,
        view.converted,
        view.mixed,
        view.note,
    )
    lines = 1 + sum(map(bool, (*remarks, *view.absent)))  # one for its sources
    return Embed(url=ranking_folder(id), title=title, height=HEAD + LINE + ROW * len(view.rows) + LINE * lines)


def claim_embed(
    context: Context, id: str, pictures: tuple[ChartView, ...], evidence: tuple[EvidenceLine, ...]
) -> Embed:
    """A claim as a thing to embed, with its pictures and what else decides it."""
    title = plain(context.tracker.claims[id].text, context.edition)
    drawn = sum(map(_drawn, pictures))
    return Embed(url=claim_url(id), title=title, height=HEAD + LINE + drawn + LINE * len(evidence))


def _drawn(view: ChartView) -> int:
    """How high a chart stands, with its title, its key and its sources."""
    size = _SIZE.search(view.wide)
    assert size is not None  # every drawing begins with its size
    return round(float(size[1])) + AROUND

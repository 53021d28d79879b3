"""Charts, rankings and claims as things to embed: what each is called, and how high its frame is."""

from __future__ import annotations

import re
from math import ceil
from unicodedata import east_asian_width

from markupsafe import Markup

from sitegen.charts.svg import size_of
from sitegen.pages.context import Context
from sitegen.pages.pieces import ChartView, EvidenceLine, RankingTable
from sitegen.pages.sharing.code import Embed
from sitegen.pages.words.show import plain
from sitegen.urls import chart_url, claim_url, ranking_folder

_MARKS = re.compile(r"<sup.*?</sup>", re.DOTALL)
WIDEST = 760
"""How wide a chart is shown in a frame at most, in pixels (share.css)."""
TITLE, TEXT = (36, 40), (25, 68)
"""How high a line is, in pixels, and how many letters it holds where a frame is 620 wide, whatever the font."""
FRAME, AROUND, HEAD, ROW, LINE = 100, 50, 90, 62, 60
"""Heights in pixels: of the edges and the foot of a frame, of the space in a chart, of the head of a table, of a row,
and of a remark."""


def chart_embed(context: Context, id: str, view: ChartView) -> Embed:
    """A chart as a thing to embed. view: the chart as a piece of a page."""
    title = plain(context.tracker.charts[id].title, context.edition)
    return Embed(url=chart_url(id), title=title, height=FRAME + _drawn(view))


def ranking_embed(context: Context, id: str, view: RankingTable) -> Embed:
    """A ranking as a thing to embed. view: the ranking as a piece of a page."""
    title = plain(context.tracker.rankings[id].title, context.edition)
    remarks = (
        view.unsettled,
        *view.open[1:],
        *view.gone,
        view.basis,
        view.share_of,
        view.converted,
        view.mixed,
        view.note,
    )
    lines = 1 + sum(map(bool, (*remarks, *view.absent)))  # one for its sources
    height = FRAME + HEAD + _high(TITLE, title) + _high(TEXT, view.subtitle) + ROW * len(view.rows) + LINE * lines
    return Embed(url=ranking_folder(id), title=title, height=height)


def claim_embed(
    context: Context,
    id: str,
    meaning: str,
    pictures: tuple[ChartView, ...],
    evidence: tuple[EvidenceLine, ...],
) -> Embed:
    """A claim as a thing to embed: what its verdict means, its pictures and what else decides it."""
    title = plain(context.tracker.claims[id].text, context.edition)
    words = _high(TITLE, title) + _high(TEXT, meaning) + LINE
    listed = sum(_high(TEXT, f"{line.date} {line.text}") + TEXT[0] for line in evidence)
    return Embed(url=claim_url(id), title=title, height=FRAME + words + sum(map(_drawn, pictures)) + listed)


def _drawn(view: ChartView) -> int:
    """How high a chart stands, with its title, its key and its sources."""
    width, height = size_of(view.wide)
    mixed = view.mixed and f"{view.mixed:>80}"
    words = (view.subtitle, view.caption, view.note, view.converted, mixed)
    texts = sum(_high(TEXT, text) + 10 for text in words if text) + LINE * bool(view.sources)
    keys = _high(TEXT, "".join(f"{line.words:<12}" for line in view.key)) if view.key else 0
    return ceil(height / width * WIDEST) + AROUND + _high(TITLE, view.title) + texts + keys


def _high(kind: tuple[int, int], text: str) -> int:
    """How high a text stands, in pixels; wide letters count twice, the numbers of sources not at all."""
    words = Markup(_MARKS.sub("", text)).striptags()
    letters = sum(1 + (east_asian_width(char) in "WF") for char in words)
    return ceil(letters / kind[1]) * kind[0]

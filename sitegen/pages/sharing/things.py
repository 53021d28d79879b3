"""Charts, rankings and claims for frames in other pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import structs

from sitegen.figures import Figure, Standing
from sitegen.pages.charts.view import chart_view, credits
from sitegen.pages.claims.evidence import claim_piece
from sitegen.pages.claims.meaning import meaning
from sitegen.pages.claims.words import ClaimWriter
from sitegen.pages.context import Context
from sitegen.pages.rankings.table import ranking_table
from sitegen.pages.sharing.frame import bare, frame
from sitegen.pages.sharing.sizes import chart_embed, claim_embed, ranking_embed
from sitegen.pages.sheet import Pages, Sheet
from sitegen.urls import chart_url, claim_url, embed_url, ranking_folder, ranking_url


def charts(context: Context) -> Pages:
    """The frame of every chart."""
    for id in context.tracker.charts:
        yield embed_url(chart_url(id)), partial(_chart, id=id)


def rankings(context: Context) -> Pages:
    """The frame of every ranking, the short ones too."""
    for id in context.tracker.rankings:
        yield embed_url(ranking_folder(id)), partial(_ranking, id=id)


def claims(context: Context) -> Pages:
    """The frame of every claim."""
    for id in context.edition.verdicts:
        yield embed_url(claim_url(id)), partial(_claim, id=id)


def _chart(context: Context, id: str) -> Sheet:
    writer = bare(context, chart_url(id))
    view = chart_view(writer, id, heading=1)
    return frame(writer, chart_embed(context, id, view), chart_url(id), chart=view)


def _ranking(context: Context, id: str) -> Sheet:
    writer = bare(context, ranking_folder(id))
    view = structs.replace(ranking_table(writer, id, heading=1), page=None)
    view = view if view.source else structs.replace(view, source=credits(writer, _sources(context.standings[id])))
    whole = ranking_url(context.tracker.rankings[id])
    return frame(writer, ranking_embed(context, id, view), whole, ranking=view)


def _claim(context: Context, id: str) -> Sheet:
    writer = bare(context, claim_url(id))
    verdict, piece = context.edition.verdicts[id], claim_piece(writer, id)
    by, means = context.tracker.claims[id].by, meaning(verdict, ClaimWriter(writer).words)
    return frame(
        writer,
        claim_embed(context, id, means, piece.pictures, piece.evidence),
        claim_url(id),
        claim=piece,
        by="" if by is None else context.tracker.sources[by].publisher,
        meaning=means,
    )


def _sources(found: Iterable[Standing]) -> Iterator[str]:
    """The sources of the values of a ranking."""
    for standing in found:
        if isinstance(standing.figure, Figure):
            yield from (observation.source for observation in standing.figure.observations)

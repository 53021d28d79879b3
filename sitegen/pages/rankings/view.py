"""A ranking with all that belongs to it: the other periods of its family, its downloads, its text."""

from __future__ import annotations

from sitegen.model.ranking import Ranking
from sitegen.pages.layout import NavItem
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import Prose, RankingTable
from sitegen.pages.prose import prose
from sitegen.pages.rankings.table import ranking_table
from sitegen.pages.view import View
from sitegen.pages.words.notes import excuses
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_folder


class RankingView(View, frozen=True, kw_only=True):
    """A ranking on its page `/rankings/<id>/`, or a short one in the list: its downloads, its text if there is one,
    and the warnings that stay. periods: the ways to the same ranking of other periods. standfirst: on its page the
    summary of its text."""

    template = "ranking.html"
    periods: tuple[NavItem, ...]
    standfirst: str
    ranking: RankingTable
    body: Prose | None
    downloads: tuple[Pointer, ...]
    accepted: tuple[str, ...]


def ranking_view(writer: Writer, ranking: Ranking, *, heading: int) -> RankingView:
    """A ranking where it is read. heading: the level of its heading."""
    id = ranking.id
    document = writer.context.document("ranking", id)
    return RankingView(
        periods=periods(writer, id),
        standfirst=writer.text(document.summary) if document is not None and heading == 1 else "",
        ranking=ranking_table(writer, id, heading=heading),
        body=prose(writer, document),
        downloads=tuple(
            Pointer(label=label, href=writer.page.link(f"{ranking_folder(id)}{id}.{ending}"))
            for label, ending in (("CSV", "csv"), ("JSON", "json"))
        ),
        # who has no number is named above the table
        accepted=excuses(writer, {code: why for code, why in ranking.accepted.items() if code != "left-out"}),
    )


def periods(writer: Writer, id: str) -> tuple[NavItem, ...]:
    """The ways to the periods of a ranking's family, the latest first; none where it stands alone."""
    return tuple(
        NavItem(
            label=writer.period(each.period, short=True),
            href=writer.page.link(each.url),
            current="page" if each.url == writer.page.url else "",
        )
        for each in writer.context.periods(id)
    )

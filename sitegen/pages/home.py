"""The home page: the finding, the lead ranking and chart, the expansion map, new briefs, the health of the data."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen import urls
from sitegen.claims import Verdict
from sitegen.pages.briefs import cards
from sitegen.pages.charts.view import chart_view, shown
from sitegen.pages.claims.claims import lines
from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.context import Context
from sitegen.pages.data.health import Health, health
from sitegen.pages.expansion import world_map
from sitegen.pages.layout import Head
from sitegen.pages.parts import Card
from sitegen.pages.pieces import ChartView, Prose, RankingTable
from sitegen.pages.prose import prose
from sitegen.pages.rankings.table import listed, ranking_table
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer

BRIEFS = 3
CLAIMS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """`/`. finding: one sentence of figures, set large. expansion, all_claims, all_briefs: the pages with more."""

    title: str
    finding: str
    body: Prose | None
    ranking: RankingTable | None
    chart: ChartView | None
    map: ChartView | None
    expansion: str | None
    claims: tuple[ClaimLine, ...]
    all_claims: str | None
    briefs: tuple[Card, ...]
    all_briefs: str | None
    health: Health


def home(context: Context) -> Pages:
    """The home page."""
    yield urls.HOME, _home


def _home(context: Context) -> Sheet:
    """From `content/index.md` and the leads that `data/site.yaml` names."""
    writer = Writer(context, Page(urls.HOME))
    there = {section.url for section in context.sections()}
    site, document = context.tracker.site, next(iter(context.published("index")), None)
    title = document.title if document and document.title else None
    finding = writer.text(document.summary if document else None) or writer.text(site.tagline)
    body = prose(writer, document)
    ranking, chart = site.lead_ranking, site.lead_chart
    view = HomeView(
        title=writer.text(title) or site.name,
        finding=finding,
        body=body,
        ranking=None if ranking is None or listed(writer, ranking) else ranking_table(writer, ranking, heading=2),
        chart=None if chart is None or shown(writer, chart) else chart_view(writer, chart, heading=2),
        map=_map(writer, chart),
        expansion=writer.page.link(urls.EXPANSION) if urls.EXPANSION in there else None,
        claims=lines(writer, _claims(context)),
        all_claims=writer.page.link(urls.CLAIMS) if urls.CLAIMS in there else None,
        briefs=cards(writer, context.briefs()[:BRIEFS]),
        all_briefs=writer.page.link(urls.BRIEFS) if len(context.briefs()) > BRIEFS else None,
        health=health(writer),
    )
    description = plain(document.summary if document else None, context.edition) or plain(site.tagline, context.edition)
    return sheet(context, writer, "home.html", view, Head(title=site.name, description=description))


def _claims(context: Context) -> list[Verdict]:
    """The claims that `data/site.yaml` leads with, else the first that sources make."""
    verdicts = context.edition.verdicts
    led = [verdicts[id] for id in context.tracker.site.lead_claims if id in verdicts]
    return led or [verdict for verdict in verdicts.values() if verdict.claim.by is not None][:CLAIMS]


def _map(writer: Writer, lead: str | None) -> ChartView | None:
    """The map of most companies that does not stand on the page already: one from a file, else our own of all."""
    maps = [c for c in writer.context.tracker.charts.values() if c.kind == "map" and len(c.companies) > 1]
    if not maps:
        return next(world_map(writer), None)
    widest = max(maps, key=lambda chart: (len(chart.companies), chart.id)).id
    return None if widest == lead or shown(writer, widest) else chart_view(writer, widest, heading=2)

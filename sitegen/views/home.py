"""The home page: the finding, the lead ranking and chart, the expansion map, new briefs, the health of the data."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen import urls
from sitegen.claims import Verdict
from sitegen.page import Page
from sitegen.show import plain
from sitegen.views.briefs import cards
from sitegen.views.chart_view import chart_view, shown
from sitegen.views.claim_parts import ClaimLine
from sitegen.views.claims import lines
from sitegen.views.desk import Desk
from sitegen.views.expansion import world_map
from sitegen.views.health import Health, health
from sitegen.views.layout import Head
from sitegen.views.parts import Card
from sitegen.views.pieces import ChartView, Prose, RankingTable
from sitegen.views.prose import prose
from sitegen.views.ranking_table import listed, ranking_table
from sitegen.views.sheet import Pages, Sheet, sheet
from sitegen.views.writer import Writer

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


def home(desk: Desk) -> Pages:
    """The home page."""
    yield urls.HOME, _home


def _home(desk: Desk) -> Sheet:
    """From `content/index.md` and the leads that `data/site.yaml` names."""
    writer = Writer(desk, Page(urls.HOME))
    site, document = desk.tracker.site, next(iter(desk.published("index")), None)
    title = document.title if document and document.title else None
    finding = writer.text(document.summary if document else None) or writer.text(site.tagline)
    body = prose(writer, document)
    ranking, chart = site.lead_ranking, site.lead_chart
    view = HomeView(
        title=writer.text(title, "inline") or site.name,
        finding=finding,
        body=body,
        ranking=None if ranking is None or listed(writer, ranking) else ranking_table(writer, ranking, heading=2),
        chart=None if chart is None or shown(writer, chart) else chart_view(writer, chart, heading=2),
        map=_map(writer, chart),
        expansion=writer.page.link(urls.EXPANSION) if "expansion" in desk.sections() else None,
        claims=lines(writer, _claims(desk)),
        all_claims=writer.page.link(urls.CLAIMS) if "claims" in desk.sections() else None,
        briefs=cards(writer, desk.briefs()[:BRIEFS]),
        all_briefs=writer.page.link(urls.BRIEFS) if len(desk.briefs()) > BRIEFS else None,
        health=health(writer),
    )
    description = plain(document.summary if document else None, desk.edition) or plain(site.tagline, desk.edition)
    return sheet(desk, writer, "home.html", view, Head(title=site.name, description=description))


def _claims(desk: Desk) -> list[Verdict]:
    """The claims that `data/site.yaml` leads with, else the first that sources make."""
    verdicts = desk.edition.verdicts
    led = [verdicts[id] for id in desk.tracker.site.lead_claims if id in verdicts]
    return led or [verdict for verdict in verdicts.values() if verdict.claim.by is not None][:CLAIMS]


def _map(writer: Writer, lead: str | None) -> ChartView | None:
    """The map of most companies that does not stand on the page already: one from a file, else our own of all."""
    maps = [c for c in writer.desk.tracker.charts.values() if c.kind == "map" and len(c.companies) > 1]
    if not maps:
        return next(world_map(writer), None)
    widest = max(maps, key=lambda chart: (len(chart.companies), chart.id)).id
    return None if widest == lead or shown(writer, widest) else chart_view(writer, widest, heading=2)

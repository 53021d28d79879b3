"""What pages are called when other pages name them."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen import urls
from sitegen.edition import Edition
from sitegen.show import plain


def page_names(edition: Edition) -> Mapping[str, str]:
    """The names, in plain words, of the pages on which figures stand, by URL."""
    tracker = edition.tracker
    names = {urls.HOME: tracker.site.name, urls.CAPABILITIES: "Capabilities"}
    names |= {f"{urls.COMPANIES}{entity.id}/": entity.name for entity in tracker.entities.values()}
    names |= {urls.expansion_url(e.company): f"{tracker.entities[e.company].name} abroad" for e in tracker.entries}
    names |= {
        urls.ranking_url(id): f"Ranking: {plain(ranking.title, edition)}" for id, ranking in tracker.rankings.items()
    }
    names |= {urls.chart_url(id): f"Chart: {plain(chart.title, edition)}" for id, chart in tracker.charts.items()}
    names |= {urls.claim_url(id): f"Claim: {plain(claim.text, edition)}" for id, claim in tracker.claims.items()}
    for document in tracker.documents.values():
        if document.kind in ("brief", "page") and (edition.drafts or not document.draft):
            kind = "Brief: " if document.kind == "brief" else ""
            names[urls.document_url(document)] = kind + plain(document.title, edition)
    return names

"""What pages are called when other pages name them, and what a `[[…]]` link prints."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen import urls
from sitegen.edition import Edition
from sitegen.model import Text, parse_series
from sitegen.model.body import Link
from sitegen.pages.show import plain, source_name


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


def link_name(link: Link, edition: Edition) -> str:
    """What the thing that a `[[…]]` link names is called: `[[seres]]` is "Seres Group". A claim stands in quotes."""
    kind, _, id = link.target.strip("[] ").partition("#")[0].rpartition(":")
    tracker = edition.tracker
    titles: dict[tuple[str, str], Text | None] = {(d.kind, d.id): d.title for d in tracker.documents.values()}
    titles |= {("ranking", ranking.id): ranking.title for ranking in tracker.rankings.values()}
    titles |= {("chart", chart.id): chart.title for chart in tracker.charts.values()}
    if (title := titles.get((kind, id))) is not None:
        return plain(title, edition)
    if kind == "claim" and id in tracker.claims:
        return f"“{plain(tracker.claims[id].text, edition)}”"
    if kind == "source" and id in tracker.sources:
        return source_name(tracker.sources[id])
    if kind == "capability" and id in tracker.capabilities:
        return tracker.capabilities[id].label
    if kind == "series":
        return edition.figures.label(parse_series(id))
    if kind == "expansion" and id in tracker.entities:
        return f"{tracker.entities[id].name} abroad"
    return tracker.entities[id].name if id in tracker.entities else id

"""The register of kinds: one row for each kind of thing, in the order of the site.

A new kind of page has files of its own and a row here. Links, lints, "used on", the masthead, the checks of what nobody
uses, and the pages themselves read this table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen import exports, urls
from sitegen.grouped import grouped
from sitegen.model.document import Document, Tagged
from sitegen.model.entry import MarketEntry
from sitegen.model.source import source_name
from sitegen.model.tracker import Tracker
from sitegen.pages.briefs import briefs
from sitegen.pages.capabilities.capabilities import capabilities
from sitegen.pages.changes.changes import changes
from sitegen.pages.charts.charts import charts
from sitegen.pages.claims.claims import claims
from sitegen.pages.companies.companies import companies
from sitegen.pages.compare.compare import comparisons, pair_title
from sitegen.pages.data.data import data
from sitegen.pages.expansion.expansion import expansion
from sitegen.pages.explore.explore import explore
from sitegen.pages.home import home
from sitegen.pages.rankings.rankings import rankings
from sitegen.pages.search import details
from sitegen.pages.search.search import search
from sitegen.pages.sharing import things
from sitegen.pages.single import pages
from sitegen.pages.sources.sources import sources
from sitegen.pages.tags import tags
from sitegen.register.kind import Kind, Kinds
from sitegen.register.said import Subject, each, of_chart, of_claim, of_ranking, said, texts_of_chart

Plan = tuple[MarketEntry, ...]


def _documents(kind: str) -> Callable[[Tracker], Mapping[str, Document]]:
    return lambda tracker: {d.id: d for d in tracker.documents.values() if d.kind == kind}


def _plans(tracker: Tracker) -> Mapping[str, Plan]:
    return grouped((entry.company, entry) for entry in tracker.entries)


def _tags(tracker: Tracker) -> Mapping[str, Tagged]:
    found = grouped((tag, brief) for brief in _documents("brief")(tracker).values() for tag in brief.tags)
    return {id: Tagged(tracker.site.tag(id), briefs) for id, briefs in found.items()}


KINDS: Kinds = (
    Kind(
        name="index",
        things=lambda tracker: {"": tracker.site},
        url=lambda id, site: urls.HOME,
        title=lambda site, tracker: site.name,
        texts=lambda site: said(site.tagline, headlines=1),
        document="index",
        pages=home,
        files=exports.figures,
    ),
    Kind(
        name="entity",
        things=lambda tracker: tracker.entities,
        url=lambda id, entity: urls.entity_url(entity),
        title=lambda entity, tracker: entity.name,
        subject=lambda entity: Subject((entity.id,)),
        texts=lambda entity: said(entity.about, subject=Subject((entity.id,))),
        document="company",
        folder="companies",
        section=("section.companies", urls.COMPANIES),
        always=True,
        home=urls.company_url,
        found=details.of_entity,
        pages=companies,
        files=exports.companies,
    ),
    Kind(
        name="comparison",
        things=lambda tracker: {pair.id: pair for pair in tracker.site.compare},
        url=lambda id, pair: urls.comparison_url(pair.one, pair.other),
        title=pair_title,
        section=("section.compare", urls.COMPARE),
        named="named.comparison",
        home=urls.comparison_url,
        made_of=lambda pair: (("entity", pair.one), ("entity", pair.other)),
        pages=comparisons,
        files=exports.comparisons,
    ),
    Kind(
        name="ranking",
        things=lambda tracker: tracker.rankings,
        url=lambda id, ranking: urls.ranking_url(ranking),
        title=lambda ranking, tracker: ranking.title,
        subject=of_ranking,
        texts=lambda r: said(r.title, r.family, r.subtitle, r.note, subject=of_ranking(r), headlines=2, captions=1),
        sources=lambda ranking: () if ranking.table is None else (ranking.table.source,),
        owners=lambda ranking: (ranking,),
        document="ranking",
        folder="rankings",
        section=("section.rankings", urls.RANKINGS),
        named="named.ranking",
        home=urls.ranking_folder,
        found=details.of_ranking,
        pages=rankings,
        files=exports.rankings,
        embeds=things.rankings,
    ),
    Kind(
        name="expansion",
        things=_plans,
        url=lambda id, plan: urls.expansion_url(id),
        title=lambda plan, tracker: tracker.site.locale.say(
            "expansion.company", company=tracker.entities[plan[0].company].name
        ),
        subject=lambda plan: Subject((*dict.fromkeys(id for entry in plan for id in (entry.company, entry.entity)),)),
        texts=lambda plan: each((entry.text, (entry.entity, entry.company)) for entry in plan),
        sources=lambda plan: (entry.source for entry in plan),
        document="expansion",
        folder="expansion",
        section=("section.expansion", urls.EXPANSION),
        home=urls.expansion_url,
        made_of=lambda plan: (("entity", plan[0].company),),
        found=details.of_expansion,
        pages=expansion,
    ),
    Kind(
        name="capability",
        things=lambda tracker: tracker.capabilities,
        url=lambda id, capability: urls.capability_url(id),
        title=lambda capability, tracker: capability.label,
        subject=lambda capability: Subject(tuple(answer.entity for answer in capability.answers)),
        texts=lambda capability: each((answer.text, (answer.entity,)) for answer in capability.answers),
        sources=lambda capability: (answer.source for answer in capability.answers),
        section=("section.capabilities", urls.CAPABILITIES),
        found=details.of_capability,
        pages=capabilities,
    ),
    Kind(
        name="claim",
        things=lambda tracker: tracker.claims,
        url=lambda id, claim: urls.claim_url(id),
        title=lambda claim, tracker: claim.text,
        subject=lambda claim: Subject(claim.about),
        texts=of_claim,
        sources=lambda claim: () if claim.by is None else (claim.by,),
        checks=lambda claim: claim.tests,
        section=("section.claims", urls.CLAIMS),
        named="named.claim",
        linked="linked.claim",
        home=urls.claim_url,
        found=details.of_claim,
        pages=claims,
        files=exports.claims,
        embeds=things.claims,
    ),
    Kind(
        name="brief",
        things=_documents("brief"),
        url=lambda id, document: urls.document_url(document),
        title=lambda document, tracker: document.title,
        document="brief",
        folder="briefs",
        required=("title", "summary", "date"),
        section=("section.briefs", urls.BRIEFS),
        named="named.brief",
        found=details.of_brief,
        pages=briefs,
    ),
    Kind(
        name="chart",
        things=lambda tracker: tracker.charts,
        url=lambda id, chart: urls.chart_url(id),
        title=lambda chart, tracker: chart.title,
        subject=of_chart,
        texts=texts_of_chart,
        sources=lambda chart: chart.quoted,
        owners=lambda chart: (chart,),
        section=("section.charts", urls.CHARTS),
        named="named.chart",
        home=urls.chart_url,
        pages=charts,
        files=exports.charts,
        embeds=things.charts,
    ),
    Kind(
        name="page",
        things=_documents("page"),
        url=lambda id, document: urls.document_url(document),
        title=lambda document, tracker: document.title,
        document="page",
        required=("title",),
        group="search.pages",
        pages=pages,
    ),
    Kind(
        name="event",
        things=lambda tracker: tracker.events,
        subject=lambda event: Subject(event.entities),
        texts=lambda event: said(event.text, event.label, subject=Subject(event.entities)),
        sources=lambda event: (event.source,),
    ),
    Kind(
        name="metric",
        things=lambda tracker: tracker.metrics,
        url=lambda id, metric: urls.metric_url(id),
        title=lambda metric, tracker: metric.label,
        group="search.metrics",
        found=details.of_metric,
    ),
    Kind(
        name="series",
        things=lambda tracker: {".".join(id): series for id, series in tracker.series.items()},
        url=lambda id, series: urls.series_url(series.id),
        title=lambda series, tracker: tracker.label(series.id),
        subject=lambda series: Subject((series.entity,)),
        sources=lambda series: series.sources,
        owners=lambda series: (series, *series.excused, *series.worked_out),
        section=("section.data", urls.DATA),
        always=True,
        home=lambda entity, metric: urls.series_url((entity, metric)),
        made_of=lambda series: (("entity", series.entity), ("metric", series.metric)),
        found=details.of_series,
        pages=data,
        files=exports.series,
        tracing=True,
    ),
    Kind(
        name="exploration",
        things=lambda tracker: {},
        section=("section.explore", urls.EXPLORE),
        foot=True,
        always=True,
        pages=explore,
        files=exports.explore,
    ),
    Kind(
        name="source",
        things=lambda tracker: tracker.sources,
        url=lambda id, source: urls.source_url(id),
        title=lambda source, tracker: source_name(source),
        sources=lambda source: () if source.via is None else (source.via,),
        owners=lambda source: (source,),
        section=("section.sources", urls.SOURCES),
        foot=True,
        always=True,
        home=urls.source_url,
        found=details.of_source,
        pages=sources,
        tracing=True,
    ),
    Kind(
        name="change",
        things=lambda tracker: {},
        section=("section.changes", urls.CHANGES),
        foot=True,
        always=True,
        pages=changes,
        files=exports.changes,
    ),
    Kind(
        name="tag",
        things=_tags,
        url=lambda id, tagged: urls.tag_url(id),
        title=lambda tagged, tracker: tagged.label,
        section=("section.tags", urls.TAGS),
        named="named.tag",
        foot=True,
        found=details.of_tag,
        pages=tags,
    ),
    Kind(name="search", things=lambda tracker: {}, pages=search, files=exports.search, tracing=True),
)
"""Every kind of thing, in the order of the site."""

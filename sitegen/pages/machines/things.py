"""What pages are about, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.claims import Verdict, VerdictWord
from sitegen.model.basics.period import Period
from sitegen.model.document import Document
from sitegen.model.entity import Entity
from sitegen.model.series import Series
from sitegen.pages.context import Context
from sitegen.pages.machines.graph import Thing, filled, publisher, whole
from sitegen.pages.record.card import published
from sitegen.pages.words.show import plain
from sitegen.urls import brief_url, card_url, claim_url, company_url, series_file, series_url

RATINGS: dict[VerdictWord, int] = {"supported": 5, "contradicted": 1}
"""Verdicts as a rating of how true a claim is. The two others say that nobody knows, in a word without a number."""
FORMATS = (("csv", "text/csv"), ("json", "application/json"))


def article(context: Context, document: Document, image: str | None) -> Thing:
    """A brief. image: the URL of its own, or None. The site is the author where nobody is named."""
    edition = context.edition
    card = card_url(brief_url(document.id)) if published(edition.base_url) else None
    picture = image or card
    return filled(
        {
            "@type": "Article",
            "headline": plain(document.title, edition),
            "description": plain(document.summary, edition),
            "datePublished": _day(document.date),
            "dateModified": _day(document.updated or document.date),
            "author": [{"@type": "Person", "name": name} for name in document.authors] or [publisher(context)],
            "publisher": publisher(context),
            "image": None if picture is None else whole(context, picture),
            "inLanguage": context.tracker.site.locale.language,
            "mainEntityOfPage": whole(context, brief_url(document.id)),
        }
    )


def organization(context: Context, entity: Entity) -> tuple[Thing, ...]:
    """A company, alliance or supplier, with the names that its page shows; nothing for a market."""
    if entity.kind == "market":
        return ()
    brands = (each for each in context.tracker.entities.values() if each.page == entity.id and each.kind == "brand")
    found = {
        "@type": "Organization",
        "name": entity.name,
        "alternateName": [name for name in (entity.native, *entity.aliases) if name],
        "description": plain(entity.about, context.edition),
        "url": entity.website,
        "brand": [{"@type": "Brand", "name": brand.name} for brand in brands],
        "mainEntityOfPage": whole(context, company_url(entity.id)),
    }
    return (filled(found),)


def review(context: Context, verdict: Verdict, meaning: str) -> tuple[Thing, ...]:
    """The test of what a source claims; nothing for a claim of our own, which nobody may review but others.

    meaning: what the verdict means.
    """
    claim = verdict.claim
    if claim.by is None:
        return ()
    source = context.tracker.sources[claim.by]
    rating = RATINGS.get(verdict.word)
    numbers = {} if rating is None else {"ratingValue": rating, "bestRating": 5, "worstRating": 1}
    said = {
        "@type": "Claim",
        "author": {"@type": "Organization", "name": source.publisher},
        "datePublished": _day(source.published),
        "appearance": {"@type": "CreativeWork", "url": source.url},
    }
    word = context.locale.say(f"claims.verdict.{verdict.word}")
    found = {
        "@type": "ClaimReview",
        "url": whole(context, claim_url(claim.id)),
        "claimReviewed": plain(claim.text, context.edition),
        "author": publisher(context),
        "datePublished": _judged(context, claim.id),
        "reviewRating": {"@type": "Rating", **numbers, "alternateName": word, "ratingExplanation": meaning},
        "itemReviewed": filled(said),
        "inLanguage": context.tracker.site.locale.language,
    }
    return (filled(found),)


def _judged(context: Context, claim: str) -> str | None:
    """The day of a verdict: that on which it turned last, else that of the data."""
    turned = context.turned_of(claim)
    return str(turned[0].day) if turned else _day(context.edition.compiled)


def dataset(context: Context, series: Series, description: str, periods: Iterable[Period]) -> Thing:
    """A series. periods: those that it has values for."""
    site, metric, found = context.tracker.site, context.tracker.metrics[series.metric], tuple(periods)
    first, last = min(found, default=None), max(found, default=None)
    spread = "" if first is None or last is None else f"{first.first}/{last.last}"
    return filled(
        {
            "@type": "Dataset",
            "name": context.figures.label(series.id),
            "description": description,
            "url": whole(context, series_url(series.id)),
            "license": None if site.licence is None else site.licence.url,
            "creator": publisher(context),
            "temporalCoverage": spread,
            "variableMeasured": metric.label,
            "inLanguage": site.locale.language,
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": whole(context, series_file(series.id, ending)),
                }
                for ending, kind in FORMATS
            ],
        }
    )


def _day(period: Period | None) -> str | None:
    """A day, month or year as ISO 8601 has it; None for what is no such time."""
    return str(period) if period is not None and period.named in ("day", "month", "year") else None

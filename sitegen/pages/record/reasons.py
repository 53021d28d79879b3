"""Why a page was made again, in words: what stands behind a key that it read."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.recall.reads import ALL

_WORDS: Mapping[str, tuple[str, str]] = {
    "tracker.entities": ("the entity {}", "one of the entities"),
    "tracker.metrics": ("the metric {}", "one of the metrics"),
    "tracker.own_places": ("the place {}", "one of the places"),
    "tracker.sources": ("the source {}", "one of the sources"),
    "tracker.series": ("the series {}", "one of the series"),
    "tracker.rankings": ("the ranking {}", "one of the rankings"),
    "tracker.capabilities": ("the capability {}", "one of the capabilities"),
    "tracker.events": ("the event {}", "one of the events"),
    "tracker.charts": ("the chart {}", "one of the charts"),
    "tracker.claims": ("the claim {}", "one of the claims"),
    "tracker.documents": ("the front matter of {}", "the front matter of a document"),
    "edition.values": ("what {} gives", "what an expression gives"),
    "edition.verdicts": ("the verdict on {}", "one of the verdicts"),
    "edition.plots": ("the plan of the chart {}", "the plan of a chart"),
    "context.charts": ("the chart {}", "one of the charts"),
    "context.automatic": ("the chart {}", "one of the charts"),
    "context.names": ("the title of {}", "the title of a page"),
    "context.standings": ("the order of the ranking {}", "the order of a ranking"),
    "uses.series": ("the list of figures of {} that pages show", "the list of series that pages show"),
    "uses.pages": ("the list of pages that show figures of {}", "the list of pages that show figures"),
    "uses.sources": ("the list of pages that cite {}", "the list of sources that pages cite"),
    "uses.notes": ("the list of notes in {}", "the list of files of notes"),
    "uses.ids": ("the parts of {}", "the parts of pages"),
    "uses.cards": ("what the picture of {} shows", "what the pictures of pages show"),
    "body": ("the text of {}", ""),
}
"""By the kind of a key: what one thing is called, and what all of them are called."""
_LISTS: Mapping[str, str] = {
    "published": "the documents that are published: {}",
    "document": "the front matter of the {}",
    "briefs": "the list of briefs",
    "briefs_of": "the list of briefs about {}",
    "rankings": "the list of rankings",
    "periods": "the list of periods of the ranking {}",
    "pages": "the list of companies and markets",
    "pairs": "the list of pairs to compare {}",
    "sections": "the sections of the site",
    "link": "what the link {} leads to",
    "reached": "how far the data reach",
    "metrics": "the list of metrics",
    "regions": "the places in which series count",
    "series_of": "the list of series of {}",
    "series_from": "the list of series with values from {}",
    "citing": "the list of documents that cite the claim {}",
    "history": "the history of the data",
    "newest": "the newest changes of the data",
    "changes_of": "the earlier values of {}",
    "headings": "the headings of {}",
    "parts": "the largest parts of {}",
    "ends": "the smallest parts of {}",
    "given_ids": "the ids that {} gives to headings",
    "picture": "the picture {}",
    "aged": "what changed of the figures of {}",
    "turned_of": "how the verdict on the claim {} turned",
}


def in_words(key: str) -> str:
    """What stands behind a key, as a phrase that goes before "changed"."""
    kind, _, name = key.partition(":")
    if kind == "list":
        title, _, about = name.partition(" ")
        return _LISTS[title].format(about)
    one, some = _WORDS[kind]
    return some if name == ALL else one.format(name)

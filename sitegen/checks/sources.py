"""Checks on sources: relays in a circle, sources that nothing names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.finding import Finding
from sitegen.figures import Figures
from sitegen.figures.choice import chain
from sitegen.model.text import Expression, Text
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

# A source's id in an expression: quoted in cite("…"), or after ~ in an address.
_NAMED = re.compile(r"[\"'~]([a-z0-9-]+)[\"']")


def relay_circle(figures: Figures) -> Iterator[Finding]:
    """Sources that relay one another in a circle; each circle is told once, at its first source by id."""
    sources = figures.tracker.sources
    for source in sources.values():
        ids = [step.id for step in chain(source.id, sources)]
        if sources[ids[-1]].via == source.id and source.id == min(ids):
            message = f"{' relays '.join([*ids, source.id])}: none of them is the origin"
            yield Finding(Problem(source.place, "relay-circle", message, "leave via: out at the one that came first"))


def unused_source(figures: Figures) -> Iterator[Finding]:
    """Sources that no value, event, plan, answer, table, relay or expression names."""
    tracker = figures.tracker
    used = _used(tracker)
    for source in tracker.sources.values():
        if source.id not in used:
            message = f'nothing names the source "{source.id}"'
            hint = "name it where it is used, take it out, or write accepted: {unused-source: why}"
            yield Finding(Problem(source.place, "unused-source", message, hint), (source,))


def _used(tracker: Tracker) -> frozenset[str]:
    used = {observation.source for series in tracker.series.values() for observation in series.observations}
    used |= {source.via for source in tracker.sources.values() if source.via is not None}
    used |= {entry.source for entry in tracker.entries} | {event.source for event in tracker.events.values()}
    used |= {answer.source for capability in tracker.capabilities.values() for answer in capability.answers}
    used |= {claim.by for claim in tracker.claims.values() if claim.by is not None}
    used |= {ranking.table.source for ranking in tracker.rankings.values() if ranking.table is not None}
    return frozenset(used.union(*(_NAMED.findall(expression.source) for expression in _expressions(tracker))))


def _expressions(tracker: Tracker) -> Iterator[Expression]:
    """Every expression of documents and data, in drafts too: a draft's sources are on their way."""
    texts: list[Text | None] = [tracker.site.tagline, *(entity.about for entity in tracker.entities.values())]
    for document in tracker.documents.values():
        yield from document.body.expressions
        texts += [document.title, document.summary, document.image_alt]
    for ranking in tracker.rankings.values():
        texts += [ranking.title, ranking.subtitle, ranking.note]
    for chart in tracker.charts.values():
        texts += [chart.title, chart.subtitle, chart.caption, chart.alt, chart.note]
        for address in chart.figures:
            yield Expression(f'"{address}"', chart.place)
    texts += [entry.text for entry in tracker.entries] + [event.text for event in tracker.events.values()]
    texts += [answer.text for capability in tracker.capabilities.values() for answer in capability.answers]
    for claim in tracker.claims.values():
        texts += [claim.text, claim.because, claim.note]
        for lines in (claim.check, *claim.alternatives):
            yield from lines
    for text in texts:
        yield from () if text is None else text.expressions

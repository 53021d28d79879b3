"""The evidence on a claim as HTML that stands alone: every reading with what it asks, what is found and from whom."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from sitegen.claims import Answered, ClaimWords, Compared, Reading, Side, Verdict
from sitegen.figures import Figure
from sitegen.pages.context import Context
from sitegen.pages.words.show import plain
from sitegen.urls import source_url, whole


def evidence(context: Context, verdict: Verdict) -> Markup:
    """All readings of a claim, the check first."""
    words = ClaimWords(context.figures, lambda text: plain(text, context.edition))
    return Markup("").join(_reading(context, words, reading) for reading in verdict.readings)


def _reading(context: Context, words: ClaimWords, reading: Reading) -> Markup:
    outcome = context.locale.say(f"claim.read.{reading.outcome}")
    rows = [_row(context, words, compared) for compared in reading.comparisons]
    for rivalry in reading.rivalries:
        rows += [
            Markup("{}{}").format(words.found(each.figure), _linked(context, [each.observation.source]))
            for each in rivalry.candidates
            if each.observation is not None
        ]
    items = Markup("").join(Markup("<li>{}</li>").format(row) for row in dict.fromkeys(rows))
    return Markup("<p>{}</p><ul>{}</ul>").format(outcome, items)


def _row(context: Context, words: ClaimWords, compared: Compared) -> Markup:
    outcome = context.locale.say(f"claim.outcome.{compared.outcome}")
    sides = [
        Markup("{}: {}{}").format(words.name(side), words.found(side), _linked(context, [*_sources(side)]))
        for side in (compared.left, compared.right)
        if isinstance(side, Answered) or (isinstance(side, Figure) and side.addresses)
    ]
    return Markup("{} ({})").format(Markup("; ").join(sides), outcome)


def _sources(side: Side) -> Iterator[str]:
    if isinstance(side, Answered):
        yield from side.sources
    elif isinstance(side, Figure):
        yield from (observation.source for observation in side.observations)


def _linked(context: Context, sources: list[str]) -> Markup:
    links = [
        Markup('<a href="{}">{}</a>').format(
            whole(context.edition.base_url, source_url(id)), context.tracker.sources[id].publisher
        )
        for id in dict.fromkeys(sources)
    ]
    return Markup(", ").join([Markup(""), *links])

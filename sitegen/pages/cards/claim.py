"""The card of a claim: its words, its verdict, and what that means."""

from __future__ import annotations

from sitegen.claims import Verdict
from sitegen.figures.periods import say_period
from sitegen.pages.cards.kinds import kinds_of
from sitegen.pages.record.card import Card
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer


def claim_card(writer: Writer, verdict: Verdict, meaning: str) -> Card:
    """The card of a claim. meaning: what its verdict means."""
    context, claim = writer.context, verdict.claim
    foot = [writer.say("claims.by-site")]
    if claim.by is not None:
        source = context.tracker.sources[claim.by]
        when = "" if source.published is None else say_period(source.published, context.locale)
        foot = [source.publisher, when, kinds_of(context, [claim.by])]
    return Card(
        kind=writer.say("card.claim"),
        title=plain(claim.text, context.edition),
        word=verdict.word,
        lead=writer.say(f"claims.verdict.{verdict.word}"),
        text=meaning,
        foot=tuple(filter(None, foot)),
    )

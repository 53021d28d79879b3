"""What kinds of sources the numbers of a card rest on."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.pages.context import Context


def sources_of(context: Context, sources: Iterable[str]) -> str:
    """What kinds of sources numbers rest on: "Sources: filing and press"; "" for none."""
    each = tuple(dict.fromkeys(sources))
    return context.locale.count("card.sources", len(each), kinds=kinds_of(context, each)) if each else ""


def kinds_of(context: Context, sources: Iterable[str]) -> str:
    """The kinds of some sources, each once: "filing and press"; "" for none."""
    known = context.tracker.sources
    kinds = dict.fromkeys(known[source].kind for source in sources)
    return context.locale.listed(context.locale.say(f"source.kind.{kind}") for kind in kinds)

"""What a pair has in common, for the pages that ask: found once, and remembered."""

from __future__ import annotations

from sitegen.figures.common import Common, in_common
from sitegen.model.site import Pair
from sitegen.pages.context import Context
from sitegen.pages.words.writer import series_on


def common_of(context: Context, pair: Pair) -> Common:
    """What there is of both entities, each with its brands and models."""
    entities = (context.tracker.entities[id] for id in (pair.one, pair.other))
    return context.recalled(*in_common(pair, [id for entity in entities for id in series_on(context, entity)]))

"""Words for a plan before what was reported: "plans to sell {{ … }}", "its target of {{ … }}"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.lists.vocabulary import TO_FIGURE
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.texts import Remark

_COUNTED = (
    "sell|make|bake|carry|deliver|export|produce|earn|have|hit|reach|attain|achieve|employ|host|welcome|transport|net"
)
"""Verbs before how much it will be: it may "electrify" or "recoup" what there is already."""
_PLANNED = (
    r"(?i)(?<![\w-])(?P<word>(?:targets?|goals?|guidance|forecasts?|outlook|budget) of"
    rf"|(?:plans|aims|expects|hopes|intends|wants) to (?:{_COUNTED})){TO_FIGURE}"
)


def planned(parsed: Parsed) -> Iterator[Remark]:
    """Every such word right before a value of which each source says that it was counted."""
    for spot in parsed.spots:
        observations = spot.figure.observations if spot.metric is not None else ()
        counted = bool(observations) and all(each.status not in ("target", "estimated") for each in observations)
        if counted and (match := re.search(_PLANNED, spot.before)):
            message = f'"{match["word"]}" stands before {spot.said}, which is reported and no plan'
            yield spot.remark(match, "before", message, "say what it was, or ask for the target: its source gives it")

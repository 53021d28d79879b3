"""Figures behind or below the name of another metric: "its margin was {{ … }}" of a mortality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.beside.reached import DOWN, UP, is_change
from sitegen.check.text.lists.vocabulary import CAME_TO, TO_FIGURE
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_OF = (" of", " at", " von", " de", " di", " van", " på")
"""Between a label and that of which it is: "the staff of {{ 5 }} ships"."""


def labelled(parsed: Parsed) -> Iterator[Remark]:
    """Every figure right behind the label of a metric of another unit or kind, or below one in a table."""
    for spot in parsed.spots:
        metric = spot.metric or _moved(spot, parsed.tracker)
        others = {} if metric is None else _others(metric, spot, parsed.tracker)
        if metric is None or not others:
            continue
        labels = "|".join(sorted(map(re.escape, others), key=len, reverse=True))
        between = rf"{CAME_TO}|\s?[:：]" if spot.metric is not None else rf"\s(?:{UP}|{DOWN})(?:\sby)?"
        match = re.search(
            rf"(?i)(?<![\w-])(?<!and )(?<!und )(?<!et )(?<!{BLANK}\s)"
            rf"(?P<word>{labels})(?P<between>{between}){TO_FIGURE}",
            spot.before,
        )
        if match is not None and not (match["between"] in _OF and spot.counts):
            yield spot.remark(match, "before", *_said(match["word"], spot, metric))
        for head in parsed.passage.heads:
            if head.words.strip().lower() in others:
                yield Remark(spot.offset, BLANK, *_said(head.words.strip(), spot, metric))


def _moved(spot: Spot, tracker: Tracker) -> Metric | None:
    """The metric of a change."""
    metrics = {each.metric for each in spot.figure.nearest}
    return tracker.metrics[metrics.pop()] if is_change(spot.figure) and len(metrics) == 1 else None


def _said(word: str, spot: Spot, metric: Metric) -> tuple[str, str]:
    message = f'"{word}" stands before {spot.said}, which is of "{metric.label}"'
    return message, "write what the figure counts, or ask for another figure"


def _others(own: Metric, spot: Spot, tracker: Tracker) -> Mapping[str, Metric]:
    """The other metrics by their labels in small letters, but for those that count alike or share a word with it."""
    series = tracker.series.get(spot.figure.nearest[0].series) if spot.figure.nearest else None
    known = " ".join((own.label, own.in_text, *own.aliases, series.definition if series is not None else "")).lower()
    return {
        metric.label.lower(): metric
        for metric in tracker.metrics.values()
        if (metric.unit != own.unit or "rate" in (metric.kind, own.kind)) and metric.id != own.id
        if not any(word in known for word in re.findall(r"\w{4,}", metric.label.lower()))
    }

"""Heads of rows and columns that say another unit, length, size or kind of count than the figure beside or below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.excused import foreign, paced
from sitegen.check.text.lists.framing import CHANGED
from sitegen.check.text.lists.vocabulary import read_in
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures import say
from sitegen.figures.nouns import heading
from sitegen.figures.scales import scale_words
from sitegen.model.basics.catalogue import NAMED, is_currency
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_UNIT = re.compile(r"(?:[,(]|\sin)\s?(?P<unit>[^,()]+)\)?\Z")
"""At the end of a head: "Fare, dollars", "Fare (US dollars)", "Revenue in dollars"."""
_WHEN = r"(?:,?\s(?:in|on|over|since|year|im|auf|en|sur)\b.*|\s?\(.*)?"


def headed(parsed: Parsed) -> Iterator[Remark]:
    """The only figure of a cell, where a head of its row or column says what it is not."""
    heads = [head.words.strip() for head in parsed.passage.heads]
    for spot in parsed.spots if heads and len(parsed.values) == 1 else ():
        for head in heads:
            if spot.metric is not None and (what := _contrary(head, spot, spot.metric, parsed.tracker)):
                message = f'"{head}" heads {spot.said}, which {what}'
                yield Remark(spot.offset, BLANK, message, "write what the figure counts, or ask for another figure")


def _contrary(head: str, spot: Spot, metric: Metric, tracker: Tracker) -> str:
    """What a level is, where a head says something else; "" where it does not."""
    own, changed = _known(metric, spot, tracker), read_in(CHANGED, spot.locale)
    if re.fullmatch(rf"(?i)(?:{changed}){_WHEN}", head) and not re.search(changed, own):
        return "is a level and no change"
    times = {cadence for _, cadence in paced(head, spot.locale)} if metric.kind == "flow" else set()
    cadence = spot.period.cadence if spot.period is not None else None
    named = any(word in head.lower() for word in (metric.label.lower(), heading(metric.unit, spot.locale).lower()))
    if cadence is not None and times and cadence not in times and named and not [*paced(own, spot.locale)]:
        return f"is of {spot.period}"
    unit = _UNIT.search(head) if spot.figure.unit.id not in NAMED else None
    return "" if unit is None else _other_unit(unit["unit"], spot, tracker)


def _other_unit(words: str, spot: Spot, tracker: Tracker) -> str:
    figure, locale = spot.figure, spot.locale
    other = foreign(f" {words}", figure.unit, tracker)
    if other is not None and not any(other["word"].lower() in each for each in _counted(tracker)):
        return f"is in {heading(figure.unit, locale)}"
    for word, zeros in _scales(spot).items():
        says = re.match(rf"(?i){re.escape(word)}s?(?!\w)", words) is not None and word not in say(figure, locale)
        if says and zeros != figure.unit.scale:
            return f"is in {heading(figure.unit, locale)}" if figure.unit.scale else "has all its digits"
    return ""


def _scales(spot: Spot) -> dict[str, int]:
    return {word: zeros for known in spot.locale.read for word, zeros in scale_words(known).items() if len(word) > 2}


def _known(metric: Metric, spot: Spot, tracker: Tracker) -> str:
    """What a figure counts, in small letters."""
    series = tracker.series.get(spot.figure.nearest[0].series) if spot.figure.nearest else None
    definition = series.definition if series is not None else ""
    return " ".join((metric.label, metric.in_text, *metric.aliases, definition)).lower()


def _counted(tracker: Tracker) -> set[str]:
    """What the tracker counts that is no money."""
    metrics = tracker.metrics.values()
    return {
        f"{each.label} {heading(each.unit, tracker.site.locale)}".lower()
        for each in metrics
        if not is_currency(each.unit.id)
    }

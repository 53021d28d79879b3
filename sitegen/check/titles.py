"""The check of titles: short enough to be read at a glance, and with one number to remember."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.check.data import Finding
from sitegen.check.lead import printed
from sitegen.check.text.excused import Excuses
from sitegen.check.text.numerals import numerals
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure
from sitegen.model.basics.text import Expression, Text
from sitegen.model.chart import Chart
from sitegen.model.document import Document
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem
from sitegen.register.said import Owner

LENGTH = 70
"""At most so many characters has a title, as it is printed."""


def long_document_titles(
    tracker: Tracker, documents: Iterable[Document], values: Mapping[Expression, Value]
) -> Iterator[Finding]:
    """Titles of pages that are long, or have several numbers. documents: those shown."""
    titles = ((document.title, ()) for document in documents if document.title is not None)
    yield from _titles(tracker, titles, values)


def long_titles(tracker: Tracker, values: Mapping[Expression, Value]) -> Iterator[Finding]:
    """Titles of charts and rankings that are long, or have several numbers; long claims and names of series."""
    things: tuple[Chart | Ranking, ...] = (*tracker.charts.values(), *tracker.rankings.values())
    yield from _titles(tracker, ((thing.title, (thing,)) for thing in things), values)
    for claim in tracker.claims.values():
        hint = (
            "say in fewer words what is tested; what explains it belongs in `note`, another statement in another claim"
        )
        yield from _long("text", printed(claim.text, values, tracker.site.locale), claim.text.place, hint)
    for series in tracker.series.values():
        title = f"{tracker.entities[series.entity].name}: {tracker.metrics[series.metric].label}"
        hint = "shorten the label of the metric; what exactly is counted stands in the series' `definition`"
        yield from _long("title", title, series.place, hint, (series,))


def _titles(
    tracker: Tracker, titles: Iterable[tuple[Text, tuple[Owner, ...]]], values: Mapping[Expression, Value]
) -> Iterator[Finding]:
    count = Counter(tracker, values)
    for text, owners in titles:
        hint = "name the finding and leave the rest to the summary or the subtitle"
        yield from _long("title", printed(text, values, tracker.site.locale), text.place, hint, owners)
        if (numbers := count.numbers(text)) > 1:
            message = f"the title has {numbers} numbers; a reader remembers one"
            hint = "keep the one that is the finding; the others belong in the summary or the subtitle"
            yield Finding(Problem(text.place, "title-numbers", message, hint), owners)


def _long(what: str, title: str, place: Place, hint: str, owners: tuple[Owner, ...] = ()) -> Iterator[Finding]:
    """What is wrong with a title of too many characters, as it is printed. what: its name in the file at its place."""
    if len(title) > LENGTH:
        message = f"the {what} has {len(title)} characters; at most {LENGTH} are read at a glance"
        yield Finding(Problem(place, "long-title", message, hint), owners)


class Counter:
    """Counts numbers as a reader does: a figure is one, words that are excused are one, dates and names are none."""

    def __init__(self, tracker: Tracker, values: Mapping[Expression, Value]) -> None:
        self._excuses, self._values = Excuses(tracker), values

    def numbers(self, text: Text) -> int:
        """How many numbers a text has."""
        return sum(map(self._of, text.parts))

    def _of(self, part: str | Expression) -> int:
        value = part if isinstance(part, str) else self._values.get(part)
        match value:
            case Figure():
                return 1
            case Fragment(kind="lit"):
                return min(1, len(list(numerals(value.text))))
        words = value if isinstance(value, str) else "" if value is None else value.text
        return len(list(numerals(self._excuses.applied(words)))) if any(numerals(words)) else 0

"""Dates that contradict the words beside them: of briefs older than what they quote, and events whose text names
another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.saying import plain
from sitegen.check.text.when import Told, told
from sitegen.expressions import Value
from sitegen.figures import Figure, Figures
from sitegen.figures.periods import within
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression, located
from sitegen.model.document import Document
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

_CODE = "date-disagrees"
_REPORTED = ("reported", "provisional", "revised")


class _Known(NamedTuple):
    """The first day on which something could be known, and why it is that day."""

    day: date
    why: str


def too_early(figures: Figures, documents: Iterable[Document], values: Mapping[Expression, Value]) -> Iterator[Problem]:
    """A document whose latest date is before the day on which one of its figures could be known.

    What is asked for by `latest` comes later of itself.
    """
    since = cache(lambda expression: _since(values.get(expression), figures))
    for document in documents:
        days = [(name, getattr(document, name)) for name in ("date", "updated", "checked")]
        dated = [(day.last, name, day) for name, day in days if day is not None]
        fixed = [each for each in document.expressions if "@latest" not in each.source] if dated else []
        found = [known for each in fixed if (known := since(each)) is not None]
        if not found:
            continue
        (last, name, day), known = max(dated), max(found)
        if last < known.day:
            message = f"{name}: {day} is before {known.day}, {known.why}"
            hint = "look at the year, the month and the day; if a figure came later, write that day under updated:"
            yield Problem(document.places.get(name, document.place), _CODE, message, hint)


def decides_too_early(documents: Iterable[Document]) -> Iterator[str]:
    """All that decides what `too_early` finds, beside the data."""
    for each in documents:
        if each.date is not None:
            sources = [expression.source for expression in each.expressions]
            yield f"{each.path} {each.date} {each.updated} {each.checked} {sources}"


def _since(value: Value | None, figures: Figures) -> _Known | None:
    """When a figure could first be known: its time was over, and a source had told of a value on which it rests."""
    found = []
    for each in _leaves(value) if isinstance(value, Figure) else ():
        observation, address = each.observation, each.address
        if observation is None or address is None or observation.status not in _REPORTED:
            continue
        if each.metric_kind not in ("price", "measure"):  # which are known from the first day on
            found.append(_Known(observation.period.last, f"the last day of {address}"))
        by_period = figures.evidence.by_period(address.series)
        told = [figures.tracker.sources[o.source].published for o in by_period.get(observation.period, ())]
        if None not in told:
            first = min(day.first for day in told if day is not None)
            found.append(_Known(first, f"when the first source of {address} was published"))
    return max(found, default=None)


def _leaves(figure: Figure) -> Iterator[Figure]:
    """The figures on which one rests that an observation answers."""
    if figure.observation is not None:
        yield figure
    for each in figure.inputs:
        yield from _leaves(each)


def other_days(tracker: Tracker) -> Iterator[Problem]:
    """An event whose text says that it was at another time than its date."""
    locale = tracker.site.locale
    for event in tracker.events.values():
        words = plain(event.text)
        said = [each for each in told(words, locale) if _says_when(each, locale)]
        rest = words.replace(said[0].text, "") if said else ""
        if len(said) == 1 and not ELSEWHEN.search(rest) and not _meet(said[0].named, event.date):
            text = event.text
            place = located(text.runs, text.raw.index(said[0].text), len(said[0].text))
            message = f'the text says "{said[0].text}", and the event is dated {event.date}'
            yield Problem(place, _CODE, message, "look at which of the two is right")


def _says_when(said: Told, locale: Locale) -> bool:
    """Whether a text says that something was in a period: "in 2024", or a month, as in "on 5 November 2024"."""
    return said.named.cadence == "month" or said.text.lower() == within(said.named, locale).lower()


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last

"""Checks of dates: in their order, and none of them later than the day of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sitegen.model.basics.period import Period
from sitegen.model.document import Document
from sitegen.model.entity import Entity
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem

OF_SITE, OF_RUN = "the as_of of data/site.yaml", "the day given by --as-of"
"""Whose day it is that a date or a value lies after, in the messages of those that do."""
_AFTER = ("future-date", "future-value")
_SEVERAL = 3
"""So many known days after the day of the site are no slips of their own."""
_FAR = timedelta(days=3652)
"""Without a day of the site, a date so long after all data is a slip."""
Dated = tuple[str, Period, Place]
"""A date, what it is called, and where it stands."""
_HINT = "look at the year, the month and the day"


def date_order(documents: Iterable[Document]) -> Iterator[Problem]:
    """An `updated` or `checked` of a document that lies before its `date`."""
    for document in documents:
        for name, day in (("updated", document.updated), ("checked", document.checked)):
            if day is not None and document.date is not None and day.first < document.date.first:
                message = f"{name}: {day} is before {document.date}, the date of this document"
                yield Problem(document.places.get(name, document.place), "date-order", message, _HINT)


def future_date(
    tracker: Tracker, documents: Iterable[Document], as_of: Period | None, given: bool
) -> Iterator[Problem]:
    """A date that lies after the day of the site.

    as_of: that day; without one, documents are held against the data. given: whether it was given for this run.
    """
    if as_of is not None:
        whose = OF_RUN if given else OF_SITE
        dated = [*_of_documents(documents), *_of_data(tracker)]
        yield from _after(dated, as_of.last, f"is after {as_of.last}, {whose}", f"{_HINT}, and at as_of")
        return
    shown = [*documents]
    days = (series.reported for series in tracker.series.values())
    newest = max((day for day in days if day is not None), default=None)
    if newest is not None:
        why = f"is more than ten years after {newest}, the end of all data"
        yield from _after(_of_documents(shown), newest + _FAR, why, _HINT)
        yield from _far_from_all([*_of_data(tracker)], [*_of_documents(shown)], newest)


def day_first(
    problems: Sequence[Problem], tracker: Tracker, documents: Iterable[Document], as_of: Period | None, given: bool
) -> list[Problem]:
    """The problems, in which the day of the site answers for all dates and values after it, where it is too early.

    It is where several days of what is known lie after it, in more than one file; the last of them is proposed.
    """
    dated = [*_of_documents(documents), *_of_data(tracker)]
    late = [each for each in dated if as_of and as_of.last < each[1].first <= as_of.last + _FAR]
    if as_of is None or len(late) < _SEVERAL or len({place.path for _, _, place in late}) == 1:
        return [*problems]
    name, day, where = max(late, key=lambda each: each[1].first)
    known = {place for _, _, place in late}
    known |= {o.place for series in tracker.series.values() for o in series.observations if o.period.last <= day.last}
    whose = OF_RUN if given else OF_SITE
    follows = [each for each in problems if each.code in _AFTER and each.place in known and whose in each.message]
    dates = f"{len(late)} dates of what is known, the last of which is {name}: {day} ({where.path}:{where.line})"
    values = sum(problem.code == "future-value" for problem in follows)
    more = f", and {values} values are of periods that end after it" if values else ""
    write = "give --as-of" if given else "write as_of:"
    hint = f"if the data go that far, {write} {day.last}; else look at those dates"
    place = tracker.site.places.get("as_of", tracker.site.place)
    told = Problem(place, "future-date", f"{'--as-of' if given else 'as_of:'} {as_of} is before {dates}{more}", hint)
    return [told, *(problem for problem in problems if problem not in follows)]


def _far_from_all(dated: Sequence[Dated], others: Sequence[Dated], newest: date) -> Iterator[Problem]:
    """The dates that lie long after all data and all other dates. newest: the end of all data."""
    days = sorted(period.first for _, period, _ in (*dated, *others))
    last = max([newest, *days[:1]])
    for day in days:
        last = max(last, day) if day <= last + _FAR else last
    why = f"is more than ten years after {last}, the latest of the other dates"
    yield from _after(dated, last + _FAR, why, f"{_HINT}; if it is right, write as_of: in data/site.yaml")


def _after(dated: Iterable[Dated], day: date, why: str, hint: str) -> Iterator[Problem]:
    for name, period, place in dated:
        if period.first > day:
            yield Problem(place, "future-date", f"{name}: {period} {why}", hint)


def _of_documents(documents: Iterable[Document]) -> Iterator[Dated]:
    for document in documents:
        for name in ("date", "updated", "checked"):
            if (day := getattr(document, name)) is not None:
                yield name, day, document.places.get(name, document.place)


def _of_data(tracker: Tracker) -> Iterator[Dated]:
    """What is known of a day: documents of others, events, and what was said."""
    for source in tracker.sources.values():
        if source.published is not None:
            yield "published", source.published, source.places.get("published", source.place)
        if source.seen is not None:
            yield "seen", source.seen, source.places.get("seen", source.place)
    for entity in tracker.entities.values():
        yield from _of_life(entity)
    yield from (("date", event.date, event.dated or event.place) for event in tracker.events.values())
    yield from (("said", entry.said, entry.dated or entry.place) for entry in tracker.entries)
    for capability in tracker.capabilities.values():
        yield from (("said", answer.said, answer.dated or answer.place) for answer in capability.answers)


def _of_life(entity: Entity) -> Iterator[Dated]:
    """The dates in the life of an entity, which pages tell as what has happened."""
    for name, day in (("from", entity.since), ("until", entity.until)):
        if day is not None:
            yield name, day, entity.places.get(name, entity.place)
    for tie in (*entity.parents, *entity.members):
        yield from (
            (name, day, tie.place) for name, day in (("from", tie.since), ("until", tie.until)) if day is not None
        )
    yield from (("until", former.until, former.place) for former in entity.former_names)

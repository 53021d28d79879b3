"""Figures that changed after the day on which a document was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import structs

from sitegen.claims import Verdict
from sitegen.expressions import Value
from sitegen.figures import Figure
from sitegen.model import Expression
from sitegen.model.basics.address import Address
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Period
from sitegen.model.document import Document
from sitegen.model.history import Change, Stated
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

NAMED = 3
"""So many figures are named in a report."""
_HINT = "read the text against the new values, then write the day on which you did under checked:"


def changed(
    tracker: Tracker, document: Document, values: Mapping[Expression, Value], verdicts: Mapping[str, Verdict]
) -> tuple[Change, ...]:
    """What changed since a document was checked of the values on which its numbers and its own claims rest.

    Each figure once, from the value that stood there then to the one that stands there now.
    """
    if document.checked is None:
        return ()
    day = str(document.checked.last)
    late = [change for change in reversed(tracker.history.changes) if change.day > day]
    if not late:
        return ()
    addresses = {address for figure in _figures(document, values, verdicts) for address in figure.addresses}
    found: dict[str, Change] = {}
    for change in late:
        if _address(change, tracker) in addresses:
            first = found.pop(change.address, change)
            found[change.address] = structs.replace(change, old=first.old)
    return tuple(
        change for change in found.values() if change.old is not None and _said(change.old) != _said(change.new)
    )


def changed_since(
    tracker: Tracker,
    documents: Iterable[Document],
    values: Mapping[Expression, Value],
    verdicts: Mapping[str, Verdict],
) -> Iterator[Problem]:
    """Advice for each document of whose figures some changed after it was checked."""
    for document in documents:
        found = changed(tracker, document, values, verdicts)
        if found:
            listed = "; ".join(f"{each.address}: {_said(each.old)} → {_said(each.new)}" for each in found[:NAMED])
            more = f"; {len(found) - NAMED} more" if len(found) > NAMED else ""
            message = f"checked: {document.checked}, and figures of this document changed later: {listed}{more}"
            yield Problem(document.places.get("checked", document.place), "changed-since", message, _HINT)


def decides_changed(tracker: Tracker, documents: Iterable[Document]) -> Iterator[str]:
    """All that decides what `changed_since` finds, beside the data."""
    yield repr(tracker.history.changes)
    for document in documents:
        if document.checked is not None:
            yield f"{document.path} {document.checked} {[each.source for each in document.expressions]}"


def _figures(
    document: Document, values: Mapping[Expression, Value], verdicts: Mapping[str, Verdict]
) -> Iterator[Figure]:
    found = (values.get(expression) for expression in document.expressions)
    yield from (value for value in found if isinstance(value, Figure))
    yield from (f for each in verdicts.values() if each.claim.document == document.path for f in each.figures)


def _address(change: Change, tracker: Tracker) -> Address | None:
    """The address of a figure that changed; None where its series is not known any more."""
    series = tracker.series.get(change.series)
    period = None if series is None else _period(change.period, series.calendar)
    return None if period is None else Address(*change.series, period)


@lru_cache(maxsize=1000)  # each change is held against many documents
def _period(written: str, calendar: Calendar | None) -> Period | None:
    """A period as it was written; None where the calendar does not read it any more."""
    try:
        return Period.parse(written, calendar)
    except ValueError:
        return None


def _said(value: Stated | None) -> str:
    """A value with its bound, as it was written."""
    if value is None:
        return "none"
    number = value.value.replace("/", " to ")
    return number if value.bound == "exact" else f"{value.bound} {number}"

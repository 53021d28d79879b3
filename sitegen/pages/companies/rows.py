"""What a company can do and what happened to it, as rows of its page."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from sitegen.model.entity import Entity
from sitegen.model.event import Event
from sitegen.pages.capabilities.answers import known_answer, latest_answers
from sitegen.pages.context import Context
from sitegen.pages.pieces import KnownAnswer
from sitegen.pages.words.writer import Writer
from sitegen.urls import capability_url


class EventRow(Struct, frozen=True, kw_only=True):
    """A dated fact with the number of its source."""

    date: str
    text: str


class CapabilityRow(Struct, frozen=True, kw_only=True):
    """A capability of the company or of one of its brands or models. again: whether the row above is of the same."""

    label: str
    again: bool
    href: str
    answer: KnownAnswer


def capability_rows(writer: Writer, members: tuple[Entity, ...], first: Collection[str]) -> Iterator[CapabilityRow]:
    """The latest answer on each capability for a company and its brands and models; first those of first."""
    for id, capability in sorted(writer.context.tracker.capabilities.items(), key=lambda each: each[0] not in first):
        answers = (answer for member in members for answer in latest_answers(capability, member.id))
        for number, answer in enumerate(answers):
            yield CapabilityRow(
                label=capability.label,
                again=number > 0,
                href=writer.page.link(capability_url(id)),
                answer=known_answer(writer, answer),
            )


def events_of(context: Context, ids: set[str]) -> list[Event]:
    """The undeprecated events of the company, newest first."""
    found = (e for e in context.tracker.events.values() if ids & set(e.entities) and e.use != "deprecated")
    return sorted(found, key=lambda e: (e.date.first, e.id), reverse=True)


def event_row(writer: Writer, event: Event) -> EventRow:
    """An event with its day and source."""
    writer.page.states(event)
    return EventRow(date=writer.period(event.date), text=writer.sourced(event.text, event.source))

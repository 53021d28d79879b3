"""Lives of entities in words: when and why one ended, when it began."""

from __future__ import annotations

from sitegen.figures.periods import say_period
from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity
from sitegen.model.lives import ending, outside
from sitegen.model.tracker import Tracker
from sitegen.words import Locale


def say_end(entity: Entity, locale: Locale) -> str:
    """When and why an entity that has an end ended: "ended on 30 September 2025 (insolvent)"."""
    assert entity.until is not None
    why = f" ({entity.ended})" if entity.ended else ""
    return f"ended {say_date(entity.until, locale)}{why}"


def say_date(date: Period, locale: Locale) -> str:
    """A date after its preposition: "on 30 September 2025", "in September 2025", "in 2025"."""
    return f"{'on' if date.cadence == 'day' else 'in'} {say_period(date, locale)}"


def why_outside(tracker: Tracker, entity: str, period: Period) -> str | None:
    """Why an entity has no value in a period on no day of which it lives, in words; None if it lives on some."""
    locale = tracker.site.locale
    match outside(tracker.entities, entity, period):
        case "ended":
            ended = ending(tracker.entities, entity)
            assert ended is not None  # it is what ended the entity
            return f"{ended.name} {say_end(ended, locale)}"
        case "not begun":
            since = tracker.entities[entity].since
            assert since is not None
            return f"{tracker.entities[entity].name} began {say_date(since, locale)}"
    return None

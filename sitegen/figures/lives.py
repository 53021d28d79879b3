"""Lives of entities in words: when and why one ended, when it began."""

from __future__ import annotations

from sitegen.figures.figure import Missing
from sitegen.figures.periods import within
from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity
from sitegen.model.lives import ending, outside
from sitegen.model.tracker import Tracker
from sitegen.words import Locale


def say_end(entity: Entity, name: str, locale: Locale) -> str:
    """When and why an entity that has an end ended: "Acme ended on 30 September 2025 (insolvent)". name: its own."""
    assert entity.until is not None
    when = within(entity.until, locale)
    if entity.ended:
        return locale.say("life.ended-why", name=name, when=when, why=entity.ended)
    return locale.say("life.ended", name=name, when=when)


def why_missing(tracker: Tracker, missing: Missing) -> str:
    """Why nothing answers, for readers: when and why its entity ended, or when it began; else in a few words."""
    period = missing.address.period
    if missing.outside is not None and missing.why == "documents" and isinstance(period, Period):
        return why_outside(tracker, missing.address.entity, period) or missing.short(tracker.site.locale)
    return missing.short(tracker.site.locale)


def why_outside(tracker: Tracker, entity: str, period: Period) -> str | None:
    """Why an entity has no value in a period on no day of which it lives, in words; None if it lives on some."""
    locale = tracker.site.locale
    match outside(tracker.entities, entity, period):
        case "ended":
            ended = ending(tracker.entities, entity)
            assert ended is not None  # it is what ended the entity
            return say_end(ended, ended.name, locale)
        case "not begun":
            since = tracker.entities[entity].since
            assert since is not None
            return locale.say("life.began", name=tracker.entities[entity].name, when=within(since, locale))
    return None

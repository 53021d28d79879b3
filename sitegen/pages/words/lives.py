"""The life of an entity in words: when it ended and what came after, what it belongs to and was called, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from sitegen.figures.lives import say_end
from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity, Tie
from sitegen.model.lives import ending
from sitegen.pages.words.writer import Writer


def ended(writer: Writer, entity: str) -> str:
    """When and why an entity, or what it belonged to, ended: "Acme ended on 30 September 2025 (insolvent)"; or ""."""
    found = ending(writer.context.tracker.entities, entity)
    return "" if found is None else say_end(found, found.name, writer.context.locale)


def end(writer: Writer, entity: Entity) -> str:
    """The end of an entity as a sentence, with its successor; "" while it lives."""
    if not (said := ended(writer, entity.id)):
        return ""
    if entity.successor is None:
        return writer.say("life.sentence", said=said)
    return writer.say("life.succeeded", said=said, name=writer.named(entity.successor))


def part_life(writer: Writer, entity: Entity) -> str:
    """The life of a brand or model where it is another than that of the entity on whose page it stands; else ""."""
    entities = writer.context.tracker.entities
    own = ending(entities, entity.id) != ending(entities, entity.page or "")
    dated = any(tie.since is not None or tie.until is not None for tie in entity.parents)
    lines = (
        (end(writer, entity) if own else ""),
        writer.say("life.called-before", names=names) if (names := called_before(writer, entity)) else "",
        writer.say("life.part-of", names=_ties(writer, entity.parents)) if dated else "",
    )
    return Markup(" ").join(filter(None, lines))


def relations(writer: Writer, entity: Entity) -> Iterator[tuple[str, str]]:
    """What an entity belongs to, who belongs to it, what came before it and what it was called, with a label each."""
    entities = writer.context.tracker.entities.values()
    followed = [other for other in entities if other.successor == entity.id]
    parts = [(other.id, tie) for other in entities if other.page != entity.page for tie in other.parents]
    member_of = [(other.id, tie) for other in entities for tie in other.members]
    yield writer.say("life.fact.began"), "" if entity.since is None else writer.period(entity.since)
    yield writer.say("life.fact.part-of"), _ties(writer, entity.parents)
    before = {other.id for other in followed}
    yield writer.say("life.fact.holds"), _ties(writer, _whose(entity.id, (p for p in parts if p[0] not in before)))
    yield writer.say("life.fact.member-of"), _ties(writer, _whose(entity.id, member_of))
    yield writer.say("life.fact.members"), _ties(writer, entity.members)
    yield writer.say("life.fact.took-over"), Markup("; ").join(_followed(writer, other) for other in followed)
    yield writer.say("life.fact.called"), called_before(writer, entity)


def called_before(writer: Writer, entity: Entity) -> str:
    """The former names of an entity, the latest first: "Bolt Inc until 2023"."""
    return Markup("; ").join(_dated(writer, each.name, None, each.until) for each in entity.former_names)


def members(writer: Writer, entity: Entity) -> str:
    """The members of an alliance with their dates; "" for what has none."""
    return _ties(writer, entity.members)


def _followed(writer: Writer, entity: Entity) -> str:
    """What an entity took the place of: "Acme ended in 2024 (merged)"."""
    return say_end(entity, writer.named(entity.id), writer.context.locale)


def _whose(entity: str, ties: Iterable[tuple[str, Tie]]) -> Iterator[Tie]:
    """The ties to an entity, seen from its side. ties: each with whose it is."""
    return (Tie(other, tie.since, tie.until) for other, tie in ties if tie.entity == entity)


def _ties(writer: Writer, ties: Iterable[Tie]) -> str:
    """Entities, each with the dates of a tie: "Acme since April 2024; Bolt until 2023"."""
    return Markup("; ").join(_dated(writer, writer.named(tie.entity), tie.since, tie.until) for tie in ties)


def _dated(writer: Writer, name: str, since: Period | None, until: Period | None) -> str:
    """A name from when to when: "Acme since April 2024", "until 2023", "from 2019 to 2023"; alone without a date."""
    if since is not None and until is not None:
        return writer.say("tie.from", name=name, since=writer.period(since), until=writer.period(until))
    if since is not None:
        return writer.say("tie.since", name=name, since=writer.period(since))
    return name if until is None else writer.say("tie.until", name=name, until=writer.period(until))

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
    return "" if found is None else Markup("{} {}").format(found.name, say_end(found, writer.context.locale))


def end(writer: Writer, entity: Entity) -> str:
    """The end of an entity as a sentence, with its successor; "" while it lives."""
    if not (said := ended(writer, entity.id)):
        return ""
    after = "" if entity.successor is None else Markup("; succeeded by {}").format(writer.named(entity.successor))
    return Markup("{}{}.").format(said, after)


def part_life(writer: Writer, entity: Entity) -> str:
    """The life of a brand or model where it is another than that of the entity on whose page it stands; else ""."""
    entities = writer.context.tracker.entities
    own = ending(entities, entity.id) != ending(entities, entity.page or "")
    dated = any(tie.since is not None or tie.until is not None for tie in entity.parents)
    lines = (
        (end(writer, entity) if own else ""),
        Markup("Called before: {}.").format(names) if (names := called_before(writer, entity)) else "",
        Markup("Part of {}.").format(_ties(writer, entity.parents)) if dated else "",
    )
    return Markup(" ").join(filter(None, lines))


def relations(writer: Writer, entity: Entity) -> Iterator[tuple[str, str]]:
    """What an entity belongs to, who belongs to it, what came before it and what it was called, with a label each."""
    entities = writer.context.tracker.entities.values()
    followed = [other for other in entities if other.successor == entity.id]
    parts = [(other.id, tie) for other in entities if other.page != entity.page for tie in other.parents]
    member_of = [(other.id, tie) for other in entities for tie in other.members]
    yield "Began", "" if entity.since is None else writer.period(entity.since)
    yield "Part of", _ties(writer, entity.parents)
    yield "Holds", _ties(writer, _whose(entity.id, (each for each in parts if each[0] not in {o.id for o in followed})))
    yield "Member of", _ties(writer, _whose(entity.id, member_of))
    yield "Members", _ties(writer, entity.members)
    yield "Took over from", Markup("; ").join(_followed(writer, other) for other in followed)
    yield "Called before", called_before(writer, entity)


def called_before(writer: Writer, entity: Entity) -> str:
    """The former names of an entity, the latest first: "Bolt Inc until 2023"."""
    names = (Markup("{} {}").format(each.name, _dates(writer, None, each.until)) for each in entity.former_names)
    return Markup("; ").join(names)


def members(writer: Writer, entity: Entity) -> str:
    """The members of an alliance with their dates; "" for what has none."""
    return _ties(writer, entity.members)


def _followed(writer: Writer, entity: Entity) -> Markup:
    """What an entity took the place of: "Acme, which ended in 2024 (merged)"."""
    return Markup("{}, which {}").format(writer.named(entity.id), say_end(entity, writer.context.locale))


def _whose(entity: str, ties: Iterable[tuple[str, Tie]]) -> Iterator[Tie]:
    """The ties to an entity, seen from its side. ties: each with whose it is."""
    return (Tie(other, tie.since, tie.until) for other, tie in ties if tie.entity == entity)


def _ties(writer: Writer, ties: Iterable[Tie]) -> str:
    """Entities, each with the dates of a tie: "Acme since April 2024; Bolt until 2023"."""
    said = (Markup("{} {}").format(writer.named(t.entity), _dates(writer, t.since, t.until)).strip() for t in ties)
    return Markup("; ").join(said)


def _dates(writer: Writer, since: Period | None, until: Period | None) -> Markup:
    """From when to when: "since April 2024", "until 2023", "from 2019 to 2023"; nothing without a date."""
    if since is not None and until is not None:
        return Markup("from {} to {}").format(writer.period(since), writer.period(until))
    if since is not None:
        return Markup("since {}").format(writer.period(since))
    return Markup("") if until is None else Markup("until {}").format(writer.period(until))

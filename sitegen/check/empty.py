"""What would be shown empty: tables without rows, and pages of companies of which nothing is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.charts.left.out import left_out
from sitegen.expressions import Fragment, Value
from sitegen.model import Expression, Tracker
from sitegen.model.document import Document
from sitegen.model.entity import Entity
from sitegen.problems import Problem
from sitegen.register.register import Register


def empty_tables(values: Mapping[Expression, Value], tracker: Tracker) -> Iterator[Problem]:
    """A warning for each `table(…)` without a row."""
    if any(capability.answers for capability in tracker.capabilities.values()):
        return
    for expression, value in values.items():
        if isinstance(value, Fragment) and value.kind == "table":
            why = "no capability has an answer"
            fix = "add answers in data/capabilities.yaml, or take the table out of the text"
            yield left_out(expression.place, f"the table of {value.id}", why, fix)


def empty_pages(register: Register, shown: Iterable[Document]) -> Iterator[Problem]:
    """A warning for each entity whose page would hold its name and nothing else. shown: the documents of the site."""
    named, entities = _named(register, shown), register.tracker.entities
    for entity in entities.values():
        if entity.page == entity.id and entity.id not in named and not _described(entity):
            what, why = f"“{entity.name}” but its name", "no series, text, event or the like is about it"
            yield left_out(entity.place, what, why, "add some, or take its files out until there is something to say")


def _described(entity: Entity) -> bool:
    """Whether its own file says anything of an entity."""
    said = (entity.about, entity.country, entity.website, entity.since, entity.until, entity.calendar)
    return any(said) or any((entity.aliases, entity.former_names, entity.parents, entity.members))


def _named(register: Register, shown: Iterable[Document]) -> set[str]:
    """The entities of which anything but their own file says something."""
    things = (kind.subject(thing) for kind, _, thing in register.every if not isinstance(thing, Entity))
    named = {id for subject in (*things, *map(register.subject, shown)) for id in subject.entities}
    for entity in register.tracker.entities.values():
        named |= {tie.entity for tie in (*entity.parents, *entity.members)} | {entity.successor or ""}
        named |= {entity.page or ""} if entity.page != entity.id else set()
    return named
